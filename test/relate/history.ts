import { type DayCount, type DayVolume, isoOf, type Quads, type RelationInput } from '../../src/index.js';

/** A day's acts by quad class, every so many days from one day up to another (offsets from 2000-01-01). */
export interface Acts {
  readonly from: number;
  readonly to: number;
  readonly every: number;
  readonly quads: Quads;
}

const START = 10_957; // 2000-01-01
const GOLDSTEIN = [3, 6, -3, -8] as const;

/** A history written down by hand: regular acts of A towards B, and a volume of others. */
export function history(days: number, acts: readonly Acts[], volume: (day: number) => number): RelationInput {
  const counts: DayCount[] = acts.flatMap(({ from, to, every, quads }) => {
    const all: DayCount[] = [];
    for (let day = from; day < to; day += every)
      all.push({
        day: isoOf(START + day),
        source: day % 2 === 0 ? 'AAA' : 'BBB',
        target: day % 2 === 0 ? 'BBB' : 'AAA',
        quads,
        goldstein: quads.map((n, k) => n * GOLDSTEIN[k]!) as unknown as Quads,
      });
    return all;
  });
  const all: DayVolume[] = Array.from({ length: days }, (_, day) => ({
    day: isoOf(START + day),
    count: volume(day),
  }));
  return { pair: ['AAA', 'BBB'], counts, volume: all };
}

export const dayAt = (offset: number): string => isoOf(START + offset);
