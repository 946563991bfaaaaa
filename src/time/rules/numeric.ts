import { type Days, day, isDate, monthOf, oneDay } from '../calendar.js';
import { node, type Result, type Rule } from '../node.js';
import { at, wordAfter } from '../tokens.js';

const DATE_TIME =
  /(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?(?![\d-])/y;
const YEAR_FIRST = /(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const YEAR_LAST = /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)/y;
const YEAR_MONTH = /(\d{4})-(\d{2})(?![\d-])/y;

function stick(re: RegExp, text: string, start: number): RegExpExecArray | null {
  re.lastIndex = start;
  return re.exec(text);
}

function real(y: number, m: number, d: number): Days | undefined {
  return isDate(y, m, d) ? oneDay(day(y, m, d)) : undefined;
}

/** Two digits: up to forty years ahead of 2000 is this century. */
function century(year: string): number {
  const n = Number(year);
  return year.length === 4 ? n : n < 50 ? 2000 + n : 1900 + n;
}

/** Which of day and month comes first in a numeric date, when its own figures tell. */
export function orderOf(text: string): 'dmy' | 'mdy' | undefined {
  const m = stick(YEAR_LAST, text, 0);
  if (!m || m[2] === '.') return undefined;
  const [a, b] = [Number(m[1]), Number(m[3])];
  if (a > 12 && a <= 31 && b <= 12) return 'dmy';
  return b > 12 && b <= 31 && a <= 12 ? 'mdy' : undefined;
}

function settle(a: number, b: number, y: number, order: 'dmy' | 'mdy' | undefined): Result {
  const dmy = real(y, b, a);
  const mdy = real(y, a, b);
  const found = order === 'dmy' ? dmy : order === 'mdy' ? mdy : a === b || !mdy ? dmy : dmy ? undefined : mdy;
  if (found) return found;
  return { unresolved: dmy || mdy ? 'the day and the month cannot be told apart' : 'there is no such day' };
}

/** 2025-12-18, 2025/12/18, 18.12.2025, 18/12/2025, 12/18/25, 2024-06; with a time behind it or not. */
export const numericDate: Rule = (s, i) => {
  const word = at(s, i);
  const before = at(s, i - 1);
  if (word.num === undefined || (!word.gap && /^[\p{L}\d$€£#/.:-]/u.test(before.t))) return undefined;
  const full = stick(DATE_TIME, s.text, word.start) ?? stick(YEAR_FIRST, s.text, word.start);
  const end = (m: RegExpExecArray) => wordAfter(s, i, word.start + m[0].length);
  if (full) {
    const [y, m, d] = full.length === 5 ? [full[1], full[3], full[4]] : [full[1], full[2], full[3]];
    const found = real(Number(y), Number(m), Number(d));
    return node(end(full), 'iso date', () => found ?? { unresolved: 'there is no such day' });
  }
  const last = stick(YEAR_LAST, s.text, word.start);
  if (last && (last[4]?.length === 4 || last[2] !== '-')) {
    const [a, b, y] = [Number(last[1]), Number(last[3]), century(last[4] ?? '')];
    if (!real(y, a, b) && !real(y, b, a)) return undefined;
    if (last[2] === '.' && last[4]?.length === 2 && !s.whole) return undefined;
    const order = last[2] === '.' ? 'dmy' : s.order;
    return node(end(last), 'numeric date', () => settle(a, b, y, order));
  }
  const month = stick(YEAR_MONTH, s.text, word.start);
  const [y, m] = month ? [Number(month[1]), Number(month[2])] : [0, 0];
  if (!month || m < 1 || m > 12 || y < 1800 || y > 2100) return undefined;
  // 2010-11 is far more often two years than a month, save where the whole text is the date.
  if (!s.whole && m === (y + 1) % 100) return undefined;
  return s.whole || m < 10 ? node(end(month), 'iso month', () => monthOf(y, m)) : undefined;
};
