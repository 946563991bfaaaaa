import { contains } from '../base/index.js';
import { type Event, Tree } from '../code/index.js';
import type { Document } from '../language/index.js';
import type { Mention } from '../world/index.js';
import { linksOf } from './chain.js';
import { Speakers } from './speakers.js';
import type { Attribution, Quotation, Source } from './types.js';

/** For every event who says so: the speaker in whose words it stands, and through whom the report has it. */
export function attribute(
  document: Document,
  mentions: readonly Mention[],
  quotations: readonly Quotation[],
  events: readonly Event[],
): Attribution[] {
  const tree = new Tree(document);
  const speakers = new Speakers(tree, mentions);
  return events.map((event) => {
    const inWords = quotations.filter((q) => q.content.some((content) => contains(content, event.trigger)));
    const quotation = inWords.sort((a, b) => width(a) - width(b))[0];
    const speaker = quotation?.speaker;
    const media = speaker?.actor?.sectors.includes('MED');
    const sentence = document.sentences.find((s) => contains(s, event.trigger));
    const links = sentence ? linksOf(tree, speakers, sentence.first, sentence.last).map((l) => l.source) : [];
    const chain = unique([
      ...(quotation?.chain ?? links),
      ...(media && speaker ? [speaker] : []),
      outlet(document),
    ]);
    return { event: event.id, ...(speaker && !media ? { claimedBy: speaker } : {}), chain };
  });
}

function outlet(document: Document): Source {
  return { text: document.report.outlet ?? 'the report itself' };
}

function width(quotation: Quotation): number {
  const content = quotation.content[0]!;
  return content.end - content.start;
}

function unique(sources: readonly Source[]): Source[] {
  const named = sources.filter((s) => s.span);
  const unnamed = sources.filter((s) => !s.span);
  return [...named.filter((s, i) => named.findIndex((t) => t.text === s.text) === i), ...unnamed.slice(0, 1)];
}
