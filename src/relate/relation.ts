import { isoOf } from '../base/index.js';
import { falseAlarmOf, type Ground, gainFor } from './alarm.js';
import { type Cuts, cutsOf, type DateChances } from './cuts.js';
import type { Noise } from './likelihood.js';
import { firstNoise } from './noise.js';
import { type Profile, profileOf } from './profile.js';
import { pointOf, regimeOf, stretches, type Usual, usualOf } from './stretch.js';
import type { Estimate, Regime, Relation, RelationInput, RelationOptions, Shift } from './types.js';

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
  const cuts = unknown ? undefined : cutsOf(profile, (noise) => gainFor(level, groundOf(profile, noise)));
  const noise = cuts?.noise ?? firstNoise(profile);
  const usual = usualOf(profile, noise);
  const bounds = cuts?.bounds ?? [0, profile.days];
  const regimes =
    profile.days === 0 ? [] : bounds.slice(1).map((to, i) => regimeOf(profile, usual, bounds[i]!, to));
  const shifts = cuts ? bounds.slice(1, -1).map((_, i) => shiftOf(profile, usual, cuts, i + 1)) : [];
  const hint = cuts && shifts.length === 0 ? hintOf(profile, usual) : undefined;
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
function hintOf(profile: Profile, usual: Usual): Shift | undefined {
  const cuts = cutsOf(profile, (noise) => gainFor(UNSURE, groundOf(profile, noise)));
  const shifts = cuts.bounds.slice(1, -1).map((_, i) => shiftOf(profile, usual, cuts, i + 1));
  return shifts.sort((a, b) => a.falseAlarm - b.falseAlarm)[0];
}

function shiftOf(profile: Profile, usual: Usual, cuts: Cuts, i: number): Shift {
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
    falseAlarm: falseAlarmOf(gain.amount + gain.kind, groundOf(profile, cuts.noise), flare),
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
