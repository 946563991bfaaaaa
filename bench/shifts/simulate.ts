import { isoOf } from '../../src/base/index.js';
import type { DayCount, DayVolume, Quads, RelationInput } from '../../src/relate/index.js';
import { Random } from './random.js';

/** How a simulated dyad behaves from a day on. */
export interface Stretch {
  readonly from: number; // day offset
  readonly rate: number; // acts a day at mean coverage
  readonly mix: Quads; // shares of the quad classes
  /** Goes over from the last stretch in a straight line up to the next one, instead of a jump. */
  readonly drift?: boolean;
}

/** How much is reported of everything: events a day of all other dyads. */
export type VolumeShape = 'steady' | 'trend' | 'step' | 'crisis';

export interface Scenario {
  readonly days: number;
  readonly stretches: readonly Stretch[];
  readonly volume: VolumeShape;
  /** Mean number of reports of one act that come on the same and the following days. */
  readonly cluster: number;
  /** Standard deviation of the log of the rate as it wanders, and the days after which it has forgotten. */
  readonly wander: number;
  readonly memory: number;
  /** Whether acts are counted once each, as a ledger of stories does. */
  readonly joined?: boolean;
}

export const ROUTINE: Quads = [0.62, 0.12, 0.18, 0.08];
export const HOSTILE: Quads = [0.35, 0.05, 0.35, 0.25];
export const WAR: Quads = [0.12, 0.03, 0.15, 0.7];
export const WARM: Quads = [0.72, 0.2, 0.06, 0.02];
const GOLDSTEIN = [2.5, 6.5, -2.5, -8.5] as const;
const VOLUME = 60;

/** A history of one dyad with what is reported of the others; the same for the same seed. */
export function simulate(scenario: Scenario, seed: number): RelationInput {
  const random = new Random(seed * 2_654_435_761);
  const days = Array.from({ length: scenario.days + 10 }, () => [0, 0, 0, 0]);
  const volume: DayVolume[] = [];
  const keep = Math.exp(-1 / scenario.memory);
  let state = scenario.wander * random.normal();
  for (let day = 0; day < scenario.days; day++) {
    state = keep * state + Math.sqrt(1 - keep * keep) * scenario.wander * random.normal();
    const coverage = coverageAt(scenario.volume, day / scenario.days);
    const { rate, mix } = at(scenario.stretches, day, scenario.days);
    const mean = rate * coverage * Math.exp(state - scenario.wander ** 2 / 2);
    const acts = random.poisson(mean / scenario.cluster);
    for (let i = 0; i < acts; i++) {
      const kind = random.pick(mix);
      const reports = random.geometric(scenario.cluster);
      // Later reports of an act come on later days, and call it another kind one time in four.
      let on = day;
      for (let n = 0; n < reports; n++) {
        days[on]![n > 0 && random.uniform() < 0.25 ? random.pick(mix) : kind]!++;
        if (on < scenario.days + 8 && random.uniform() < 0.3) on++;
      }
    }
    const count = random.poisson(VOLUME * coverage);
    volume.push({ day: isoOf(day), count, quads: ROUTINE.map((share) => share * count) as unknown as Quads });
  }
  const counts: DayCount[] = days.slice(0, scenario.days).flatMap((quads, day) => {
    if (quads.every((n) => n === 0)) return [];
    const goldstein = quads.map((n, k) => n * GOLDSTEIN[k]!) as unknown as Quads;
    return [{ day: isoOf(day), source: 'AAA', target: 'BBB', quads: quads as unknown as Quads, goldstein }];
  });
  return { pair: ['AAA', 'BBB'], counts, volume, joined: scenario.joined ?? false };
}

/** Relative coverage at a share of the time, with mean about 1. */
function coverageAt(shape: VolumeShape, t: number): number {
  if (shape === 'trend') return 0.3 + 1.4 * t;
  if (shape === 'step') return t < 0.55 ? 0.5 : 1.6;
  if (shape === 'crisis') return t > 0.4 && t < 0.405 ? 4 : 1; // everybody writes of something else for weeks
  return 1;
}

function at(
  stretches: readonly Stretch[],
  day: number,
  end: number,
): { rate: number; mix: readonly number[] } {
  const i = stretches.findLastIndex((s) => s.from <= day);
  const here = stretches[i]!;
  if (!here.drift || i === 0) return here;
  const last = stretches[i - 1]!;
  const share = (day - here.from) / ((stretches[i + 1]?.from ?? end) - here.from);
  return {
    rate: last.rate + share * (here.rate - last.rate),
    mix: here.mix.map((m, k) => last.mix[k]! + share * (m - last.mix[k]!)),
  };
}
