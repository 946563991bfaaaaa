import { contains, firstNotBefore } from '../base/index.js';
import { type Event, Tree } from '../code/index.js';
import type { Document } from '../language/index.js';
import type { Mention } from '../world/index.js';
import { linksOf } from './chain.js';
import { isNoun } from './cues.js';
import { Speakers } from './speakers.js';
import { Surface } from './surface.js';
import type { Attribution, Quotation, Source } from './types.js';

/** For every event who says so: the speaker in whose words it stands, and through whom the report has it. */
export function attribute(
  document: Document,
  mentions: readonly Mention[],
  quotations: readonly Quotation[],
  events: readonly Event[],
): Attribution[] {
  if (events.length === 0) return [];
  const surface = new Surface(document, new Tree(document));
  const speakers = new Speakers(surface, mentions);
  const bySentence = nearSentences(quotations);
  return events.map((event) => {
    const at = sentenceAt(document, event.trigger.start);
    const near = bySentence.get(at) ?? [];
    const inWords = near.filter((q) => q.content.some((content) => contains(content, event.trigger)));
    const quotation = inWords.sort((a, b) => width(a) - width(b))[0];
    const speaker = quotation?.speaker;
    const media = speaker !== undefined && passesOn(speaker);
    const unit = at < 0 ? undefined : surface.unitOf(document.sentences[at]!.first);
    const links =
      quotation || !unit
        ? []
        : linksOf(surface, speakers, unit).filter((l) => l.by !== 'in' && l.by !== 'told');
    const chain = distinct([
      ...(media && speaker ? [speaker] : []),
      ...(quotation?.chain ?? links.map((l) => l.source)),
      { text: document.report.outlet ?? 'the report itself' },
    ]);
    return { event: event.id, ...(speaker && !media ? { claimedBy: speaker } : {}), chain };
  });
}

/** What is told in somebody's words and tells no coded act: comments, denials, forecasts. */
export function claims(quotations: readonly Quotation[], events: readonly Event[]): Quotation[] {
  const triggers = events.map((event) => event.trigger.start).sort((a, b) => a - b);
  return quotations.filter(
    (q) =>
      q.within === undefined && q.speaker && !q.content.some((c) => hasBetween(triggers, c.start, c.end)),
  );
}

function hasBetween(sorted: readonly number[], start: number, end: number): boolean {
  const at = firstNotBefore(0, sorted.length, (i) => sorted[i]! < start);
  return at < sorted.length && sorted[at]! < end;
}

/** Quotations by the sentences in which they may stand: their own, and the few a long one runs on to. */
function nearSentences(quotations: readonly Quotation[]): Map<number, Quotation[]> {
  const out = new Map<number, Quotation[]>();
  for (const quotation of quotations)
    for (let s = quotation.sentence; s < quotation.sentence + 12; s++) {
      const list = out.get(s);
      if (list) list.push(quotation);
      else out.set(s, [quotation]);
    }
  return out;
}

/** The sentence that holds an offset; -1 when none does. */
function sentenceAt(document: Document, offset: number): number {
  const { sentences } = document;
  const at = firstNotBefore(0, sentences.length, (i) => sentences[i]!.end <= offset);
  return at < sentences.length && sentences[at]!.start <= offset ? at : -1;
}

/** Whether a source is a medium, known or described ("state media"), which passes words on. */
function passesOn(source: Source): boolean {
  if (source.actor?.sectors.includes('MED')) return true;
  const words = source.text.toLowerCase().split(/\s+/);
  const last = words.pop()!;
  return isNoun(last, 'media') || (/^reports?$/.test(last) && words.some((word) => isNoun(word, 'media')));
}

function width(quotation: Quotation): number {
  return quotation.content.at(-1)!.end - quotation.content[0]!.start;
}

function distinct(sources: readonly Source[]): Source[] {
  const named = sources.filter((s) => s.span);
  return [...new Map(named.map((s) => [s.text, s])).values(), ...sources.filter((s) => !s.span).slice(0, 1)];
}
