import { countLikelihood, type Noise, WOBBLE } from './likelihood.js';
import { LEAST_DAYS } from './partition.js';
import type { Profile } from './profile.js';

/** A short time of many acts in a quiet relation: days [from, to), and how much likelier they are as a time of their own. */
export interface Flare {
  readonly from: number;
  readonly to: number;
  readonly gain: { readonly amount: number; readonly kind: number };
}

type Range = readonly [number, number];

/** A flare is over within so many days: what lasts longer is a regime like others. */
const LONGEST = 30;
/** A relation is quiet where fewer acts than this are due in the days of the flare. */
const DUE = 1;
const LEAST_ACTS = 5;
/** A visit brings as many words within days: friendly words are a flare only where the usual mix shows so many of them once in twenty times. */
const LEAST_KIND = Math.log(20);
/** What the usual mix of kinds is worth, in acts of the relation itself. */
const WORTH = 8;
/** The part of the gain from which a flare is looked at: two of them hide each other until both are taken out. */
const SEEN = 0.5;

/**
 * The flares of a regime, each against what the regime is without all of them. A regime's rate is taken to wander as much
 * within the days of a flare as it else does within a month: over days, the steadiness that all cuts are weighed by allows a
 * war in every dyad. The kind of a flare's acts is held against what the regime and all other dyads show. Only where acts
 * are counted once each: else one act told often would be a flare.
 * @param least the gain that it must have.
 */
export function flaresIn(profile: Profile, noise: Noise, regime: Range, least: number): Flare[] {
  if (!profile.joined) return [];
  const found: Range[] = [];
  const open = [regime];
  for (let next = open.pop(); next; next = open.pop()) {
    const flare = strongest(profile, noise, next);
    if (!flare || total(flare) < SEEN * least) continue;
    found.push([flare.from, flare.to]);
    open.push([next[0], flare.from], [flare.to, next[1]]);
  }
  return found
    .map((range) => measured(profile, noise, regime, range, found))
    .filter((flare) => total(flare) >= least);
}

const total = ({ gain }: Flare): number => gain.amount + gain.kind;

/** The flare that gains most within some days. */
function strongest(profile: Profile, noise: Noise, [from, to]: Range): Flare | undefined {
  const { acts } = profile;
  if (((acts[to]! - acts[from]!) / (to - from)) * LEAST_DAYS > DUE) return undefined;
  const days: number[] = [];
  for (let day = from; day < to; day++) if (acts[day + 1]! > acts[day]!) days.push(day);
  let best: Flare | undefined;
  for (let i = 0; i < days.length; i++) {
    const begin = days[i]!;
    for (let j = i; j < days.length && days[j]! - begin < LONGEST; j++) {
      const end = Math.min(to, Math.max(days[j]! + 1, begin + LEAST_DAYS));
      if (acts[end]! - acts[begin]! < LEAST_ACTS || end - begin >= to - from) continue;
      const flare = measured(profile, noise, [from, to], [begin, end], []);
      if (total(flare) > (best ? total(best) : 0)) best = flare;
    }
  }
  return best;
}

/** A flare with what it gains against its regime without it, and without the others. */
function measured(
  { acts, exposure, quads, usual }: Profile,
  { cluster, mix }: Noise,
  [from, to]: Range,
  [begin, end]: Range,
  others: readonly Range[],
): Flare {
  const inside = (sums: Float64Array): number => sums[end]! - sums[begin]!;
  const outside = (sums: Float64Array): number =>
    others
      .filter(([start]) => start !== begin)
      .reduce((sum, [a, b]) => sum - (sums[b]! - sums[a]!), sums[to]! - sums[from]! - inside(sums));
  const [n, m] = [inside(acts), outside(acts)];
  const [short, long] = [inside(exposure), outside(exposure)];
  const none: Flare = { from: begin, to: end, gain: { amount: 0, kind: 0 } };
  if (short <= 0 || long <= 0 || (m / long) * short > DUE) return none;
  const steadiness = WOBBLE * Math.max(1, LONGEST / short);
  const value = (count: number, time: number): number => {
    const scaled = count / cluster;
    return countLikelihood(scaled > 0 ? scaled * Math.log(scaled) : 0, scaled, steadiness * time);
  };
  let kind = 0;
  quads.forEach((quad, k) => {
    const of = inside(quad);
    if (of > 0) kind += of * Math.log((of * (m + WORTH)) / (n * (outside(quad) + WORTH * usual[k]!)));
  });
  if (2 * inside(quads[0]!) > n && kind / mix < LEAST_KIND) return none;
  const amount = value(n, short) + value(m, long) - value(n + m, short + long);
  return { ...none, gain: { amount, kind: Math.max(0, kind) / mix } };
}
