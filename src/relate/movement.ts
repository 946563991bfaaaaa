import { shrunkenMean } from './estimate.js';
import type { Estimate, Quads } from './types.js';

/** What two actors did to each other in a stretch of time: acts by quad class, and their Goldstein values. */
export interface Acts {
  readonly quads: Quads;
  /** Sum of the Goldstein values of the acts, and of their squares. */
  readonly goldstein: number;
  readonly squares: number;
}

export interface Side {
  readonly acts: number;
  readonly index: Estimate;
}

/** Where a relation went between two stretches of time. */
export interface Movement {
  /** `unknown`: too little was reported to tell even that nothing changed. */
  readonly towards: 'closer' | 'apart' | 'unchanged' | 'unknown';
  /** The chance that this is right; null where it is unknown. */
  readonly chance: number | null;
  readonly now: Side;
  readonly before: Side;
}

/** A direction is told from this chance on. */
const SURE = 0.9;
/** That nothing changed is told from this chance on. */
const SAME = 0.8;
/** Goldstein points by which an index may differ and still count as unchanged. */
const MARGIN = 1.5;
/** Acts on each side, below which nothing is told. */
const LEAST = 3;
/** Variance between the months of one relation about its mean: two points of the Goldstein scale, squared. */
const BETWEEN = 4;
/** Acts do not come alone: so many are worth one (the median cluster of docs/relations.md's histories). */
const CLUSTER = 1.5;

/**
 * Whether two actors came closer or drifted apart. Two questions are asked of the acts of both times: whether the mean
 * Goldstein value rose (normal posterior, both drawn towards their common mean: Efron and Morris 1975), and whether the
 * share of conflict among all acts fell (beta posteriors under Jeffreys' prior, compared by their normal
 * approximation). A direction is told where both point to it; its chance is the lesser of the two.
 */
export function movementOf(now: Acts, before: Acts): Movement {
  const common = commonOf(now, before);
  const [a, b] = [sideOf(now, common), sideOf(before, common)];
  const sides = { now: a.side, before: b.side };
  if (a.side.acts < LEAST || b.side.acts < LEAST) return { towards: 'unknown', chance: null, ...sides };
  const change = a.side.index.value - b.side.index.value;
  const spread = Math.sqrt(a.variance + b.variance);
  const warmer = normal(change / spread);
  const calmer = 1 - higherShare(now, before);
  const closer = Math.min(warmer, calmer);
  const apart = Math.min(1 - warmer, 1 - calmer);
  if (closer >= SURE) return { towards: 'closer', chance: closer, ...sides };
  if (apart >= SURE) return { towards: 'apart', chance: apart, ...sides };
  const same = normal((MARGIN - change) / spread) - normal((-MARGIN - change) / spread);
  return same >= SAME
    ? { towards: 'unchanged', chance: same, ...sides }
    : { towards: 'unknown', chance: null, ...sides };
}

interface Common {
  readonly mean: number;
  readonly variance: number;
  readonly between: number;
}

/** Mean and scatter of the acts of both times, as of one act at 0 more. */
function commonOf(now: Acts, before: Acts): Common {
  const n = countOf(now) + countOf(before) + 1;
  const mean = (now.goldstein + before.goldstein) / n;
  const variance = Math.max(1, (now.squares + before.squares + 25) / n - mean * mean) * CLUSTER;
  return { mean, variance, between: BETWEEN };
}

function sideOf(acts: Acts, common: Common): { side: Side; variance: number } {
  const count = countOf(acts);
  const variance = 1 / (count / common.variance + 1 / common.between);
  return { side: { acts: count, index: shrunkenMean(acts.goldstein, count, common) }, variance };
}

function countOf({ quads }: Acts): number {
  return quads[0] + quads[1] + quads[2] + quads[3];
}

/** The chance that the share of conflict is higher now than before. */
function higherShare(now: Acts, before: Acts): number {
  const beta = ({ quads }: Acts): { mean: number; variance: number } => {
    const [a, b] = [(quads[2] + quads[3]) / CLUSTER + 0.5, (quads[0] + quads[1]) / CLUSTER + 0.5];
    return { mean: a / (a + b), variance: (a * b) / ((a + b) ** 2 * (a + b + 1)) };
  };
  const [a, b] = [beta(now), beta(before)];
  return normal((a.mean - b.mean) / Math.sqrt(a.variance + b.variance));
}

/** The standard normal distribution function (Abramowitz and Stegun 1964, 26.2.17; off by less than 1e-7). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
