/** The first of the places from `low` to below `high` for which `before` no longer holds; it holds for those ahead of it only. */
export function firstNotBefore(low: number, high: number, before: (at: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (before(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
