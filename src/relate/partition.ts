/** A regime lasts at least so many days: one day's burst is news, not a change of the relation. */
export const LEAST_DAYS = 3;

/**
 * The best cutting of a history at candidate days, each cut costing `penalty`: optimal partitioning (Jackson et al.
 * 2005, IEEE Signal Processing Letters 12:105) with the pruning of PELT (Killick, Fearnhead and Eckley 2012, JASA
 * 107:1590).
 * @param candidates day offsets in order; the first and the last are the bounds of the history.
 * @param value log likelihood of the days from one candidate up to another.
 * @returns the cuts kept, in order, with the first and the last candidate.
 */
export function partition(
  candidates: readonly number[],
  value: (from: number, to: number) => number,
  penalty: number,
): number[] {
  const size = candidates.length;
  if (size < 2) return [...candidates];
  const best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(size);
  const beatenFrom = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  let open = [0];
  for (let j = 1; j < size; j++) {
    const to = candidates[j]!;
    open = open.filter((i) => beatenFrom[i]! > to);
    const sums = open.map((i) =>
      to - candidates[i]! < LEAST_DAYS ? Number.NEGATIVE_INFINITY : best[i]! + value(candidates[i]!, to),
    );
    sums.forEach((sum, at) => {
      if (sum - penalty <= best[j]!) return;
      best[j] = sum - penalty;
      from[j] = open[at]!;
    });
    // Who cannot come level with a cut here never will, once a cut here is long enough ago to be the last.
    sums.forEach((sum, at) => {
      if (sum > Number.NEGATIVE_INFINITY && sum <= best[j]!)
        beatenFrom[open[at]!] = Math.min(beatenFrom[open[at]!]!, to + LEAST_DAYS);
    });
    open.push(j);
  }
  const cuts = [size - 1];
  while (cuts.at(-1)! > 0) cuts.push(from[cuts.at(-1)!]!);
  return cuts.reverse().map((i) => candidates[i]!);
}
