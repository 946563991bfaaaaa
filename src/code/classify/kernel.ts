/**
 * Kernel ridge classification: a sentence's score for a class is a weighted sum of its likeness to every
 * training sentence. Likeness is K + K² of K = a·(cosine of sparse features) + b·(cosine of word vectors) + c, so
 * that pairs of features count as well as single ones. (Saunders, Gammerman and Vovk, ICML 1998.)
 */
export const KERNEL = { sparse: 0.65, dense: 0.35, bias: 0.02 } as const;

/** Steps of the bytes that the numbers of a model are rounded to; sparse values are positive and rarely above 0.85. */
export const STEPS = { sparse: 300, dense: 127 } as const;
/** Steps of a new sentence's numbers, so that its likeness to the known ones is worked out in whole numbers. */
const QUERY_STEPS = 4096;

/** What scores a new sentence: the training sentences, column by column, and their weights. */
export interface KernelModel {
  readonly classes: readonly string[];
  /** Softmax of `sharpness` times the scores gives probabilities. */
  readonly sharpness: number;
  readonly size: number;
  readonly features: ReadonlyMap<string, number>;
  /** Postings of feature f: training sentences `rows[starts[f] .. starts[f+1]]` with `values`, in steps of 1/300. */
  readonly starts: Uint32Array;
  readonly rows: Uint16Array;
  readonly values: Uint8Array;
  /** Principal axes of the dense vectors, `axes` rows of `width`, and the mean taken off before. */
  readonly mean: Float32Array;
  readonly axes: Float32Array;
  readonly rank: number;
  /** Projected training sentences, `size` rows of `rank`, each of length one, in steps of 1/127. */
  readonly dense: Int8Array;
  /** `size` rows of one weight a class. */
  readonly weights: Float32Array;
}

/** Scales features to length one; those the model does not know stay part of the length. */
export function unitFeatures(features: ReadonlyMap<string, number>): Map<string, number> {
  let square = 0;
  for (const value of features.values()) square += value * value;
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  return new Map([...features].map(([name, value]) => [name, value * scale]));
}

/** Projects a dense vector on the axes and scales it to length one. */
export function project(
  model: Pick<KernelModel, 'mean' | 'axes' | 'rank'>,
  dense: Float32Array,
): Float32Array {
  const { mean, axes, rank } = model;
  const width = mean.length;
  const out = new Float32Array(rank);
  const centred = Float64Array.from(dense, (x, j) => x - mean[j]!);
  let square = 0;
  for (let r = 0; r < rank; r++) {
    let a = 0;
    let b = 0;
    const at = r * width;
    for (let j = 0; j + 1 < width; j += 2) {
      a += axes[at + j]! * centred[j]!;
      b += axes[at + j + 1]! * centred[j + 1]!;
    }
    if (width % 2 === 1) a += axes[at + width - 1]! * centred[width - 1]!;
    out[r] = a + b;
    square += (a + b) ** 2;
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let r = 0; r < rank; r++) out[r]! *= scale;
  return out;
}

/** The kernel of two sentences from their two cosines. */
export function kernelOf(sparse: number, dense: number): number {
  const k = KERNEL.sparse * sparse + KERNEL.dense * dense + KERNEL.bias;
  return k + k * k;
}

/** Raw scores of a sentence, one a class. */
export function scoresOf(
  model: KernelModel,
  features: ReadonlyMap<string, number>,
  dense: Float32Array,
): Float32Array {
  const { size, rank, weights } = model;
  const sparse = sparseLikeness(model, features);
  const query = Int32Array.from(project(model, dense), (x) => Math.round(x * QUERY_STEPS));
  const width = model.classes.length;
  const out = new Float64Array(width);
  for (let i = 0; i < size; i++) {
    const near = dotOf(query, model.dense, i * rank) / (QUERY_STEPS * STEPS.dense);
    const k = kernelOf(sparse[i]!, near);
    for (let c = 0, at = i * width; c < width; c++, at++) out[c]! += k * weights[at]!;
  }
  return Float32Array.from(out);
}

/** The cosine of the sparse features with those of each training sentence. */
function sparseLikeness(model: KernelModel, features: ReadonlyMap<string, number>): Float64Array {
  const { starts, rows, values } = model;
  const out = new Float64Array(model.size);
  for (const [name, value] of unitFeatures(features)) {
    const f = model.features.get(name);
    if (f === undefined) continue;
    const step = value / STEPS.sparse;
    const end = starts[f + 1]!;
    for (let k = starts[f]!; k < end; k++) out[rows[k]!]! += step * values[k]!;
  }
  return out;
}

/** The product of a vector with the one that begins at `at`, four numbers at a time: one sum alone would wait for itself. */
function dotOf(query: Int32Array, known: Int8Array, at: number): number {
  const length = query.length;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let r = 0;
  for (; r + 3 < length; r += 4) {
    a = (a + Math.imul(query[r]!, known[at + r]!)) | 0;
    b = (b + Math.imul(query[r + 1]!, known[at + r + 1]!)) | 0;
    c = (c + Math.imul(query[r + 2]!, known[at + r + 2]!)) | 0;
    d = (d + Math.imul(query[r + 3]!, known[at + r + 3]!)) | 0;
  }
  for (; r < length; r++) a = (a + Math.imul(query[r]!, known[at + r]!)) | 0;
  return a + b + c + d;
}

/** Probabilities from raw scores. */
export function softmax(scores: Float32Array, sharpness: number): number[] {
  const top = Math.max(...scores);
  const powers = [...scores].map((score) => Math.exp(sharpness * (score - top)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
