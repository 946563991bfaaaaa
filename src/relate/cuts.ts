import { firstNotBefore } from '../base/index.js';
import { candidatesOf, edgesOf } from './candidates.js';
import { flaresIn } from './flares.js';
import { type Likelihood, likelihoodOf, type Noise } from './likelihood.js';
import { firstNoise, noiseWithin } from './noise.js';
import { LEAST_DAYS, partition } from './partition.js';
import type { Profile } from './profile.js';

/** The cuts of a history (day offsets; 0 and the last day's end among them) with the noise within. */
export interface Cuts {
  readonly bounds: readonly number[];
  /** For each bound but the first and the last: what is lost when it is taken out; of a flare, with its other end. */
  readonly gains: readonly Gain[];
  /** For each bound but the first and the last: days that may be the true one, and the chance of each. */
  readonly dates: readonly DateChances[];
  readonly noise: Noise;
}

/** Log likelihood ratio of a cut: of how much is told, and of what kind it is. */
export interface Gain {
  readonly amount: number;
  readonly kind: number;
  readonly flare: boolean;
}

/** What a cut, or both ends of a flare together, must gain when this is the noise. */
export interface Least {
  readonly cut: number;
  readonly flare: number;
}

/** The chance of each day to be the one at which a regime began, given the regimes beside it. */
export interface DateChances {
  readonly from: number; // day offset of the first of the chances
  readonly chances: Float64Array;
}

/**
 * The best cutting is looked for at this part of the gain that a cut must have: a war has two cuts, and each of them may
 * be sure though both together do not gain twice what one must.
 */
const LENIENT = 0.65;

/** Finds scatter and cuts in turn: first the scatter within half-years, then that within the regimes found; last the flares. */
export function cutsOf(profile: Profile, least: (noise: Noise) => Least): Cuts {
  const guess = firstNoise(profile);
  const first = likelihoodOf(profile, guess);
  const candidates = candidatesOf(profile, first);
  const rough = sureCuts(candidates, first, least(guess).cut);
  const noise = noiseWithin(profile, rough);
  const likelihood = likelihoodOf(profile, noise);
  const bounds = sureCuts(candidates, likelihood, least(noise).cut);
  const edges = edgesOf(profile);
  dropWeakest(bounds, likelihood.both, (i) => isSlight(profile, bounds[i - 1]!, bounds[i]!, bounds[i + 1]!));
  for (let i = 1; i < bounds.length - 1; i++) {
    bounds[i] = bestDay(bounds, i, edges, likelihood);
    bounds[i] = atFirstAct(profile, bounds, i);
  }
  const flares = bounds
    .slice(1)
    .flatMap((to, i) => flaresIn(profile, noise, [bounds[i]!, to], least(noise).flare));
  const ends = new Map(flares.flatMap(({ from, to, gain }) => [from, to].map((at) => [at, gain] as const)));
  const all = [...new Set([...bounds, ...ends.keys()])].sort((a, b) => a - b);
  const inner = all.slice(1, -1);
  return {
    bounds: all,
    gains: inner.map((at) => {
      const flare = bounds.includes(at) ? undefined : ends.get(at);
      return flare ? { ...flare, flare: true } : gainAt(bounds, bounds.indexOf(at), likelihood);
    }),
    dates: inner.map((_, i) => chancesOf(all, i + 1, likelihood)),
    noise,
  };
}

/** The best cutting, less the cuts that are not sure by themselves, the weakest first. */
function sureCuts(candidates: readonly number[], { both }: Likelihood, least: number): number[] {
  const bounds = partition(candidates, both, LENIENT * least);
  dropWeakest(bounds, both, (i) => gainOf(bounds, i, both) < least);
  return bounds;
}

/** Takes out one by one the weakest of the cuts that `drop` names, until it names none. */
function dropWeakest(bounds: number[], value: Likelihood['both'], drop: (i: number) => boolean): void {
  for (;;) {
    let weakest = -1;
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = 1; i < bounds.length - 1; i++) {
      if (!drop(i)) continue;
      const gain = gainOf(bounds, i, value);
      if (gain < lowest) [weakest, lowest] = [i, gain];
    }
    if (weakest < 0) return;
    bounds.splice(weakest, 1);
  }
}

/** A change is told from this factor in how much there is, or from so many Goldstein points an act. */
const LEAST_FACTOR = 2;
const LEAST_POINTS = 1;

/** Whether a cut is sure but too small to be told. */
function isSlight({ acts, exposure, goldstein }: Profile, from: number, at: number, to: number): boolean {
  const [n, m] = [acts[at]! - acts[from]!, acts[to]! - acts[at]!];
  const [e, f] = [exposure[at]! - exposure[from]!, exposure[to]! - exposure[at]!];
  const factor = (m + 0.5) / f / ((n + 0.5) / e);
  if (factor >= LEAST_FACTOR || factor <= 1 / LEAST_FACTOR || n === 0 || m === 0) return false;
  const points = (goldstein[to]! - goldstein[at]!) / m - (goldstein[at]! - goldstein[from]!) / n;
  return Math.abs(points) < LEAST_POINTS;
}

function gainOf(bounds: readonly number[], i: number, value: Likelihood['both']): number {
  const [from, at, to] = [bounds[i - 1]!, bounds[i]!, bounds[i + 1]!];
  return value(from, at) + value(at, to) - value(from, to);
}

function gainAt(bounds: readonly number[], i: number, { amount, kind }: Likelihood): Gain {
  return { amount: gainOf(bounds, i, amount), kind: gainOf(bounds, i, kind), flare: false };
}

/** The day at which cutting between the neighbouring cuts gains most; it can only be one at which acts begin or end. */
function bestDay(bounds: readonly number[], i: number, edges: Int32Array, likelihood: Likelihood): number {
  const [from, to] = roomOf(bounds, i);
  const [low, high] = [bounds[i - 1]!, bounds[i + 1]!];
  let best = bounds[i]!;
  let most = Number.NEGATIVE_INFINITY;
  const start = firstNotBefore(0, edges.length, (at) => edges[at]! < from);
  for (let j = start; j < edges.length && edges[j]! <= to; j++) {
    const value = likelihood.both(low, edges[j]!) + likelihood.both(edges[j]!, high);
    if (value > most) [most, best] = [value, edges[j]!];
  }
  return best;
}

/** A regime of as much or more begins with its first act; one of less, after the last act of the one before. */
function atFirstAct({ acts, exposure }: Profile, bounds: readonly number[], i: number): number {
  const [from, at, to] = [bounds[i - 1]!, bounds[i]!, bounds[i + 1]!];
  const before = (acts[at]! - acts[from]!) / Math.max(1e-9, exposure[at]! - exposure[from]!);
  const after = (acts[to]! - acts[at]!) / Math.max(1e-9, exposure[to]! - exposure[at]!);
  if (after < 0.8 * before) return at;
  let first = at;
  while (first < to - LEAST_DAYS && acts[first + 1] === acts[first]) first++;
  return acts[first + 1]! > acts[first]! ? first : at;
}

/** Every day between the neighbouring cuts weighed by its likelihood (a flat prior over days). */
function chancesOf(bounds: readonly number[], i: number, { both }: Likelihood): DateChances {
  const [from, to] = roomOf(bounds, i);
  const logs = new Float64Array(Math.max(1, to - from + 1));
  let most = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < logs.length; j++) {
    const log = both(bounds[i - 1]!, from + j) + both(from + j, bounds[i + 1]!);
    logs[j] = log;
    if (log > most) most = log;
  }
  let sum = 0;
  for (let j = 0; j < logs.length; j++) {
    logs[j] = Math.exp(logs[j]! - most);
    sum += logs[j]!;
  }
  return { from, chances: logs.map((weight) => weight / sum) };
}

/** The days that a cut may lie on: both regimes beside it last long enough. */
function roomOf(bounds: readonly number[], i: number): [number, number] {
  const [from, to] = [bounds[i - 1]! + LEAST_DAYS, bounds[i + 1]! - LEAST_DAYS];
  return from <= to ? [from, to] : [bounds[i]!, bounds[i]!];
}
