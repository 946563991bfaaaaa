import { readTable } from '../../base/index.js';

/** What a noun can stand for; the letter of a class in the data file is its place here. */
export const SENSES = (
  'person organization state region town structure room land artifact object body substance animal plant organism act ' +
  'meeting event time communication cognition attribute feeling possession measure group'
).split(' ');

let table: Map<string, string> | undefined;

/**
 * What a noun stands for, as rows of a table of 2·SENSES.length: the class of its most frequent sense, and those of the
 * others behind. The form itself is looked up where the lemma is unknown.
 */
export function sensesOf(lemma: string, lower: string): number[] {
  table ??= new Map(readTable('language/senses.tsv').map((row) => [row.word!, row.senses!]));
  const letters = table.get(lemma) ?? table.get(lower) ?? '';
  return Array.from(letters, (letter, i) => letter.charCodeAt(0) - 97 + (i > 0 ? SENSES.length : 0));
}
