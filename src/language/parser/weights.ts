import { readData, readDataText } from '../../base/index.js';

interface Manifest {
  name: string;
  shape: number[];
  kind: 'i8' | 'f32';
  at: number;
}

/** A matrix of 8-bit rows, each with its own scale: used as it lies for look-ups, where few rows are touched. */
export interface Table {
  readonly width: number;
  readonly scales: Float32Array;
  readonly cells: Int8Array;
}

export interface Weights {
  readonly words: ReadonlyMap<string, number>;
  readonly forms: ReadonlyMap<string, number>;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly fine: readonly string[];
  /** Kinds of mentions; the empty one is that of a word that heads none. */
  readonly kinds: readonly string[];
  /** A matrix as 32-bit numbers, row after row. */
  matrix(name: string): Float32Array;
  table(name: string): Table;
}

interface Card {
  arrays: Manifest[];
  words: string[];
  forms: string[];
  tags: string[];
  labels: string[];
  fine: string[];
  kinds: string[];
}

/** Loads the weights that `scripts/train/parser` wrote. */
export function loadWeights(): Weights {
  const card = JSON.parse(readDataText('models/parser.json')) as Card;
  const file = readData('models/parser.bin');
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  const byName = new Map(card.arrays.map((array) => [array.name, array]));
  const find = (name: string): Manifest => {
    const array = byName.get(name);
    if (!array) throw new Error(`the parser's weights hold no ${name}`);
    return array;
  };
  const table = (name: string): Table => {
    const { shape, at } = find(name);
    const [rows = 0, width = 0] = shape;
    const scales = new Float32Array(bytes, at, rows);
    return { width, scales, cells: new Int8Array(bytes, at + rows * 4, rows * width) };
  };
  const matrix = (name: string): Float32Array => {
    const { shape, at, kind } = find(name);
    if (kind === 'f32')
      return new Float32Array(
        bytes,
        at,
        shape.reduce((a, b) => a * b),
      );
    const { width, scales, cells } = table(name);
    return Float32Array.from(cells, (cell, i) => cell * scales[Math.floor(i / width)]!);
  };
  // Rows 0 and 1 of the look-up tables are padding and "unknown".
  const ids = (list: string[]): Map<string, number> => new Map(list.map((word, i) => [word, i + 2]));
  return {
    words: ids(card.words),
    forms: ids(card.forms),
    tags: card.tags,
    labels: card.labels,
    fine: card.fine,
    kinds: card.kinds,
    matrix,
    table,
  };
}
