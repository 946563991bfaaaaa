import { readTable } from '../base/index.js';

/** What a noun may stand for, in the order of the bits that the parser's weights were learned with. */
const CLASSES = [
  ...['person', 'people', 'organization', 'place', 'building', 'object'],
  ...['event', 'time', 'living', 'matter', 'thought'],
];

let loaded: ReadonlyMap<string, number> | undefined;

function nouns(): ReadonlyMap<string, number> {
  loaded ??= new Map(
    readTable('models/nouns.tsv').map((row) => [
      row.word!,
      row.classes!.split('|').reduce((sum, kind) => sum | (1 << CLASSES.indexOf(kind)), 0),
    ]),
  );
  return loaded;
}

/** What a word in small letters, or the word without its s, stands for as a noun, as bits; 0 where it is none. */
export function nounClasses(low: string): number {
  return nouns().get(low) ?? (low.endsWith('s') ? (nouns().get(low.slice(0, -1)) ?? 0) : 0);
}
