import type { Span } from '../base/index.js';

/** A word of a text in the form in which names are compared. */
export interface Word extends Span {
  readonly key: string;
  readonly text: string;
}

const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+/gu;

/** Small letters, without diacritics and dots: "U.S." and "US" are one, so are "Erdoğan" and "Erdogan". */
export function keyOf(word: string): string {
  const bare = word
    .replaceAll('.', '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return bare.replaceAll('ı', 'i').replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('đ', 'd');
}

/** The words of a text; `from` is added to their offsets. */
export function wordsOf(text: string, from = 0): Word[] {
  const out: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = from + match.index;
    out.push({ start, end: start + match[0].length, key: keyOf(match[0]), text: match[0] });
  }
  return out;
}
