import { contains, type Span } from '../base/index.js';
import type { Mark } from './marks.js';
import type { Quotation, Source } from './types.js';

/** A quotation while it is being built. */
export type Draft = { -readonly [K in keyof Omit<Quotation, 'within'>]: Quotation[K] } & {
  cueToken?: number;
  outer?: Draft;
};

/** The narrowest reported clause around words in marks. */
export function innermost(clauses: readonly Draft[], mark: Mark): Draft | undefined {
  const around = clauses.filter((draft) => draft.content.some((c) => contains(c, mark)));
  const width = (draft: Draft): number => draft.content.at(-1)!.end - draft.content[0]!.start;
  return around.sort((a, b) => width(a) - width(b))[0];
}

/** A few words in marks that nobody is said to have said. */
export function isScare(words: Span, mark: Mark): boolean {
  return mark.last - mark.first <= 7 && words.end - words.start < 50;
}

/** 'said that “we will act”': the marks hold all that is said. */
export function sameWords(mark: Mark, content: readonly Span[]): boolean {
  const [only] = content;
  return content.length === 1 && only!.start === mark.start && Math.abs(only!.end - mark.end) <= 1;
}

export function sameSpan(a: Source, b: Source | undefined): boolean {
  return (
    a.span !== undefined && b?.span !== undefined && a.span.start < b.span.end && b.span.start < a.span.end
  );
}

export function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((s) => [s.text, s])).values()];
}

/** In text order, with the positions that `within` speaks of. */
export function finish(drafts: readonly Draft[]): Quotation[] {
  const sorted = [...drafts].sort(
    (a, b) => a.content[0]!.start - b.content[0]!.start || b.content[0]!.end - a.content[0]!.end,
  );
  const position = new Map(sorted.map((draft, i) => [draft, i]));
  return sorted.map(({ cueToken: _, outer, ...quotation }) => ({
    ...quotation,
    ...(outer ? { within: position.get(outer)! } : {}),
  }));
}
