/** Weeks on each side over which the median volume is taken: bursts elsewhere of up to three months leave no mark. */
const HALF_WINDOW = 13;
/** Fewer other reports a week than this say too little of how much is reported. */
const LEAST_WEEKLY = 4;

export interface Exposure {
  /** Per day, mean 1 over the covered days; 0 where nothing at all is reported for a window. */
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
  const weeks = Math.ceil(days / 7);
  const weekly = new Float64Array(weeks);
  for (let day = 0; day < days; day++) weekly[Math.floor(day / 7)]! += others[day]!;
  const rest = days - (weeks - 1) * 7;
  if (weeks > 1) weekly[weeks - 1]! *= 7 / rest; // the last week may be short
  const level = Float64Array.from({ length: weeks }, (_, week) =>
    middle(weekly.subarray(Math.max(0, week - HALF_WINDOW), week + HALF_WINDOW + 1)),
  );
  if (median(weekly.filter((count) => count > 0)) < LEAST_WEEKLY || !level.some((value) => value > 0))
    return { daily: new Float64Array(days).fill(1), known: false };
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

/** The median; where more than half the weeks are empty, their mean, so that thin coverage is not taken for none. */
function middle(window: Float64Array): number {
  const value = median(window);
  return value > 0 ? value : window.reduce((sum, count) => sum + count, 0) / window.length;
}

function median(values: Float64Array): number {
  if (values.length === 0) return 0;
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
