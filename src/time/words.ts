import type { Unit } from './calendar.js';
import { at, type Stream, t } from './tokens.js';

const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ');
const MONTH_SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAY_NAMES = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const DAY_SHORT: Record<string, number> = {
  ...{ mon: 0, tue: 1, tues: 1, wed: 2, weds: 2, thu: 3, thur: 3, thurs: 3, fri: 4, sat: 5, sun: 6 },
};

export const MONTHS: ReadonlyMap<string, number> = new Map(MONTH_NAMES.map((m, i) => [m, i + 1]));
export const SHORT_MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_SHORT.filter((m) => m !== 'may').map((m) => [m, MONTH_SHORT.indexOf(m) + 1] as const),
  ['sept', 9],
]);
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(DAY_NAMES.map((d, i) => [d, i]));
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map(Object.entries(DAY_SHORT));

const UNITS: Record<string, Unit | 'hour' | 'fortnight'> = {
  second: 'hour',
  minute: 'hour',
  hour: 'hour',
  day: 'day',
  night: 'day',
  week: 'week',
  fortnight: 'fortnight',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
  century: 'century',
};

/** A unit of time in the singular or plural. */
export function unitWord(
  word: string,
): { unit: Unit | 'hour' | 'fortnight'; plural: boolean; name: string } | undefined {
  // "a second wave": the ordinal is far more common than the unit.
  const single = word !== 'second' && Object.hasOwn(UNITS, word) ? UNITS[word] : undefined;
  if (single) return { unit: single, plural: false, name: word };
  const name = word === 'centuries' ? 'century' : word.endsWith('s') ? word.slice(0, -1) : '';
  const plural = name && Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
  return plural && { unit: plural, plural: true, name };
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  '_ first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const VALUE = new Map([
  ...SMALL.map((w, i) => [w, i] as const),
  ...TENS.slice(2).map((w, i) => [w, (i + 2) * 10] as const),
]);
const ORDINAL = new Map(ORDINALS.slice(1).map((w, i) => [w, i + 1] as const));

/** "third", "3rd", "twenty-first": its number and the position after it. */
export function ordinal(s: Stream, i: number): { value: number; end: number } | undefined {
  const word = t(s, i);
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word);
  if (digits) return { value: Number(digits[1]), end: i + 1 };
  const tens = VALUE.get(word);
  if (tens !== undefined && tens >= 20 && t(s, i + 1) === '-') {
    const one = ORDINAL.get(t(s, i + 2));
    if (one !== undefined && one < 10) return { value: tens + one, end: i + 3 };
  }
  if (word === 'thirtieth') return { value: 30, end: i + 1 };
  const plain = ORDINAL.get(word);
  return plain === undefined ? undefined : { value: plain, end: i + 1 };
}

/** A count in digits or words up to 99, with halves: "18", "twenty-five", "two and a half". */
export function count(s: Stream, i: number): { value: number; end: number; vague?: boolean } | undefined {
  const whole = wholeNumber(s, i);
  if (!whole) return undefined;
  if (t(s, whole.end) === 'and' && t(s, whole.end + 1) === 'a' && t(s, whole.end + 2) === 'half')
    return { value: whole.value + 0.5, end: whole.end + 3 };
  return whole;
}

function wholeNumber(s: Stream, i: number): { value: number; end: number; vague?: boolean } | undefined {
  const word = at(s, i);
  if (word.num !== undefined) {
    if (t(s, i + 1) === '.' && at(s, i + 2).num !== undefined && !at(s, i + 2).gap && !at(s, i + 1).gap)
      return { value: Number(`${word.num}.${at(s, i + 2).raw}`), end: i + 3 };
    return word.num < 10_000 ? { value: word.num, end: i + 1 } : undefined;
  }
  if (word.t === 'half' && (t(s, i + 1) === 'a' || t(s, i + 1) === 'an')) return { value: 0.5, end: i + 2 };
  if (word.t === 'a' || word.t === 'an') {
    const next = t(s, i + 1);
    if (next === 'few' || next === 'number')
      return { value: 2, end: t(s, i + 2) === 'of' ? i + 3 : i + 2, vague: true };
    if (next === 'couple' || next === 'pair') return { value: 2, end: t(s, i + 2) === 'of' ? i + 3 : i + 2 };
    if (next === 'dozen') return { value: 12, end: i + 2 };
    if (next === 'half') return { value: 0.5, end: i + 2 };
    if (next === 'full' || next === 'whole' || next === 'single') return { value: 1, end: i + 2 };
    return { value: 1, end: i + 1 };
  }
  if (word.t === 'couple' && t(s, i + 1) === 'of') return { value: 2, end: i + 2 };
  if (word.t === 'several' || word.t === 'few' || word.t === 'many')
    return { value: 2, end: i + 1, vague: true };
  const value = VALUE.get(word.t);
  if (value === undefined) return undefined;
  const one = value >= 20 && t(s, i + 1) === '-' ? VALUE.get(t(s, i + 2)) : undefined;
  return one !== undefined && one > 0 && one < 10
    ? { value: value + one, end: i + 3 }
    : { value, end: i + 1 };
}

/** A length of time: how many of which unit, and how exact. */
export interface Quantity {
  readonly n: number;
  readonly unit: Unit;
  /** "a few days", "days": at least two, how many is not said. */
  readonly vague: boolean;
  /** "more than three years". */
  readonly more: boolean;
  readonly hours: boolean;
  readonly end: number;
}

const ABOUT = new Set([
  'about',
  'around',
  'nearly',
  'almost',
  'roughly',
  'approximately',
  'some',
  'just',
  'exactly',
  'only',
]);

function approximation(s: Stream, i: number): { more: boolean; end: number } {
  let end = i;
  let more = false;
  for (let k = 0; k < 3; k++) {
    const word = t(s, end);
    if ((word === 'more' || word === 'less') && t(s, end + 1) === 'than') {
      more ||= word === 'more';
      end += 2;
    } else if (word === 'at' && t(s, end + 1) === 'least') {
      more = true;
      end += 2;
    } else if (word === 'over') {
      more = true;
      end += 1;
    } else if (ABOUT.has(word) || word === 'under') end += 1;
    else break;
  }
  return { more, end };
}

/** "three weeks", "a year and a half", "more than a decade", "48 hours", "several days", bare "days". */
export function quantity(s: Stream, i: number): Quantity | undefined {
  const prefix = approximation(s, i);
  const n = count(s, prefix.end);
  const start = n?.end ?? prefix.end;
  const found = unitWord(t(s, start));
  if (!found || (!n && !found.plural)) return undefined;
  if (n && !found.plural && n.value > 1) return undefined;
  let value = n?.value ?? 2;
  let end = start + 1;
  if (t(s, end) === 'and' && t(s, end + 1) === 'a' && t(s, end + 2) === 'half') {
    value += 0.5;
    end += 3;
  }
  const vague = n ? n.vague === true : true;
  return { ...scaled(found.unit, found.name, value), vague, more: prefix.more, end };
}

function scaled(
  unit: Unit | 'hour' | 'fortnight',
  name: string,
  n: number,
): { n: number; unit: Unit; hours: boolean } {
  if (unit === 'hour') {
    const hours = name === 'hour' ? n : name === 'minute' ? n / 60 : n / 3600;
    return { n: Math.floor(hours / 24), unit: 'day', hours: true };
  }
  if (unit === 'fortnight') return { n: n * 2, unit: 'week', hours: false };
  if (Number.isInteger(n)) return { n, unit, hours: false };
  if (unit === 'year') return { n: Math.round(n * 12), unit: 'month', hours: false };
  if (unit === 'decade') return { n: Math.round(n * 10), unit: 'year', hours: false };
  if (unit === 'century') return { n: Math.round(n * 100), unit: 'year', hours: false };
  if (unit === 'quarter') return { n: Math.round(n * 3), unit: 'month', hours: false };
  return { n: Math.round(n * (unit === 'month' ? 30 : unit === 'week' ? 7 : 1)), unit: 'day', hours: false };
}
