import { isoOf } from '../base/index.js';
import { bucketOf } from './days.js';
import { meanOf, rateOf, shrunkenBalance, shrunkenMean, sumOf } from './estimate.js';
import type { Noise } from './likelihood.js';
import type { Profile } from './profile.js';
import type { Channel, Estimate, Point, Quads, Regime, Step } from './types.js';

/** What is usual for a relation: what estimates from few acts are drawn towards. */
export interface Usual {
  readonly mean: number; // Goldstein value per act
  readonly variance: number; // of one act, over-dispersion included
  readonly between: number; // of the months' means
  readonly words: number; // share of cooperation
  readonly deeds: number;
  readonly noise: Noise;
}

/** Months' means differ by at least half a point, however few there are to tell. */
const LEAST_BETWEEN = 0.25;
/** What the usual balance is worth, in acts. */
const WORTH = 2;
const MONTH = 30;

/** The long-run mean, scatter and balances of a relation; between-month variance after DerSimonian and Laird (1986). */
export function usualOf(profile: Profile, noise: Noise): Usual {
  const { days } = profile;
  const [n, sum, squares] = [profile.acts[days]!, profile.goldstein[days]!, profile.squares[days]!];
  const mean = (sum + 0) / (n + 1); // as of one act at 0 more
  const variance = Math.max(1, (squares + 25) / (n + 1) - mean * mean) * noise.mix;
  let [q, w, w2, months] = [0, 0, 0, 0];
  for (const [from, to] of stretches(profile, 'month')) {
    const count = profile.acts[to]! - profile.acts[from]!;
    if (count === 0) continue;
    const weight = count / variance;
    q += weight * ((profile.goldstein[to]! - profile.goldstein[from]!) / count - mean) ** 2;
    w += weight;
    w2 += weight * weight;
    months++;
  }
  const between = months > 1 ? (q - (months - 1)) / (w - w2 / w) : 0;
  const share = (a: number, b: number): number =>
    (profile.quads[a]![days]! + 0.5) / (profile.quads[a]![days]! + profile.quads[b]![days]! + 1);
  return {
    mean,
    variance,
    between: Math.max(LEAST_BETWEEN, between),
    words: share(0, 2),
    deeds: share(1, 3),
    noise,
  };
}

/** Day offsets [from, to) of the days, weeks or months of a history; the first and the last may be cut. */
export function* stretches(profile: Profile, step: Step): Generator<[number, number]> {
  for (let at = 0; at < profile.days; ) {
    const to = Math.min(profile.days, bucketOf(profile.first + at, step)[1] - profile.first);
    yield [at, to];
    at = to;
  }
}

/** One point of a series. */
export function pointOf(profile: Profile, usual: Usual, from: number, to: number): Point {
  const base = regimeOf(profile, usual, from, to);
  const exposure = over(profile.exposure, from, to);
  const time = to - from;
  const [sum, squares] = [over(profile.goldstein, from, to), over(profile.squares, from, to)];
  const balanced = balancedOf(profile, usual, from, to);
  const { cluster } = usual.noise;
  return {
    start: base.start,
    end: base.end,
    quads: base.quads,
    ofFirst: quadsOf(profile.ofFirst, from, to),
    acts: base.acts,
    goldstein: sum,
    index: base.index,
    ...(balanced ? { balanced } : {}),
    coverage: exposure / time,
    corrected: rateOf(base.acts, exposure, cluster, time),
    flow: sumOf(sum, squares, cluster, exposure > 0 ? time / exposure : 0),
    words: base.words,
    deeds: base.deeds,
  };
}

/** What a relation was like in a stretch of days. */
export function regimeOf(profile: Profile, usual: Usual, from: number, to: number): Regime {
  const quads = quadsOf(profile.quads, from, to);
  const acts = over(profile.acts, from, to);
  const worth = WORTH * usual.noise.mix;
  const side = (a: number, b: number, share: number): Channel => ({
    cooperation: quads[a]!,
    conflict: quads[b]!,
    balance: shrunkenBalance(
      quads[a]! / usual.noise.mix,
      quads[b]! / usual.noise.mix,
      share,
      worth / usual.noise.mix,
    ),
  });
  return {
    start: isoOf(profile.first + from),
    end: isoOf(profile.first + to - 1),
    quads,
    acts,
    rate: rateOf(acts, over(profile.exposure, from, to), usual.noise.cluster, MONTH),
    index: shrunkenMean(over(profile.goldstein, from, to), acts, usual),
    words: side(0, 2, usual.words),
    deeds: side(1, 3, usual.deeds),
  };
}

/** The index with every class of sources that the relation has given equal weight. */
function balancedOf(profile: Profile, usual: Usual, from: number, to: number): Estimate | undefined {
  if (profile.bySource.size < 2) return undefined;
  return meanOf(
    [...profile.bySource.values()].map((own) => {
      const long = own.goldstein[profile.days]! / Math.max(1, own.acts[profile.days]!);
      const [sum, count] = [over(own.goldstein, from, to), over(own.acts, from, to)];
      return shrunkenMean(sum, count, { ...usual, mean: long });
    }),
  );
}

function over(sums: Float64Array, from: number, to: number): number {
  return sums[to]! - sums[from]!;
}

function quadsOf(sums: readonly Float64Array[], from: number, to: number): Quads {
  return sums.map((s) => over(s, from, to)) as unknown as Quads;
}
