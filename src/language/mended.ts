import type { Parsed } from './parser/index.js';

/** A word of a tree that is being mended. */
export type Word = { -readonly [K in keyof Parsed]: Parsed[K] };

/** Whether a word with such a relation hangs from another. */
export function hasUnder(words: readonly Parsed[], head: number, relation: RegExp): boolean {
  return words.some((word) => word.head === head && relation.test(word.deprel));
}

/** One root, and every word below it. */
export function isTree(words: readonly Parsed[]): boolean {
  const safe = new Uint8Array(words.length);
  let roots = 0;
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.head < 0) roots++;
    const path: number[] = [];
    let at = i;
    while (at >= 0 && !safe[at]) {
      if (path.length > words.length) return false;
      path.push(at);
      at = words[at]!.head;
    }
    for (const seen of path) safe[seen] = 1;
  }
  return roots === 1;
}
