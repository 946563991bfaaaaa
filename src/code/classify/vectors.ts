import { readFileSync } from 'node:fs';
import { dataPath } from '../../base/index.js';

/** Word vectors, one byte a component, rows of unit length. */
export interface Vectors {
  readonly dimensions: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly body: Int8Array;
}

/** What the components are divided by: the trainer's rounding of a unit vector. */
export const VECTOR_SCALE = 254;

let cached: Vectors | undefined;

/** The word vectors of `data/models/vectors.bin`, read once. */
export function wordVectors(): Vectors {
  if (cached) return cached;
  const file = readFileSync(dataPath('models/vectors.bin'));
  const size = file.readUInt32LE(0);
  const head = JSON.parse(file.toString('utf8', 4, 4 + size)) as { dimensions: number; words: string };
  const rows = new Map(head.words.split(' ').map((word, row) => [word, row]));
  const body = new Int8Array(file.buffer, file.byteOffset + 4 + size, rows.size * head.dimensions);
  cached = { dimensions: head.dimensions, rows, body };
  return cached;
}
