/**
 * Kernel ridge classification: a sentence's score for a class is a weighted sum of its likeness to every
 * training sentence. Likeness is K + K² of K = a·(cosine of sparse features) + b·(cosine of word vectors) + c, so
 * that pairs of features count as well as single ones. (Saunders, Gammerman and Vovk, ICML 1998.)
 */
export const KERNEL = { sparse: 0.65, dense: 0.35, bias: 0.02 } as const;

/** What scores a new sentence: the training sentences, column by column, and their weights. */
export interface KernelModel {
  readonly classes: readonly string[];
  /** Softmax of `sharpness` times the scores gives probabilities. */
  readonly sharpness: number;
  readonly size: number;
  readonly features: ReadonlyMap<string, number>;
  /** Postings of feature f: training sentences `rows[starts[f] .. starts[f+1]]` with `values`. */
  readonly starts: Uint32Array;
  readonly rows: Uint16Array;
  readonly values: Float32Array;
  /** Principal axes of the dense vectors, `axes` rows of `width`, and the mean taken off before. */
  readonly mean: Float32Array;
  readonly axes: Float32Array;
  readonly rank: number;
  /** Projected training sentences, `size` rows of `rank`, each of length one. */
  readonly dense: Float32Array;
  /** `size` rows of one weight a class. */
  readonly weights: Float32Array;
}

/** What scales features to length one; those the model does not know stay part of the length. */
export function unitScale(features: ReadonlyMap<string, number>): number {
  let square = 0;
  for (const value of features.values()) square += value * value;
  return square > 0 ? 1 / Math.sqrt(square) : 0;
}

/** Features scaled to length one. */
export function unitFeatures(features: ReadonlyMap<string, number>): Map<string, number> {
  const scale = unitScale(features);
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
  let square = 0;
  for (let r = 0; r < rank; r++) {
    let sum = 0;
    for (let j = 0, at = r * width; j < width; j++, at++) sum += axes[at]! * (dense[j]! - mean[j]!);
    out[r] = sum;
    square += sum * sum;
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

/** Probabilities from raw scores. */
export function softmax(scores: Float32Array, sharpness: number): number[] {
  const top = Math.max(...scores);
  const powers = [...scores].map((score) => Math.exp(sharpness * (score - top)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
