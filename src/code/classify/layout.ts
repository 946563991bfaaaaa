import type { Span } from '../../base/index.js';
import type { Token } from '../../language/index.js';

/** The words of one sentence in turn; their heads are positions in the document that the first one's index counts from. */
export type Word = Token;

/** A sentence's words, those of the parties taken out of the rest. */
export interface Layout {
  readonly words: readonly Word[];
  /** For each word: in the source, in the target, or neither. */
  readonly party: readonly ('s' | 't' | '')[];
  /** First mention of each party as word positions, end exclusive; absent when it is not marked. */
  readonly source?: { readonly from: number; readonly to: number };
  readonly target?: { readonly from: number; readonly to: number };
}

/** Lays a sentence out around its parties; the spans are offsets of the same text as the words'. */
export function layoutOf(words: readonly Word[], source: readonly Span[], target: readonly Span[]): Layout {
  const within = (word: Word, spans: readonly Span[]) =>
    spans.some((span) => word.start < span.end && span.start < word.end);
  // A party within the other is told apart from what surrounds it: the shorter one wins the word.
  const sourceWins = length(source) < length(target);
  const party = words.map((word): 's' | 't' | '' => {
    const s = within(word, source);
    const t = within(word, target);
    if (s && t) return sourceWins ? 's' : 't';
    return s ? 's' : t ? 't' : '';
  });
  const found = (tag: 's' | 't') => {
    const from = party.indexOf(tag);
    if (from < 0) return undefined;
    let to = from;
    while (party[to] === tag) to++;
    return { from, to };
  };
  const s = found('s');
  const t = found('t');
  return { words, party, ...(s ? { source: s } : {}), ...(t ? { target: t } : {}) };
}

function length(spans: readonly Span[]): number {
  const first = spans[0];
  return first ? first.end - first.start : 0;
}

/** A word's name among the features: its lemma, with figures made alike. */
export function nameOf(word: Word): string {
  if (word.pos === 'NUM' || /^\d/.test(word.lower)) return '#';
  return word.lemma;
}
