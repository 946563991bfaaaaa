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

/** ISO date of a number of days since 1970-01-01, by the same source; years 0 to 9999. */
export function isoOf(day: number): string {
  const shifted = Math.floor(day) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const years = ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor(years / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const at = Math.floor((5 * ofYear + 2) / 153);
  const month = at < 10 ? at + 3 : at - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const date = ofYear - Math.floor((153 * at + 2) / 5) + 1;
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${two(month)}-${two(date)}`;
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
