import { type KernelModel, kernelOf, project } from '../../src/code/classify/kernel.js';
import { ROOTS15 } from '../../src/code/ontology.js';
import type { Example } from './examples.js';
import { principal } from './linear.js';

/** What the training may be told. */
export interface FitOptions {
  readonly lambda: number;
  /** 0: every sentence counts alike; 1: every class counts alike. */
  readonly balance: number;
  readonly rank: number;
  readonly sharpness: number;
  /** How much a sentence of news counts against one of the codebook. */
  readonly news: number;
  /** How alike two sentences are that differ in wording only, codebook and news: 1 makes no difference between the two. */
  readonly across: number;
}

export const DEFAULTS: FitOptions = {
  ...{ lambda: 0.1, balance: 0.5, rank: 96, sharpness: 6 },
  ...{ news: 0.4, across: 0.6 },
};

/**
 * The model of weighted kernel ridge regression, one column a class, from its solution. The kernel is multiplied by `across`
 * between the two wordings, so that what they share is learned from both and what each has of its own stays its own (Daumé III,
 * ACL 2007). New sentences are scored as ones of the codebook.
 */
export function modelOf(
  examples: readonly Example[],
  parts: Pick<KernelModel, 'features' | 'starts' | 'rows' | 'values' | 'mean' | 'axes' | 'dense'>,
  solution: Float64Array,
  options: Partial<FitOptions>,
): KernelModel {
  const { sharpness, rank, across } = { ...DEFAULTS, ...options };
  const m = ROOTS15.length;
  const weights = Float32Array.from(solution, (weight, at) =>
    examples[Math.floor(at / m)]!.wording === 'news' ? weight * across : weight,
  );
  return { classes: ROOTS15, sharpness, size: examples.length, ...parts, rank, weights };
}

/** One row of classes an example: 1 for its own, nothing for NONE. */
export function targetsOf(examples: readonly Example[]): Float64Array {
  const targets = new Float64Array(examples.length * ROOTS15.length);
  examples.forEach((example, i) => {
    if (example.root !== 'NONE') targets[i * ROOTS15.length + ROOTS15.indexOf(example.root)] = 1;
  });
  return targets;
}

/** The kernel of every two examples, the ridge on its diagonal, and what else a model of them holds. */
export function prepare(
  examples: readonly Example[],
  options: Partial<FitOptions> = {},
): Index & Pick<KernelModel, 'mean' | 'axes' | 'dense'> & { gram: Float64Array; ridge: Float64Array } {
  const { lambda, balance, rank, news, across } = { ...DEFAULTS, ...options };
  const n = examples.length;
  const index = indexOf(examples);
  const { mean, axes } = principal(
    examples.map((example) => example.dense),
    rank,
  );
  const dense = new Float32Array(n * rank);
  examples.forEach((example, i) => {
    dense.set(project({ mean, axes, rank }, example.dense), i * rank);
  });
  const gram = gramOf(examples, index, dense, rank, across);
  const ridge = Float64Array.from(
    balanceOf(examples, balance),
    (weight, i) => lambda / (weight * (examples[i]!.wording === 'news' ? news : 1)),
  );
  for (let i = 0; i < n; i++) gram[i * n + i]! += ridge[i]!;
  return { ...index, mean, axes, dense, gram, ridge };
}

type Index = Pick<KernelModel, 'features' | 'starts' | 'rows' | 'values'>;

/** Postings of every feature that at least two examples have. */
function indexOf(examples: readonly Example[]): Index {
  const postings = new Map<string, [number, number][]>();
  examples.forEach((example, i) => {
    for (const [name, value] of example.features) {
      const list = postings.get(name);
      if (list) list.push([i, value]);
      else postings.set(name, [[i, value]]);
    }
  });
  const kept = [...postings].filter(([, list]) => list.length > 1);
  const starts = new Uint32Array(kept.length + 1);
  kept.forEach(([, list], f) => {
    starts[f + 1] = starts[f]! + list.length;
  });
  const flat = kept.flatMap(([, list]) => list);
  return {
    features: new Map(kept.map(([name], f) => [name, f])),
    starts,
    rows: Uint16Array.from(flat, ([row]) => row),
    values: Float32Array.from(flat, ([, value]) => value),
  };
}

function gramOf(
  examples: readonly Example[],
  index: Index,
  dense: Float32Array,
  rank: number,
  across: number,
): Float64Array {
  const n = examples.length;
  const gram = new Float64Array(n * n);
  examples.forEach((example, i) => {
    const sparse = new Float32Array(n);
    for (const [name, value] of example.features) {
      const f = index.features.get(name);
      if (f === undefined) continue;
      for (let k = index.starts[f]!; k < index.starts[f + 1]!; k++)
        sparse[index.rows[k]!]! += value * index.values[k]!;
    }
    for (let j = 0; j <= i; j++) {
      let dot = 0;
      for (let r = 0; r < rank; r++) dot += dense[i * rank + r]! * dense[j * rank + r]!;
      const same = example.wording === examples[j]!.wording ? 1 : across;
      gram[i * n + j] = gram[j * n + i] = same * kernelOf(sparse[j]!, dot);
    }
  });
  return gram;
}

/** How much each example counts, so that rare classes are not drowned. */
function balanceOf(examples: readonly Example[], balance: number): number[] {
  const count = new Map<string, number>();
  for (const { root } of examples) count.set(root, (count.get(root) ?? 0) + 1);
  const mean = examples.length / count.size;
  return examples.map(({ root }) => (mean / count.get(root)!) ** balance);
}
