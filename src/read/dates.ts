const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO =
  /^\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:[T\s]+(\d{1,2}):?(\d\d)(?::?(\d\d))?(?:[.,]\d{1,9})?\s{0,2}(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?/i;
const NAMED =
  /(?:([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:de\s)?([A-Za-z]{3,9})\.?),?[\s-]+((?:19|20)\d\d)(?:[\s,T|at-]{1,5}(\d{1,2}):(\d\d)(?::(\d\d))?\s?([ap]\.?m\.?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?/i;
const SLASHED_YEAR_FIRST = /^\s*((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?:\s+(\d{1,2}):(\d\d))?/;
const SLASHED = /^\s*(\d{1,2})([/.])(\d{1,2})[/.]((?:19|20)\d\d)(?:\s+(\d{1,2}):(\d\d))?/;
const URL_DATE = [
  /[/_-]((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$|\D)/,
  /[/_-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/,
  /[/_-]((?:19|20)\d\d)[/-]([a-z]{3})[a-z]{0,6}[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/i,
];

/**
 * A date as sites write it, as ISO 8601 (date, or date-time with the zone if it is given); nothing where it is no date or
 * where day and month cannot be told apart.
 */
export function isoDate(value: unknown): string | undefined {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().slice(0, 100);
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromNumber(Number(text));
  return fromIso(text) ?? fromNamed(text) ?? fromSlashes(text);
}

/** Seconds or milliseconds since 1970, or a year and day in digits. */
function fromNumber(value: number): string | undefined {
  if (value >= 19000101 && value <= 20991231) return fromIso(String(value));
  if (value < 1e8 || value > 1e14) return undefined;
  const date = new Date(value > 1e11 ? value : value * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function fromIso(text: string): string | undefined {
  const m = ISO.exec(text);
  if (!m) return undefined;
  return compose(Number(m[1]), Number(m[2]), Number(m[3]), m[4], m[5], m[6], m[7]);
}

function fromNamed(text: string): string | undefined {
  const m = NAMED.exec(text);
  if (!m) return undefined;
  const month = MONTHS.indexOf((m[1] ?? m[4] ?? '').slice(0, 3).toLowerCase()) + 1;
  let hour = m[6];
  if (hour && m[9]) hour = String((Number(hour) % 12) + (/^p/i.test(m[9]) ? 12 : 0));
  return compose(Number(m[5]), month, Number(m[2] ?? m[3]), hour, m[7], m[8], m[10]);
}

function fromSlashes(text: string): string | undefined {
  const first = SLASHED_YEAR_FIRST.exec(text);
  if (first) return compose(Number(first[1]), Number(first[2]), Number(first[3]), first[4], first[5]);
  const m = SLASHED.exec(text);
  if (!m) return undefined;
  const [a, b, year] = [Number(m[1]), Number(m[3]), Number(m[4])];
  if (a > 12 || m[2] === '.' || a === b) return compose(year, b, a, m[5], m[6]);
  return b > 12 ? compose(year, a, b, m[5], m[6]) : undefined;
}

function compose(
  year: number,
  month: number,
  day: number,
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) {
    return undefined;
  }
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
  return `${date}T${two(Number(hour))}:${minute}:${second ?? '00'}${zoneOf(zone)}`;
}

function zoneOf(zone: string | undefined): string {
  if (!zone) return '';
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The date of publication that the path of an address carries ("/2024/05/17/…"). */
export function dateInUrl(url: string | undefined): string | undefined {
  const path = url?.slice(0, 2000).replace(/^[a-z]+:\/\/[^/]*/i, '') ?? '';
  for (const pattern of URL_DATE) {
    const m = pattern.exec(path);
    if (!m) continue;
    const named = MONTHS.indexOf((m[2] ?? '').toLowerCase()) + 1;
    const date = compose(Number(m[1]), named || Number(m[2]), Number(m[3]));
    if (date) return date;
  }
  return undefined;
}
