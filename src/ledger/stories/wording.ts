import { VECTOR_SCALE, wordVectors } from '../../code/index.js';
import { weightOf } from './weights.js';

/** Words in one of about ten sentences or more ("say", "after") are kindred to everything. */
const COMMON = 2.5;

/** Cosine from which two words are kindred ("captives", "prisoners"), and below which they share nothing. */
const KINDRED = 0.6;
/** What a pair of kindred words counts at most, against 1 for the same word. */
const KINDRED_SHARE = 0.6;
/** Sentences with less weight than this are too short to be unlike. */
const SHORT = 12;

/**
 * Likeness of two sorted lists of words, 0 to 1: the weight of the words they share, and of kindred words by word
 * vectors, against the mean of that of both, so that a short sentence inside a long one is liker than by their union.
 */
export function likeness(a: readonly string[], b: readonly string[]): { share: number; common: string[] } {
  const { common, weight } = shared(a, b);
  if (weight === 0) return { share: 0, common };
  const [x, y] = [sum(a), sum(b)];
  const share = weight / Math.sqrt(Math.max(Math.min(x, y), SHORT) * Math.max(x, y, SHORT));
  return { share: Math.min(1, share), common: common.sort((p, q) => weightOf(q) - weightOf(p)) };
}

/** How much of the weight of one list of words the other one holds, 0 to 1. */
export function coverage(of: readonly string[], by: readonly string[]): number {
  const whole = sum(of);
  return whole === 0 ? 1 : shared(of, by).weight / whole;
}

function shared(a: readonly string[], b: readonly string[]): { common: string[]; weight: number } {
  const inB = new Set(b);
  const common = a.filter((word) => inB.has(word));
  const same = new Set(common);
  const restA = a.filter((word) => !same.has(word));
  const restB = b.filter((word) => !same.has(word));
  const [few, many] = restA.length < restB.length ? [restA, restB] : [restB, restA];
  return { common, weight: sum(common) + kindred(few, many) };
}

function sum(words: readonly string[]): number {
  return words.reduce((total, word) => total + weightOf(word), 0);
}

/** Weight of the words that have a kindred word on the other side. */
function kindred(few: readonly string[], many: readonly string[]): number {
  const { rows, body, dimensions } = wordVectors();
  const others = many.flatMap((word) => {
    const row = rows.get(word);
    return row === undefined || weightOf(word) < COMMON ? [] : [{ word, row }];
  });
  let total = 0;
  for (const word of few) {
    const row = rows.get(word);
    if (row === undefined || weightOf(word) < COMMON) continue;
    let best = KINDRED;
    let weight = 0;
    for (const other of others) {
      const cosine = dot(body, row * dimensions, other.row * dimensions, dimensions);
      if (cosine > best) [best, weight] = [cosine, Math.min(weightOf(word), weightOf(other.word))];
    }
    total += (weight * KINDRED_SHARE * (best - KINDRED)) / (1 - KINDRED);
  }
  return total;
}

function dot(body: Int8Array, a: number, b: number, size: number): number {
  let total = 0;
  for (let i = 0; i < size; i++) total += body[a + i]! * body[b + i]!;
  return total / (VECTOR_SCALE * VECTOR_SCALE);
}
