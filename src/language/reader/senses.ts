import { readTable } from '../../base/index.js';

/** What a noun can stand for; the letter of a class in the data file is its place here. */
export const SENSES = (
  'person organization state region town structure room land artifact object body substance animal plant organism act ' +
  'meeting event time communication cognition attribute feeling possession measure group'
).split(' ');

let table: Map<string, readonly number[]> | undefined;
const NONE: readonly number[] = [];

/**
 * What a noun stands for, as rows of a table of 2·SENSES.length: the class of its most frequent sense, and those of the
 * others behind. The form itself is looked up where the lemma is unknown. Always the same list for the same senses.
 */
export function sensesOf(lemma: string, lower: string): readonly number[] {
  table ??= load();
  return table.get(lemma) ?? table.get(lower) ?? NONE;
}

/** Nouns with the same senses share one list. */
function load(): Map<string, readonly number[]> {
  const lists = new Map<string, readonly number[]>();
  return new Map(
    readTable('language/senses.tsv').map((row) => {
      const letters = row.senses!;
      const known = lists.get(letters);
      const rows =
        known ?? Array.from(letters, (letter, i) => letter.charCodeAt(0) - 97 + (i > 0 ? SENSES.length : 0));
      if (!known) lists.set(letters, rows);
      return [row.word!, rows] as const;
    }),
  );
}
