/**
 * How often a history without any shift shows a cut of a gain: a Gumbel tail whose place grows with the length of the
 * history, fitted to simulated histories (scripts/relate/null.ts and fit.ts; docs/relations.md).
 */
const PLACE = 4;
const PER_LOG_DAYS = 1;
const SCALE = 3;

/** Chance of a cut of at least this gain anywhere in so many days without a shift. */
export function falseAlarmOf(gain: number, days: number): number {
  return -Math.expm1(-Math.exp((placeOf(days) - gain) / SCALE));
}

/** The gain from which a cut has at most this chance of being a false alarm. */
export function gainFor(level: number, days: number): number {
  return placeOf(days) - SCALE * Math.log(-Math.log1p(-level));
}

function placeOf(days: number): number {
  return PLACE + PER_LOG_DAYS * Math.log(Math.max(days, 90) / 365);
}
