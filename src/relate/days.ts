const DAY = 86_400_000;

/** The first day of the day, week (from Monday) or month that holds a day, and that of the next one. */
export function bucketOf(day: number, step: 'day' | 'week' | 'month'): [number, number] {
  if (step === 'day') return [day, day + 1];
  if (step === 'week') {
    const start = day - ((((day + 3) % 7) + 7) % 7); // 1970-01-01 was a Thursday
    return [start, start + 7];
  }
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return [Date.UTC(year, month, 1) / DAY, Date.UTC(year, month + 1, 1) / DAY];
}
