import { gunzipSync } from 'node:zlib';
import { readData } from '../../base/index.js';

/** Slots that the names of features are hashed to. */
export const SLOTS = 1 << 16;

/** Weights of the slots, one byte each, and what a byte stands for. */
export interface LinkModel {
  readonly step: number;
  readonly weights: Int8Array;
}

let cached: LinkModel | undefined;

/** The model of `data/models/links.bin`, read once: a step in four bytes, then a byte a slot, gzipped. */
export function linkModel(): LinkModel {
  if (cached) return cached;
  const bytes = gunzipSync(readData('models/links.bin'));
  cached = { step: bytes.readFloatLE(0), weights: new Int8Array(bytes.buffer, bytes.byteOffset + 4, SLOTS) };
  return cached;
}

/** The slot of a feature (FNV-1a) whose name is fixed parts with values between; the name itself is never put together. */
export function slotOf(fixed: readonly string[], values: readonly (string | number | boolean)[]): number {
  let hash = hashOf(0x811c9dc5, fixed[0]!);
  for (let i = 0; i < values.length; i++) hash = hashOf(hashOf(hash, String(values[i])), fixed[i + 1]!);
  return ((hash >>> 0) ^ (hash >>> 16)) & (SLOTS - 1);
}

function hashOf(begun: number, text: string): number {
  let hash = begun;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** By slot, the last call that counted it: features that share a slot count once. */
const counted = new Uint32Array(SLOTS);
let call = 0;

/** How likely features are those of a pair of which the first does something to the second. */
export function chanceOf(slots: readonly number[], { step, weights }: LinkModel = linkModel()): number {
  call = (call + 1) >>> 0;
  let sum = 0;
  for (const slot of slots) {
    if (counted[slot] === call) continue;
    counted[slot] = call;
    sum += weights[slot]!;
  }
  return 1 / (1 + Math.exp(-sum * step));
}
