import type { Interval, Precision } from './types.js';

/** A calendar day as whole days since 1970-01-01, so that arithmetic is plain addition. */
export type Day = number;

/** A stretch of days, both inclusive; `null` is an open side. */
export interface Days {
  readonly start: Day | null;
  readonly end: Day | null;
  readonly precision: Precision;
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'decade' | 'century';

const MS = 86_400_000;

/** The day of a civil date, month 1 to 12; months and days beyond their bounds roll over. */
export function day(year: number, month: number, date: number): Day {
  const at = new Date(Date.UTC(2000, month - 1, date));
  at.setUTCFullYear(at.getUTCFullYear() + year - 2000, at.getUTCMonth(), at.getUTCDate());
  return year >= 100 ? Date.UTC(year, month - 1, date) / MS : at.getTime() / MS;
}

/** Year, month (1 to 12) and date of a day. */
export function civil(of: Day): { year: number; month: number; date: number } {
  const at = new Date(of * MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** Monday is 0, Sunday 6. */
export function weekdayOf(of: Day): number {
  return (((of + 3) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether there is such a day ("30 February" is none). */
export function isDate(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** `YYYY-MM-DD`. */
export function iso(of: Day): string {
  return new Date(of * MS).toISOString().slice(0, 10);
}

/** The day of an ISO date or date-time; undefined when the text does not begin with a real date. */
export function parseIso(text: string): Day | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (!m) return undefined;
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])];
  return isDate(y, mo, d) ? day(y, mo, d) : undefined;
}

export function toInterval(days: Days): Interval {
  return {
    start: days.start === null ? null : iso(days.start),
    end: days.end === null ? null : iso(days.end),
    precision: days.precision,
  };
}

export function days(start: Day | null, end: Day | null, precision: Precision): Days {
  return { start, end, precision };
}

export function oneDay(of: Day): Days {
  return days(of, of, 'day');
}

export function monthOf(year: number, month: number): Days {
  return days(day(year, month, 1), day(year, month + 1, 0), 'month');
}

export function yearOf(year: number): Days {
  return days(day(year, 1, 1), day(year, 12, 31), 'year');
}

/** Whole years, both inclusive. */
export function yearsOf(first: number, last: number): Days {
  return first === last ? yearOf(first) : days(day(first, 1, 1), day(last, 12, 31), 'range');
}

/** The calendar unit `offset` units from the one that holds `of`. Weeks start on Monday. */
export function unitAt(unit: Unit, of: Day, offset = 0): Days {
  const { year, month } = civil(of);
  switch (unit) {
    case 'day':
      return oneDay(of + offset);
    case 'week': {
      const monday = of - weekdayOf(of) + 7 * offset;
      return days(monday, monday + 6, 'week');
    }
    case 'month':
      return monthOf(year, month + offset);
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1 + 3 * offset;
      return days(day(year, first, 1), day(year, first + 3, 0), 'quarter');
    }
    case 'half': {
      const first = (month > 6 ? 7 : 1) + 6 * offset;
      return days(day(year, first, 1), day(year, first + 6, 0), 'range');
    }
    case 'year':
      return yearOf(year + offset);
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + 10 * offset;
      return days(day(first, 1, 1), day(first + 9, 12, 31), 'decade');
    }
    case 'century': {
      const first = Math.floor((year - 1) / 100) * 100 + 1 + 100 * offset;
      return days(day(first, 1, 1), day(first + 99, 12, 31), 'range');
    }
  }
}

/** The day `n` units on (negative: back); a date its month lacks falls on the month's last day. */
export function shift(of: Day, unit: Unit, n: number): Day {
  if (unit === 'day') return of + Math.round(n);
  if (unit === 'week') return of + Math.round(n * 7);
  const months = { month: 1, quarter: 3, half: 6, year: 12, decade: 120, century: 1200 }[unit] * n;
  const whole = Math.trunc(months);
  const { year, month, date } = civil(of);
  const index = year * 12 + month - 1 + whole;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return day(y, m, Math.min(date, daysInMonth(y, m))) + Math.round((months - whole) * 30);
}
