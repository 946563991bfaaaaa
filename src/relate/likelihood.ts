import type { Profile } from './profile.js';

/** How the counts of a relation scatter while nothing changes: variance = cluster * mean + mean^2 / (WOBBLE * days). */
export interface Noise {
  /** Acts or reports that come together; at least 1. */
  readonly cluster: number;
  /** Over-dispersion of the mix of quad classes; at least 1. */
  readonly mix: number;
}

/**
 * How steady a regime is taken to be: the shape, per day of mean coverage, of the gamma that the rate of a regime
 * follows. With 40 a year a rate wanders by 1/sqrt(40) = 16 % over a year and by 55 % over a month: the largest value
 * at which the strongest gains without a shift stay alike for calm and for wandering rates (docs/relations.md).
 */
export const WOBBLE = 40 / 365;

/** Log likelihood of stretches of days, each with its own rate and mix, up to terms that no cutting changes. */
export interface Likelihood {
  amount(from: number, to: number): number;
  kind(from: number, to: number): number;
  both(from: number, to: number): number;
}

/**
 * Amount: a negative binomial whose shape grows with the exposure, so that stretches add up (a gamma process of rates,
 * Hilbe 2011, Negative Binomial Regression, ch. 8), of counts divided by the cluster size (quasi-likelihood, Wedderburn
 * 1974). Kind: a multinomial over quad classes, also quasi. Both have their maximum in closed form from running sums.
 */
export function likelihoodOf(profile: Profile, noise: Noise): Likelihood {
  const { acts, quads, exposure } = profile;
  const [q1, q2, q3, q4] = quads as readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  const table = tableOf(acts[profile.days]!);
  const { cluster, mix } = noise;
  const logCluster = Math.log(cluster);
  const amount = (from: number, to: number): number => {
    const count = acts[to]! - acts[from]!;
    const shape = WOBBLE * (exposure[to]! - exposure[from]!);
    if (shape <= 0) return 0;
    const scaled = count / cluster;
    const own = count > 0 ? table[count]! / cluster - scaled * logCluster : 0;
    return countLikelihood(own, scaled, shape);
  };
  const kind = (from: number, to: number): number =>
    (table[q1[to]! - q1[from]!]! +
      table[q2[to]! - q2[from]!]! +
      table[q3[to]! - q3[from]!]! +
      table[q4[to]! - q4[from]!]! -
      table[acts[to]! - acts[from]!]!) /
    mix;
  return { amount, kind, both: (from, to) => amount(from, to) + kind(from, to) };
}

/** A scaled count at the rate that suits it best, up to terms that no cutting changes; `own` is scaled * log(scaled). */
export function countLikelihood(own: number, scaled: number, shape: number): number {
  return own + shape * Math.log(shape) - (scaled + shape) * Math.log(scaled + shape);
}

/** n log n for whole numbers up to `most`. */
function tableOf(most: number): Float64Array {
  const table = new Float64Array(most + 1);
  for (let n = 2; n <= most; n++) table[n] = n * Math.log(n);
  return table;
}
