import { scoresOf } from '../../src/code/classify/kernel.js';
import { ROOTS15 } from '../../src/code/ontology.js';
import type { Example } from './examples.js';
import { type FitOptions, trainModel } from './fit.js';

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
  const parent = examples.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (let i = 0; i < examples.length; i++)
    for (let j = 0; j < i; j++) if (cosine(examples[i]!, examples[j]!) > alike) parent[find(i)] = find(j);
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

function cosine(a: Example, b: Example): number {
  const [few, many] = a.features.size < b.features.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [name, value] of few.features) dot += value * (many.features.get(name) ?? 0);
  return dot;
}

/** Raw scores of every example from a model that never saw its part; `always` is trained on every time. */
export function crossValidate(
  examples: readonly Example[],
  always: readonly Example[],
  folds: readonly number[],
  options: Partial<FitOptions> = {},
): Float32Array[] {
  const out: Float32Array[] = [];
  for (const part of new Set(folds)) {
    const model = trainModel([...examples.filter((_, i) => folds[i] !== part), ...always], options);
    examples.forEach((example, i) => {
      if (folds[i] === part) out[i] = scoresOf(model, example.features, example.dense);
    });
  }
  return out;
}

/** Lehmer's generator: enough for shuffling, the same everywhere. */
function generator(seed: number): () => number {
  let state = (seed * 7919) % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
