const DAY = 86_400_000;

/**
 * Days since 1970-01-01 of an ISO date (Hinnant, "chrono-Compatible Low-Level Date Algorithms"): a history has tens of
 * thousands of dates, and `Date.parse` takes most of its time.
 */
export function dayNumber(iso: string): number {
  const month = digits(iso, 5, 7);
  const year = digits(iso, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(iso, 8, 10) - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

/** ISO date of a number of days since 1970-01-01. */
export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
