import { readDataText } from '../../base/index.js';
import { type Arrays, type Manifest, readArrays } from './arrays.js';

export type { Table } from './arrays.js';

export interface Weights extends Arrays {
  readonly words: ReadonlyMap<string, number>;
  readonly forms: ReadonlyMap<string, number>;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly fine: readonly string[];
}

interface Card {
  arrays: Manifest[];
  words: string[];
  forms: string[];
  tags: string[];
  labels: string[];
  fine: string[];
}

/** Loads the weights that `scripts/train/parser` wrote. */
export function loadWeights(): Weights {
  const card = JSON.parse(readDataText('models/parser.json')) as Card;
  // Rows 0 and 1 of the look-up tables are padding and "unknown".
  const ids = (list: string[]): Map<string, number> => new Map(list.map((word, i) => [word, i + 2]));
  return {
    ...readArrays('models/parser.bin', card.arrays),
    words: ids(card.words),
    forms: ids(card.forms),
    tags: card.tags,
    labels: card.labels,
    fine: card.fine,
  };
}
