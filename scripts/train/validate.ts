import { isOfWords } from '../../src/code/classify/features.js';
import { type KernelModel, unitFeatures } from '../../src/code/classify/kernel.js';
import { ROOTS15 } from '../../src/code/ontology.js';
import type { Example } from './examples.js';
import { type FitOptions, modelOf, prepare, targetsOf } from './fit.js';
import { eliminate, solve, substitute } from './linear.js';

/** Ten parts of equal mix of classes; the same seed gives the same parts. */
export function foldsOf(examples: readonly Example[], count: number, seed: number): number[] {
  const random = generator(seed);
  const out = new Array<number>(examples.length).fill(0);
  for (const root of ROOTS15) {
    const own = examples.flatMap((example, i) => (example.root === root ? [i] : []));
    for (let i = own.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [own[i], own[j]] = [own[j]!, own[i]!];
    }
    const offset = Math.floor(random() * count);
    own.forEach((i, k) => {
      out[i] = (k + offset) % count;
    });
  }
  return out;
}

/** Parts in which sentences alike in wording stay together, so that none is tested on its own twin. */
export function apartFolds(examples: readonly Example[], count: number, alike = 0.5): number[] {
  const wording = examples.map(wordingOf);
  const parent = examples.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (let i = 0; i < examples.length; i++)
    for (let j = 0; j < i; j++) if (cosine(wording[i]!, wording[j]!) > alike) parent[find(i)] = find(j);
  const groups = new Map<number, number[]>();
  examples.forEach((_, i) => {
    groups.set(find(i), [...(groups.get(find(i)) ?? []), i]);
  });
  const load = new Array<number>(count).fill(0);
  const out = new Array<number>(examples.length).fill(0);
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length)) {
    const part = load.indexOf(Math.min(...load));
    load[part]! += group.length;
    for (const i of group) out[i] = part;
  }
  return out;
}

/** The features of the words alone, of length one. */
function wordingOf({ features }: Example): Map<string, number> {
  return unitFeatures(new Map([...features].filter(([name]) => isOfWords(name))));
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [name, value] of few) dot += value * (many.get(name) ?? 0);
  return dot;
}

/** Raw scores of every example, by the parts that the examples are cut into. */
export type Validation = (folds: readonly number[]) => Float32Array[];

/** A model on its way: first how it does on parts of the examples that it has not seen, then the whole of it. */
export interface Learner {
  readonly validate: Validation;
  /** The model of all examples; to be called once. */
  finish(sharpness: number): KernelModel;
}

/** The validation alone. */
export function validation(
  examples: readonly Example[],
  always: readonly Example[],
  options: Partial<FitOptions> = {},
): Validation {
  return learner(examples, always, [], options).validate;
}

/**
 * Validates by models that never saw the labels of a part of `examples`, nor anything of `late`; `always` is trained on every
 * time. The words looked at and the axes of the word vectors are those of all sentences, which needs no labels. What `always`
 * explains is worked out once (the Schur complement of its part of the kernel matrix), so that a part costs little, another way
 * to cut the examples hardly more, and the model of all goes on from there.
 */
export function learner(
  examples: readonly Example[],
  always: readonly Example[],
  late: readonly Example[],
  options: Partial<FitOptions> = {},
): Learner {
  const all = [...always, ...examples, ...late];
  const { gram, ridge, ...parts } = prepare(all, options);
  const m = ROOTS15.length;
  const g = examples.length;
  const targets = targetsOf(all);
  const { rest, prior, kernel } = conditioned(gram, ridge, targets, always.length, g, m);
  const finish = (sharpness: number): KernelModel => {
    eliminate(gram, all.length, always.length, all.length, targets, m);
    substitute(gram, all.length, targets, m);
    return modelOf(all, parts, targets, { ...options, sharpness });
  };
  const validate: Validation = (folds) => {
    const out = examples.map((_, i) => Float32Array.from(prior.subarray(i * m, (i + 1) * m)));
    for (const part of new Set(folds)) {
      const known = examples.flatMap((_, i) => (folds[i] === part ? [] : [i]));
      const matrix = new Float64Array(known.length ** 2);
      const weights = new Float64Array(known.length * m);
      known.forEach((i, a) => {
        known.forEach((j, b) => {
          matrix[a * known.length + b] = kernel[i * g + j]! + (i === j ? ridge[always.length + i]! : 0);
        });
        weights.set(rest.subarray(i * m, (i + 1) * m), a * m);
      });
      solve(matrix, known.length, weights, m);
      examples.forEach((_, i) => {
        if (folds[i] !== part) return;
        known.forEach((j, b) => {
          for (let c = 0; c < m; c++) out[i]![c]! += kernel[i * g + j]! * weights[b * m + c]!;
        });
      });
    }
    return out;
  };
  return { validate, finish };
}

/**
 * What the first `fixed` of the rows leave of the others: their scores by those rows alone (`prior`), what is still to explain
 * of their targets (`rest`), and their kernel given those rows. Eliminates those rows' columns of `gram`, in which the ridge is on
 * the diagonal, and their rows of `targets`.
 */
function conditioned(
  gram: Float64Array,
  ridge: Float64Array,
  targets: Float64Array,
  fixed: number,
  others: number,
  m: number,
): { prior: Float64Array; rest: Float64Array; kernel: Float64Array } {
  const n = ridge.length;
  eliminate(gram, n, 0, fixed, targets, m);
  const prior = new Float64Array(others * m);
  const kernel = new Float64Array(others * others);
  for (let i = 0; i < others; i++) {
    const ri = (fixed + i) * n;
    for (let k = 0; k < fixed; k++)
      for (let c = 0; c < m; c++) prior[i * m + c]! += gram[ri + k]! * targets[k * m + c]!;
    for (let j = 0; j <= i; j++) {
      const rj = (fixed + j) * n;
      let sum = gram[ri + fixed + j]! - (i === j ? ridge[fixed + i]! : 0);
      for (let k = 0; k < fixed; k++) sum -= gram[ri + k]! * gram[rj + k]!;
      kernel[i * others + j] = kernel[j * others + i] = sum;
    }
  }
  const rest = Float64Array.from(prior, (value, i) => targets[fixed * m + i]! - value);
  return { prior, rest, kernel };
}

/** Lehmer's generator: enough for shuffling, the same everywhere. */
function generator(seed: number): () => number {
  let state = (seed * 7919) % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
