/**
 * Quotations on our labelled reports. Kinds, speakers and chains of sources: bench/quotations, half of it never looked at.
 * Cues, sources and contents as spans: test/source/quotes.jsonl; a span counts when it is exactly right, or when it
 * overlaps. Options: --errors lists what differs, but for the half not looked at.
 */
import { overlaps, type Span } from '../src/base/index.js';
import { analyse } from '../src/language/index.js';
import { reportFromText } from '../src/read/index.js';
import { findQuotations, type Quotation } from '../src/source/index.js';
import { findMentions } from '../src/world/index.js';
import { jsonLines } from './files/jsonl.js';
import { readLabels } from './quotations/labels.js';
import { score } from './quotations/score.js';

export const about = 'quotations by kind, speakers, chains, spans (own labels)';

type Pair = readonly [number, number];

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly {
    readonly source: Pair | null;
    readonly cue: Pair | null;
    readonly content: readonly Pair[];
    readonly speaker?: string;
    readonly chain?: readonly Pair[];
  }[];
}

const KINDS = ['cue', 'source', 'content'] as const;
type Kind = (typeof KINDS)[number];

class Score {
  private readonly counts = { wanted: 0, found: 0, exact: 0, near: 0, nearFound: 0 };

  add(wanted: readonly Span[], found: readonly Span[]): void {
    this.counts.wanted += wanted.length;
    this.counts.found += found.length;
    this.counts.exact += wanted.filter((w) =>
      found.some((f) => f.start === w.start && f.end === w.end),
    ).length;
    this.counts.near += wanted.filter((w) => found.some((f) => overlaps(f, w))).length;
    this.counts.nearFound += found.filter((f) => wanted.some((w) => overlaps(f, w))).length;
  }

  row(): Record<string, number> {
    const { wanted, found, exact, near, nearFound } = this.counts;
    const f = (p: number, r: number): number => Math.round((2000 * p * r) / (p + r || 1)) / 1000;
    return {
      wanted,
      found,
      'exact F1': f(exact / found, exact / wanted),
      'overlap F1': f(nearFound / found, near / wanted),
    };
  }
}

/** Prints the tables. */
export async function run(): Promise<void> {
  const errors = process.argv.includes('--errors');
  for (const name of ['looked', 'unseen']) {
    console.log(`bench/quotations/${name}.txt`);
    console.table(score(readLabels(`${name}.txt`), errors && name === 'looked'));
  }
  scoreSpans(errors);
}

function scoreSpans(errors: boolean): void {
  const scores = new Map<Kind, Score>(KINDS.map((kind) => [kind, new Score()]));
  const speakers = { wanted: 0, right: 0 };
  const file = new URL('../test/source/quotes.jsonl', import.meta.url);
  for (const labelled of jsonLines<Labelled>(file)) {
    const found = outermost(quotationsOf(labelled.text));
    for (const kind of KINDS) {
      const wanted = unique(
        labelled.quotes.flatMap((q) => spansOfLabel(q, kind)).map((s) => withoutPoint(labelled.text, s)),
      );
      const have = unique(found.flatMap((q) => spansOf(q, kind)).map((s) => withoutPoint(labelled.text, s)));
      scores.get(kind)!.add(wanted, have);
      if (errors) differences(labelled, kind, wanted, have);
    }
    for (const { speaker, content } of labelled.quotes) {
      if (!speaker) continue;
      speakers.wanted++;
      const quotation = found.find((q) => q.content.some((c) => overlaps(c, toSpan(content[0]!))));
      if (quotation?.speaker?.actor?.name === speaker) speakers.right++;
    }
  }
  console.table(Object.fromEntries(KINDS.map((kind) => [kind, scores.get(kind)!.row()])));
  console.log(`speakers resolved: ${speakers.right} of ${speakers.wanted}`);
}

function quotationsOf(text: string): Quotation[] {
  const document = analyse(reportFromText(text, {}));
  return findQuotations(document, findMentions(document, { at: '2025-06-01' }));
}

/** Partial quotations inside a reported clause are told by the clause. */
function outermost(quotations: readonly Quotation[]): Quotation[] {
  return quotations.filter((q) => q.within === undefined);
}

/** A point at the end of a content is typography, not words. */
function withoutPoint(text: string, span: Span): Span {
  let { end } = span;
  while (end > span.start && /[.,\s]/.test(text[end - 1]!)) end--;
  return { start: span.start, end };
}

function spansOf(quotation: Quotation, kind: Kind): Span[] {
  if (kind === 'content') return [...quotation.content];
  const span = kind === 'cue' ? quotation.cue : quotation.speaker?.span;
  return span ? [span] : [];
}

function spansOfLabel(quote: Labelled['quotes'][number], kind: Kind): Span[] {
  if (kind === 'content') return quote.content.map(toSpan);
  const pair = quote[kind];
  return pair ? [toSpan(pair)] : [];
}

function toSpan([start, end]: Pair): Span {
  return { start, end };
}

function unique(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((s) => [`${s.start}-${s.end}`, s])).values()];
}

function differences(
  { id, text }: Labelled,
  kind: Kind,
  wanted: readonly Span[],
  found: readonly Span[],
): void {
  const words = (spans: readonly Span[], others: readonly Span[]): string[] =>
    spans
      .filter((s) => !others.some((o) => o.start === s.start && o.end === s.end))
      .map((s) => text.slice(s.start, s.end));
  const [missed, extra] = [words(wanted, found), words(found, wanted)];
  if (missed.length + extra.length > 0)
    console.log(`${id} ${kind}\n  wanted ${missed.join(' | ')}\n  found  ${extra.join(' | ')}`);
}
