import type { Estimate, Rate } from './contract.js';

const whole = new Intl.NumberFormat('en-GB');
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT_MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

export const number = (value: number): string => whole.format(value);

/** "3 reports", "1 report". */
export const many = (count: number, one: string, more = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : more}`;

/** A figure with its sign: "+4.3", "−0.7" (with a true minus). */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

export const estimate = ({ value, low, high }: Estimate, digits = 1): string =>
  `${signed(value, digits)} (${signed(low, digits)} to ${signed(high, digits)})`;

/** A rate without a sign; where nothing is reported it has no upper bound. */
export const rate = ({ value, low, high }: Rate): string =>
  `${value.toFixed(1)} (${low.toFixed(1)} to ${high === null ? 'any' : high.toFixed(1)})`;

export const percent = (share: number): string => {
  const value = share * 100;
  if (value > 0 && value < 0.01) return '< 0.01 %';
  return `${value > 0 && value < 1 ? value.toPrecision(1) : Math.round(value)} %`;
};

function date(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

const told = (format: Intl.DateTimeFormat, iso: string): string => {
  const day = date(iso);
  return Number.isNaN(day.getTime()) ? iso : format.format(day);
};

/** "19 Jun 2024". */
export const day = (iso: string): string => told(DAY, iso);
/** "June 2024" of "2024-06" or of a day. */
export const month = (iso: string): string => told(MONTH, iso.length === 7 ? `${iso}-01` : iso);
export const shortMonth = (iso: string): string => told(SHORT_MONTH, iso.length === 7 ? `${iso}-01` : iso);

/** "3 to 9 Jun 2024": first and last day of a period, as short as they can be said. */
export function period(start: string, end: string): string {
  if (start === end) return day(start);
  if (start.slice(0, 7) === end.slice(0, 7)) {
    const whole = start.endsWith('-01') && end === lastOfMonth(start);
    return whole ? month(start) : `${Number(start.slice(8))} to ${day(end)}`;
  }
  return `${day(start)} to ${day(end)}`;
}

export function lastOfMonth(iso: string): string {
  const [year, month] = iso.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The grounds of a movement without the direction that they begin with. */
export const grounds = (why: string): string => why.slice(why.indexOf(': ') + 1).trim();

/** When an act was, as exactly as is known: "19 Jun 2024", "June 2024", "by 18 Oct 2024", "date not told". */
export function whenOf(act: {
  readonly dateStart: string | null;
  readonly dateEnd: string | null;
  readonly reported?: string | null;
}): string {
  if (act.dateStart && act.dateEnd) return period(act.dateStart, act.dateEnd);
  if (act.dateEnd) return `by ${day(act.dateEnd)}`;
  if (act.dateStart) return `from ${day(act.dateStart)}`;
  return act.reported ? `by ${day(act.reported)}` : 'date not told';
}
