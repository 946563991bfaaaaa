import { dayNumber } from '../base/index.js';
import { exposureOf } from './exposure.js';
import type { DayCount, Quads, RelationInput, SourceClass } from './types.js';

/** Variance of the Goldstein values of CAMEO codes within a quad class (data/plover/cameo.tsv: 1.2 to 3.0). */
const WITHIN = 2.5;

/** A relation as running sums over days, so that any stretch of days is summed in a step. */
export interface Profile {
  readonly first: number; // day number of day 0
  readonly days: number;
  /** Running sums, one longer than the days: sum over [a, b) is at[b] - at[a]. */
  readonly acts: Float64Array;
  readonly quads: readonly Float64Array[];
  /** The acts of the pair's first actor alone, by quad class. */
  readonly ofFirst: readonly Float64Array[];
  /** Acts and Goldstein sum by class of sources; empty where no count names one. */
  readonly bySource: ReadonlyMap<
    SourceClass,
    { readonly acts: Float64Array; readonly goldstein: Float64Array }
  >;
  readonly goldstein: Float64Array;
  readonly squares: Float64Array;
  readonly exposure: Float64Array;
  readonly volumeKnown: boolean;
  readonly joined: boolean;
  /** Shares of the quad classes among the acts of all other dyads; those of the relation itself where that is not given. */
  readonly usual: Quads;
}

/** Sums the counts of a relation, both directions together, by day. Counts outside the days looked at are left out. */
export function profileOf(input: RelationInput): Profile {
  const [first, last] = rangeOf(input);
  const days = Math.max(0, last - first + 1);
  const sums = () => new Float64Array(days + 1);
  const quads = [sums(), sums(), sums(), sums()];
  const ofFirst = [sums(), sums(), sums(), sums()];
  const bySource = new Map<SourceClass, { acts: Float64Array; goldstein: Float64Array }>();
  const [acts, goldstein, squares] = [sums(), sums(), sums()];
  for (const count of input.counts) {
    const at = dayNumber(count.day) - first;
    if (at < 0 || at >= days || !ofPair(count, input.pair)) continue;
    for (let k = 0; k < 4; k++) {
      quads[k]![at + 1]! += count.quads[k]!;
      acts[at + 1]! += count.quads[k]!;
      if (count.source === input.pair[0]) ofFirst[k]![at + 1]! += count.quads[k]!;
    }
    goldstein[at + 1]! += sumOf(count.goldstein);
    squares[at + 1]! += squaresOf(count);
  }
  for (const count of input.sourced ?? []) {
    const at = dayNumber(count.day) - first;
    if (at < 0 || at >= days || !ofPair(count, input.pair) || count.by === undefined) continue;
    if (!bySource.has(count.by)) bySource.set(count.by, { acts: sums(), goldstein: sums() });
    const own = bySource.get(count.by)!;
    own.acts[at + 1]! += sumOf(count.quads);
    own.goldstein[at + 1]! += sumOf(count.goldstein);
  }
  const others = new Float64Array(days);
  for (const { day, count } of input.volume) {
    const at = dayNumber(day) - first;
    if (at >= 0 && at < days) others[at]! += count;
  }
  for (let at = 0; at < days; at++) others[at] = Math.max(0, others[at]! - acts[at + 1]!);
  const { daily, known } = exposureOf(others);
  const exposure = sums();
  exposure.set(daily, 1);
  const classes = [...bySource.values()].flatMap((own) => [own.acts, own.goldstein]);
  for (const array of [acts, ...quads, ...ofFirst, goldstein, squares, exposure, ...classes])
    accumulate(array);
  const usual = usualKinds(input, quads.map((q) => q[days]!) as unknown as Quads);
  return {
    ...{ first, days, acts, quads, ofFirst, bySource, goldstein, squares, exposure, usual },
    volumeKnown: known,
    joined: input.joined ?? false,
  };
}

function usualKinds({ volume }: RelationInput, own: Quads): Quads {
  const all: [number, number, number, number] = [0, 0, 0, 0];
  for (const { quads } of volume) if (quads) for (let k = 0; k < 4; k++) all[k]! += quads[k]!;
  const others = all.map((n, k) => Math.max(0, n - own[k]!));
  const known = others.some((n) => n > 0) ? others : own;
  const sum = known.reduce((a, b) => a + b, 0);
  // One act more of each kind: what was never seen is rare, not impossible.
  return known.map((n) => (n + 1) / (sum + 4)) as unknown as Quads;
}

function ofPair(
  count: { readonly source: string; readonly target: string },
  [a, b]: readonly [string, string],
): boolean {
  return (count.source === a && count.target === b) || (count.source === b && count.target === a);
}

function sumOf(quads: Quads): number {
  return quads[0] + quads[1] + quads[2] + quads[3];
}

/** Squares of Goldstein values, of which only sums by quad class are known. */
function squaresOf({ quads, goldstein }: DayCount): number {
  let sum = 0;
  for (let k = 0; k < 4; k++) if (quads[k]! > 0) sum += goldstein[k]! ** 2 / quads[k]! + quads[k]! * WITHIN;
  return sum;
}

function rangeOf({ volume, counts, since, until }: RelationInput): [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  if (since === undefined || until === undefined)
    for (const { day } of volume.length > 0 ? volume : counts) {
      const at = dayNumber(day);
      if (at < first) first = at;
      if (at > last) last = at;
    }
  if (since !== undefined) first = dayNumber(since);
  if (until !== undefined) last = dayNumber(until);
  return Number.isFinite(first) && Number.isFinite(last) ? [first, last] : [0, -1];
}

function accumulate(array: Float64Array): void {
  for (let i = 1; i < array.length; i++) array[i]! += array[i - 1]!;
}
