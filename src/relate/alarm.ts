import type { Noise } from './likelihood.js';

/**
 * How often a history without any shift shows a cut of a gain: a Gumbel tail whose place grows with the logarithms of
 * its length, its acts and their scatter. Fitted by maximum likelihood to the strongest cuts of 1,440 simulated
 * histories without a shift (scripts/relate/null.ts, fit.py; docs/relations.md).
 */
const PLACE = -6.7;
const PER = { days: 1.38, acts: 0.22, mix: 11.7, cluster: 4.26 } as const;
const SCALE = 5.81;

/** What the false-alarm rate of a history depends on. */
export interface Ground {
  readonly days: number;
  readonly acts: number;
  readonly noise: Noise;
}

/** Chance of a cut of at least this gain anywhere in a history without a shift. */
export function falseAlarmOf(gain: number, ground: Ground): number {
  return -Math.expm1(-Math.exp((placeOf(ground) - gain) / SCALE));
}

/** The gain from which a cut has at most this chance of being a false alarm. */
export function gainFor(level: number, ground: Ground): number {
  return Math.max(LEAST_GAIN, placeOf(ground) - SCALE * Math.log(-Math.log1p(-level)));
}

/** The simulations looked at no smaller gain. */
const LEAST_GAIN = 5;

function placeOf({ days, acts, noise }: Ground): number {
  return (
    PLACE +
    PER.days * Math.log(Math.max(days, 90) / 365) +
    PER.acts * Math.log(Math.max(acts, 8) / 100) +
    PER.mix * Math.log(noise.mix) +
    PER.cluster * Math.log(noise.cluster)
  );
}
