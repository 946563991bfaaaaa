import {
  civil,
  type Day,
  type Days,
  day,
  days,
  daysInMonth,
  isDate,
  monthOf,
  oneDay,
  weekdayOf,
} from '../calendar.js';
import { type Context, type Node, node, type Result, type Rule } from '../node.js';
import { at, type Stream, t } from '../tokens.js';
import { dateNumber, hasLead, monthName, weekdayName, yearNumber } from './names.js';

const NO_YEAR = 'no year is given and the day of the report is not known';

/** The nearest such date on the side that the tense says; the past when it says nothing. */
export function nearest(c: Context, make: (year: number) => Days | undefined): Result {
  if (c.anchor === undefined) return { unresolved: NO_YEAR };
  const { year } = civil(c.anchor);
  const years = c.tense === 'future' ? [0, 1, 2, 3, 4, 5, 6, 7, 8] : [0, -1, -2, -3, -4, -5, -6, -7, -8];
  for (const step of years) {
    const found = make(year + step);
    if (!found) continue;
    const fits = c.tense === 'future' ? (found.end ?? 0) >= c.anchor : (found.start ?? 0) <= c.anchor;
    if (fits) return found;
  }
  return { unresolved: 'there is no such day' };
}

function dated(year: number, month: number, from: number, to: number): Days | undefined {
  if (!isDate(year, month, from) || !isDate(year, month, to) || to < from) return undefined;
  return from === to
    ? oneDay(day(year, month, from))
    : days(day(year, month, from), day(year, month, to), 'range');
}

/** The year whose date falls on the weekday named: the nearest one, the past side first. */
function onWeekday(c: Context, weekday: number, month: number, date: number): Result {
  if (c.anchor === undefined) return { unresolved: NO_YEAR };
  const { year } = civil(c.anchor);
  const fits: Day[] = [];
  for (let y = year - 12; y <= year + 1; y++) {
    if (isDate(y, month, date) && weekdayOf(day(y, month, date)) === weekday) fits.push(day(y, month, date));
  }
  const anchor = c.anchor;
  const best = fits.sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor))[0];
  return best === undefined
    ? { unresolved: 'no such weekday falls on this date in any near year' }
    : oneDay(best);
}

interface Read {
  readonly end: number;
  readonly month: number;
  readonly from: number;
  readonly to: number;
}

/** "3", "3-5", "3 and 4", "3 to 5" beside a month's name. */
function dates(s: Stream, i: number): { from: number; to: number; end: number } | undefined {
  const first = dateNumber(s, i);
  if (!first) return undefined;
  const link = t(s, first.end);
  if (link === '-' || link === 'and' || link === '&' || link === 'to' || link === 'through') {
    const second = dateNumber(s, first.end + 1);
    const glued = link !== '-' || at(s, first.end + 1).gap === at(s, first.end).gap;
    if (
      second &&
      glued &&
      second.date > first.date &&
      !monthName(s, second.end + (t(s, second.end) === 'of' ? 1 : 0))
    )
      return { from: first.date, to: second.date, end: second.end };
  }
  return { from: first.date, to: first.date, end: first.end };
}

function monthFirst(s: Stream, i: number): Read | undefined {
  const month = monthName(s, i);
  if (!month) return undefined;
  const start = t(s, month.end) === 'the' ? month.end + 1 : month.end;
  if (start < s.words.length && at(s, start).gap === false && t(s, start - 1) !== '.') return undefined;
  const found = dates(s, start);
  return found && { end: found.end, month: month.value, from: found.from, to: found.to };
}

function dayFirst(s: Stream, i: number): Read | undefined {
  const start = t(s, i) === 'the' ? i + 1 : i;
  const first = dateNumber(s, start);
  if (!first) return undefined;
  let from = first.date;
  let to = first.date;
  let end = first.end;
  const link = t(s, end);
  if (link === '-' || link === 'and' || link === '&' || link === 'to' || link === 'through') {
    const second = dateNumber(s, end + 1);
    if (second && second.date > from && monthName(s, second.end)) {
      to = second.date;
      end = second.end;
    }
  }
  if (t(s, end) === 'of') end += 1;
  else if (t(s, end) === '-') end += 1;
  const month = monthName(s, end);
  if (!month || (!first.ordinal && from === to && start > i)) return undefined;
  if (!isCapital(s, end) && !s.whole) return undefined;
  from = Math.min(from, to);
  return { end: month.end, month: month.value, from, to };
}

function isCapital(s: Stream, i: number): boolean {
  const c = at(s, i).raw.charAt(0);
  return c !== c.toLowerCase();
}

/** A year after a date: "2025", ", 2025", "-2025", "of last year" is left to other rules. */
function yearAfter(s: Stream, i: number): { year: number; end: number } | undefined {
  const comma = t(s, i) === ',' || t(s, i) === '-' || t(s, i) === 'of' || t(s, i) === 'in' ? i + 1 : i;
  return yearNumber(s, comma);
}

const DEEDS = new Set(
  'attack attacks massacre assault atrocity atrocities onslaught raid coup uprising revolution'.split(' '),
);

/** "the October 7 attack": a name more than a date, whose year only the text can tell. */
function isNameOfDeed(s: Stream, i: number, end: number): boolean {
  const before = t(s, i - 1);
  return DEEDS.has(t(s, end)) && (s.whole || before === 'the' || before === "'s" || isCapital(s, i - 1));
}

function build(s: Stream, i: number, read: Read, weekday: number | undefined): Node {
  const year = yearAfter(s, read.end);
  const { month, from, to } = read;
  if (year) {
    return node(
      year.end,
      'date',
      () => dated(year.year, month, from, to) ?? { unresolved: 'there is no such day' },
    );
  }
  const relative = yearDeictic(s, read.end);
  if (relative) {
    return node(relative.end, 'date', (c) => {
      if (c.anchor === undefined) return { unresolved: NO_YEAR };
      return (
        dated(civil(c.anchor).year + relative.step, month, from, to) ?? { unresolved: 'there is no such day' }
      );
    });
  }
  const deed = isNameOfDeed(s, i, read.end);
  const resolve = (c: Context): Result => {
    if (weekday !== undefined && from === to) return onWeekday(c, weekday, month, from);
    if (deed) return deedDate(c, month, from);
    return nearest(c, (y) => dated(y, month, from, to));
  };
  return node(read.end, 'date without a year', resolve, { open: true });
}

function deedDate(c: Context, month: number, date: number): Result {
  const before = c.previous;
  if (before?.precision === 'day' && before.start !== null) {
    const known = civil(before.start);
    if (known.month === month && known.date === date) return before;
  }
  const guess = nearest(c, (y) => dated(y, month, date, date));
  if ('unresolved' in guess || c.anchor === undefined || guess.start === null) return guess;
  return c.anchor - guess.start <= 31 ? guess : { unresolved: 'the year of this deed is not told' };
}

/** "(of) last year" after a date or a month. */
export function yearDeictic(s: Stream, i: number): { step: number; end: number } | undefined {
  const k = t(s, i) === 'of' || t(s, i) === ',' ? i + 1 : i;
  const step = { last: -1, previous: -1, this: 0, next: 1 }[t(s, k)];
  if (step !== undefined && t(s, k + 1) === 'year' && t(s, k + 2) !== "'s") return { step, end: k + 2 };
  if (t(s, k) === 'the' && t(s, k + 1) === 'same' && t(s, k + 2) === 'year') return undefined;
  return undefined;
}

/** "18 December 2025", "Dec. 18", "the 18th of December", "Saturday, December 27", "May 3-5, 2024". */
export const writtenDate: Rule = (s, i) => {
  const weekday = weekdayName(s, i);
  if (weekday) {
    const next = t(s, weekday.end) === ',' ? weekday.end + 1 : weekday.end;
    const read = monthFirst(s, next) ?? dayFirst(s, next);
    return read && build(s, next, read, weekday.value);
  }
  const read = monthFirst(s, i) ?? dayFirst(s, i);
  return read && build(s, i, read, undefined);
};

/** "June 2024", "June of last year", "June", "last June", "Dec." with a word before that makes it a date. */
export const monthDate: Rule = (s, i) => {
  const side = { last: 'last', past: 'last', previous: 'last', this: 'this', next: 'next', coming: 'next' }[
    t(s, i)
  ];
  if (side) {
    const past = t(s, i + 1) === 'past' || t(s, i + 1) === 'coming' ? i + 2 : i + 1;
    const to = past === i + 2 ? (t(s, i + 1) === 'past' ? 'last' : 'next') : side;
    const month = monthName(s, past);
    return month && sided(month.end, month.value, to);
  }
  const month = monthName(s, i);
  if (!month) return undefined;
  const year = yearAfter(s, month.end);
  if (year) return node(year.end, 'month', () => monthOf(year.year, month.value));
  const relative = yearDeictic(s, month.end);
  if (relative)
    return node(relative.end, 'month', (c) =>
      c.anchor === undefined
        ? { unresolved: NO_YEAR }
        : monthOf(civil(c.anchor).year + relative.step, month.value),
    );
  if (month.weak && !hasLead(s, i)) return undefined;
  return node(month.end, 'month without a year', (c) => nearest(c, (y) => monthOf(y, month.value)), {
    open: true,
  });
};

function sided(end: number, month: number, side: string): Node {
  return node(end, `${side} month`, (c) => {
    if (c.anchor === undefined) return { unresolved: NO_YEAR };
    const { year, month: now } = civil(c.anchor);
    if (side === 'this') return monthOf(year, month);
    if (side === 'last') return monthOf(month < now ? year : year - 1, month);
    return monthOf(month > now ? year : year + 1, month);
  });
}

/** "the 18th": the nearest one, when nothing else stands beside it that it could count. */
export const dayOfMonth: Rule = (s, i) => {
  if (t(s, i) !== 'the' || (!s.whole && t(s, i - 1) !== 'on')) return undefined;
  const found = dateNumber(s, i + 1);
  if (!found?.ordinal) return undefined;
  const of = t(s, found.end) === 'of' ? found.end + 1 : found.end;
  const step = { last: -1, this: 0, next: 1 }[t(s, of)];
  if (of > found.end && step !== undefined && t(s, of + 1) === 'month')
    return node(of + 2, 'day of the month', (c) => inMonth(c, found.date, step));
  if (of > found.end || /^[\p{L}\d]/u.test(t(s, found.end)) || t(s, found.end) === '-') return undefined;
  return node(found.end, 'day of the month', (c) => {
    const now = inMonth(c, found.date, 0);
    if ('unresolved' in now || now.start === null || c.anchor === undefined) return now;
    if (c.tense === 'future') return now.start >= c.anchor ? now : inMonth(c, found.date, 1);
    return now.start <= c.anchor ? now : inMonth(c, found.date, -1);
  });
};

function inMonth(c: Context, date: number, step: number): Result {
  if (c.anchor === undefined) return { unresolved: NO_YEAR };
  const { year, month } = civil(c.anchor);
  const first = civil(day(year, month + step, 1));
  if (date > daysInMonth(first.year, first.month)) return { unresolved: 'that month has no such day' };
  return oneDay(day(first.year, first.month, date));
}
