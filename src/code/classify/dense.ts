import { nearness, regionOf } from './features.js';
import type { Layout, Word } from './layout.js';
import { VECTOR_SCALE, wordVectors } from './vectors.js';

/** How many means of word vectors a sentence is given. */
const POOLS = ['all', 'between', 'before', 'after', 'verb', 'object', 'near', 'source', 'target'] as const;

/** Length of the vector that `denseOf` gives. */
export function denseLength(): number {
  return POOLS.length * wordVectors().dimensions;
}

/** Means of the word vectors of a sentence's regions, each scaled to length one, one after another. */
export function denseOf(layout: Layout): Float32Array {
  const { dimensions } = wordVectors();
  const out = new Float32Array(POOLS.length * dimensions);
  const near = nearness(layout);
  const pool = (name: (typeof POOLS)[number]) =>
    out.subarray(POOLS.indexOf(name) * dimensions, (POOLS.indexOf(name) + 1) * dimensions);
  const verbs: number[] = [];
  layout.words.forEach((word, i) => {
    const party = layout.party[i];
    if (party) {
      sum(pool(party === 's' ? 'source' : 'target'), word, 1);
      return;
    }
    sum(pool('all'), word, 1);
    sum(pool('near'), word, near[i]! ** 2);
    sum(pool(regionOf(layout, i)), word, near[i]!);
    if (word.pos === 'VERB') {
      sum(pool('verb'), word, near[i]!);
      verbs.push(i);
    }
    if (word.pos === 'NOUN') sum(pool('object'), word, near[i]!);
  });
  for (const name of POOLS) unit(pool(name));
  return out;
}

/** Adds a word's vector; common words of grammar, which come first in the file, count for less. */
function sum(into: Float32Array, word: Word, weight: number): void {
  const { rows, body, dimensions } = wordVectors();
  const row = rows.get(word.lower) ?? rows.get(word.lemma);
  if (row === undefined) return;
  const scale = (weight * row) / (row + 100) / VECTOR_SCALE;
  for (let d = 0; d < dimensions; d++) into[d]! += scale * body[row * dimensions + d]!;
}

function unit(vector: Float32Array): void {
  let square = 0;
  for (const x of vector) square += x * x;
  if (square > 0) for (let d = 0; d < vector.length; d++) vector[d]! /= Math.sqrt(square);
}
