/** Weeks on each side over which the median volume is taken: bursts elsewhere of up to three months leave no mark. */
const HALF_WINDOW = 13;
/** Where fewer other events a week than this are reported, a median says nothing, and a mean over a year is taken. */
const LEAST_WEEKLY = 4;
const HALF_YEAR = 26;
/** With fewer other events than this in all, nobody can say how much is reported. */
const LEAST_OTHERS = 50;

export interface Exposure {
  /** Per day, mean 1 over the covered days; 0 where nothing at all is reported for a year. */
  readonly daily: Float64Array;
  /** Whether the volume of others could be used; else every day counts the same. */
  readonly known: boolean;
}

/**
 * How much is reported at all, day by day: a running median over half a year of the weekly volume of all OTHER dyads.
 * A running median follows a lasting step at once and a trend with it, but not a crisis elsewhere (Tukey 1977,
 * Exploratory Data Analysis, ch. 7); the dyad's own events are left out, so that its war does not hide itself.
 * @param others events of other dyads, per day.
 */
export function exposureOf(others: Float64Array): Exposure {
  const days = others.length;
  const total = others.reduce((sum, n) => sum + n, 0);
  if (total < LEAST_OTHERS) return { daily: new Float64Array(days).fill(1), known: false };
  const weekly = weeklyOf(others);
  const level = weekly.map((_, week) => levelAt(weekly, week));
  const daily = new Float64Array(days);
  let sum = 0;
  let covered = 0;
  for (let day = 0; day < days; day++) {
    const value = level[Math.floor(day / 7)]!;
    daily[day] = value;
    sum += value;
    if (value > 0) covered++;
  }
  for (let day = 0; day < days; day++) daily[day]! *= covered / sum;
  return { daily, known: true };
}

function weeklyOf(others: Float64Array): Float64Array {
  const weeks = Math.ceil(others.length / 7);
  const weekly = new Float64Array(weeks);
  for (let day = 0; day < others.length; day++) weekly[Math.floor(day / 7)]! += others[day]!;
  weekly[weeks - 1]! *= 7 / (others.length - (weeks - 1) * 7); // the last week may be short
  return weekly;
}

function levelAt(weekly: Float64Array, week: number): number {
  const around = (half: number) => weekly.subarray(Math.max(0, week - half), week + half + 1);
  const middle = median(around(HALF_WINDOW));
  if (middle >= LEAST_WEEKLY) return middle;
  const year = around(HALF_YEAR);
  return year.reduce((sum, count) => sum + count, 0) / year.length;
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
