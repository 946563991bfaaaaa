import { readData } from '../../base/index.js';
import type { Document, Entity } from '../types.js';
import { describe } from './describe.js';
import { SIZE } from './features.js';
import { type Choice, resolve } from './resolve.js';

let weights: Float32Array | undefined;

/** The entities of a document: mentions of the same person, organization, state, thing, joined. Linear in its length. */
export function findEntities(document: Document): Entity[] {
  const all = describe(document);
  weights ??= loadWeights();
  const table = weights;
  const groups = resolve(all, (_, choice) => best(choice, table));
  return groups.map((members) => ({ mentions: members.map((at) => all[at]!.mention) }));
}

/** The candidate for which most speaks, or -1 where more speaks for a new entity. */
function best({ features }: Choice, table: Float32Array): number {
  let found = 0;
  let high = Number.NEGATIVE_INFINITY;
  features.forEach((row, i) => {
    let sum = 0;
    for (const at of row) sum += table[at]!;
    if (sum > high) [found, high] = [i, sum];
  });
  return found - 1;
}

/** The weights that scripts/train/coref.ts wrote: bytes to be multiplied by the scale at the front. */
function loadWeights(): Float32Array {
  const file = readData('models/coref.bin');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const scale = view.getFloat32(0, true);
  return Float32Array.from({ length: SIZE }, (_, i) => view.getInt8(4 + i) * scale);
}
