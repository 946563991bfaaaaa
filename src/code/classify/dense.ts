import { nearness, regionOf } from './features.js';
import type { Layout, Word } from './layout.js';
import type { Syntax } from './syntax.js';
import { VECTOR_SCALE, wordVectors } from './vectors.js';

/** How many means of word vectors a sentence is given: by where the words stand, */
const POOLS = ['all', 'between', 'before', 'after', 'verb', 'object', 'near', 'source', 'target'] as const;
/** and by what they are in the tree: predicates of the pair in turn and together, what the parties hang from. */
const ROLES = ['first', 'second', 'third', 'above-source', 'above-target', 'above-that', 'chain'] as const;
/** How much the latter count against the former. */
const ROLE_LENGTH = 0.8;

type Pool = (typeof POOLS)[number] | (typeof ROLES)[number];
const ALL: readonly Pool[] = [...POOLS, ...ROLES];

/** Length of the vector that `denseOf` gives. */
export function denseLength(): number {
  return ALL.length * wordVectors().dimensions;
}

/** Means of the word vectors of a sentence's regions and roles, each scaled, one after another. */
export function denseOf(layout: Layout, syntax: Syntax): Float32Array {
  const { dimensions } = wordVectors();
  const out = new Float32Array(denseLength());
  const pool = (name: Pool) =>
    out.subarray(ALL.indexOf(name) * dimensions, (ALL.indexOf(name) + 1) * dimensions);
  addRegions(layout, pool);
  addRoles(layout, syntax, pool);
  for (const name of POOLS) scale(pool(name), 1);
  for (const name of ROLES) scale(pool(name), ROLE_LENGTH);
  return out;
}

function addRegions(layout: Layout, pool: (name: Pool) => Float32Array): void {
  const near = nearness(layout);
  layout.words.forEach((word, i) => {
    const party = layout.party[i];
    if (party) {
      sum(pool(party === 's' ? 'source' : 'target'), word, 1);
      return;
    }
    sum(pool('all'), word, 1);
    sum(pool('near'), word, near[i]! ** 2);
    sum(pool(regionOf(layout, i)), word, near[i]!);
    if (word.pos === 'VERB') sum(pool('verb'), word, near[i]!);
    if (word.pos === 'NOUN') sum(pool('object'), word, near[i]!);
  });
}

function addRoles(
  layout: Layout,
  { tree, chain, source, target }: Syntax,
  pool: (name: Pool) => Float32Array,
): void {
  const put = (name: Pool, index: number | undefined) => {
    if (index !== undefined && index >= 0 && !layout.party[index]) sum(pool(name), tree.token(index), 1);
  };
  put('first', chain[0]);
  put('second', chain[1]);
  put('third', chain[2]);
  for (const index of chain) put('chain', index);
  if (source >= 0) put('above-source', tree.head(source));
  const above = target < 0 ? -1 : tree.head(target);
  put('above-target', above);
  if (above >= 0) put('above-that', tree.head(above));
}

/** Adds a word's vector; common words of grammar, which come first in the file, count for less. */
function sum(into: Float32Array, word: Word, weight: number): void {
  const { rows, body, dimensions } = wordVectors();
  const row = rows.get(word.lower) ?? rows.get(word.lemma);
  if (row === undefined) return;
  const factor = (weight * row) / (row + 100) / VECTOR_SCALE;
  for (let d = 0; d < dimensions; d++) into[d]! += factor * body[row * dimensions + d]!;
}

function scale(vector: Float32Array, length: number): void {
  let square = 0;
  for (const x of vector) square += x * x;
  if (square > 0) for (let d = 0; d < vector.length; d++) vector[d]! *= length / Math.sqrt(square);
}
