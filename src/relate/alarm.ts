import type { Noise } from './likelihood.js';

/**
 * How often a history without any shift shows a cut of a gain: a Gumbel tail (the maximum of many) whose place depends
 * on the logarithms of length, acts and scatter, and its scale on the scatter of kinds. Fitted by maximum likelihood to
 * the strongest cuts of 2,400 simulated histories without a shift (scripts/relate/null.ts and fit.py;
 * docs/relations.md); the place is put one up, so that the burstiest of them keep what is promised, too.
 */
const PLACE = 6.5;
const PER = { days: -0.429, acts: 0.034, mix: -9.819, cluster: 3.628 } as const;
const SCALE = Math.exp(-0.2);
const SCALE_PER_MIX = 2.428;
/** No tail is taken to fall faster than this, whatever the simulations of calm histories show. */
const STEEPEST = 1.5;
/**
 * No cut of a smaller gain is told, in a year and in ten times as long: rates that wander by 40 % for half-years would
 * be, else; and a year of the burstiest routine shows 11 too often.
 */
const LEAST_GAIN = 12;
const LEAST_PER_DECADE = 3;

/** The same for flares, fitted to quiet histories of acts of which a few are told as two; the place put one up, too. */
const FLARE = { place: 5.4, perDays: 2.165, scale: 2.461 } as const;

/** What the false-alarm rate of a history depends on. */
export interface Ground {
  readonly days: number;
  readonly acts: number;
  readonly noise: Noise;
}

/** Chance of a cut, or a flare, of at least this gain anywhere in a history without a shift. */
export function falseAlarmOf(gain: number, ground: Ground, flare = false): number {
  if (flare) return -Math.expm1(-Math.exp((flarePlaceOf(ground) - gain) / FLARE.scale));
  return -Math.expm1(-Math.exp((placeOf(ground) - gain) / scaleOf(ground)));
}

/** The gains from which a cut, and a flare, have at most this chance of being a false alarm. */
export function gainFor(level: number, ground: Ground): { cut: number; flare: number } {
  const least = LEAST_GAIN + LEAST_PER_DECADE * Math.max(0, Math.log10(ground.days / 365));
  const tail = Math.log(-Math.log1p(-level));
  return {
    cut: Math.max(least, placeOf(ground) - scaleOf(ground) * tail),
    flare: flarePlaceOf(ground) - FLARE.scale * tail,
  };
}

function scaleOf({ noise }: Ground): number {
  return Math.max(STEEPEST, SCALE * noise.mix ** SCALE_PER_MIX);
}

function flarePlaceOf({ days }: Ground): number {
  return FLARE.place + FLARE.perDays * Math.log(Math.max(days, 90) / 365);
}

function placeOf({ days, acts, noise }: Ground): number {
  return (
    PLACE +
    PER.days * Math.log(Math.max(days, 90) / 365) +
    PER.acts * Math.log(Math.max(acts, 8) / 100) +
    PER.mix * Math.log(noise.mix) +
    PER.cluster * Math.log(noise.cluster)
  );
}
