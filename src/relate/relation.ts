import { isoOf } from '../base/index.js';
import { falseAlarmOf, type Ground, gainFor } from './alarm.js';
import { type Cuts, cutsOf, type DateChances } from './cuts.js';
import type { Noise } from './likelihood.js';
import { firstNoise } from './noise.js';
import { type Profile, profileOf } from './profile.js';
import { pointOf, regimeOf, stretches, type Usual, usualOf } from './stretch.js';
import type {
  DayCount,
  Estimate,
  Quads,
  Regime,
  Relation,
  RelationInput,
  RelationOptions,
  Shift,
} from './types.js';

/** The false-alarm rate for a whole history up to which a shift is told. */
const LEVEL = 0.05;
/** A shift as likely as this to be a false alarm is only hinted at. */
const UNSURE = 0.9;
/** With fewer acts or days no cut could be sure. */
const LEAST_ACTS = 5;
const LEAST_HISTORY = 28;

/**
 * A relation over time: a series of counts and estimates, and the shifts between regimes. Counts must be whole numbers.
 * The method and its sources stand in docs/relations.md.
 */
export function relationOf(input: RelationInput, options: RelationOptions = {}): Relation {
  const { step = 'month', level = LEVEL } = options;
  const profile = profileOf(input);
  const unknown = unknownOf(profile);
  const counts = input.joined ? input.counts.map(once) : input.counts;
  const together = counts.some((count, i) => count !== input.counts[i]);
  const seen = together ? profileOf({ ...input, counts }) : profile;
  const cuts = unknown ? undefined : cutsOf(seen, (noise) => gainFor(level, groundOf(seen, noise)));
  const noise = cuts?.noise ?? firstNoise(seen);
  const usual = usualOf(profile, noise);
  const bounds = cuts?.bounds ?? [0, profile.days];
  const regimes =
    profile.days === 0 ? [] : bounds.slice(1).map((to, i) => regimeOf(profile, usual, bounds[i]!, to));
  const shifts = cuts
    ? bounds.slice(1, -1).map((_, i) => shiftOf(profile, usual, cuts, i + 1, groundOf(seen, cuts.noise)))
    : [];
  const hint = cuts && shifts.length === 0 ? hintOf(profile, seen, usual) : undefined;
  return {
    pair: input.pair,
    since: isoOf(profile.first),
    until: isoOf(profile.first + profile.days - 1),
    step,
    points: [...stretches(profile, step)].map(([from, to]) => pointOf(profile, usual, from, to)),
    whole: regimeOf(profile, usual, 0, profile.days),
    regimes,
    shifts,
    ...(hint ? { hint } : {}),
    level,
    cluster: noise.cluster,
    volumeKnown: profile.volumeKnown,
    ...(unknown ? { unknown } : {}),
  };
}

/**
 * A day with no more acts than reports tell of them, those of the commonest kinds, so far as it is known in how many they are
 * told: the ten acts of one joint statement came together, and tell of no change by their number.
 */
function once(count: DayCount): DayCount {
  const { quads, reports } = count;
  if (!reports) return count;
  let left = Math.max(...reports);
  if (quads[0] + quads[1] + quads[2] + quads[3] <= left && quads.every((n, k) => n <= reports[k]!))
    return count;
  const kept = [0, 0, 0, 0];
  for (const k of [0, 1, 2, 3].sort((a, b) => quads[b]! - quads[a]!)) {
    kept[k] = Math.min(quads[k]!, reports[k]!, left);
    left -= kept[k]!;
  }
  return { ...count, quads: kept as unknown as Quads };
}

function groundOf(profile: Profile, noise: Noise): Ground {
  return { days: profile.days, acts: profile.acts[profile.days]!, noise };
}

function unknownOf({ acts, days }: Profile): string | undefined {
  const count = days > 0 ? acts[days]! : 0;
  if (count < LEAST_ACTS)
    return `${count} ${count === 1 ? 'act' : 'acts'}: a shift needs ${LEAST_ACTS} or more to be seen`;
  if (days < LEAST_HISTORY) return `${days} days: a shift needs ${LEAST_HISTORY} or more to be seen`;
  return undefined;
}

/** The likeliest shift of a history in which none is sure. */
function hintOf(profile: Profile, seen: Profile, usual: Usual): Shift | undefined {
  const cuts = cutsOf(seen, (noise) => gainFor(UNSURE, groundOf(seen, noise)));
  const ground = groundOf(seen, cuts.noise);
  const shifts = cuts.bounds.slice(1, -1).map((_, i) => shiftOf(profile, usual, cuts, i + 1, ground));
  return shifts.sort((a, b) => a.falseAlarm - b.falseAlarm)[0];
}

function shiftOf(profile: Profile, usual: Usual, cuts: Cuts, i: number, ground: Ground): Shift {
  const [from, at, to] = [cuts.bounds[i - 1]!, cuts.bounds[i]!, cuts.bounds[i + 1]!];
  const [before, after] = [regimeOf(profile, usual, from, at), regimeOf(profile, usual, at, to)];
  const { flare, ...gain } = cuts.gains[i - 1]!;
  const [earliest, latest] = intervalOf(cuts.dates[i - 1]!, at);
  return {
    day: isoOf(profile.first + at),
    earliest: isoOf(profile.first + earliest),
    latest: isoOf(profile.first + latest),
    before,
    after,
    times: before.rate.value > 0 ? after.rate.value / before.rate.value : null,
    change: after.index.value - before.index.value,
    gain,
    falseAlarm: falseAlarmOf(gain.amount + gain.kind, ground, flare),
    towards: towardsOf(before, after, gain),
  };
}

/** The central 95 % of the chances of the day; the day itself always lies within. */
function intervalOf({ from, chances }: DateChances, day: number): [number, number] {
  let [sum, earliest, latest] = [0, day, day];
  for (let j = 0; j < chances.length; j++) {
    const next = sum + chances[j]!;
    if (sum < 0.025 && next >= 0.025) earliest = from + j;
    if (sum < 0.975 && next >= 0.975) latest = from + j;
    sum = next;
  }
  return [Math.min(earliest, day), Math.max(latest, day)];
}

/** By tone where the kind of acts changed most, by the flow of Goldstein points where their number did. */
function towardsOf(before: Regime, after: Regime, gain: Shift['gain']): Shift['towards'] {
  const weigh = (regime: Regime): number =>
    regime.index.value * (gain.kind > gain.amount ? 1 : regime.rate.value);
  const told = [before, after].some(({ acts, index }) => acts > 0 && clear(index));
  if (!told) return after.rate.value > before.rate.value ? 'more' : 'less';
  return weigh(after) > weigh(before) ? 'cooperation' : 'conflict';
}

function clear({ low, high }: Estimate): boolean {
  return low > 0 || high < 0;
}
