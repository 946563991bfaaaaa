import { civil, type Days, day, days, oneDay, shift, unitAt } from '../calendar.js';
import { fromAnchor, mapped, type Node, type Result, type Rule } from '../node.js';
import { type Stream, t } from '../tokens.js';
import { count, ordinal, unitWord } from '../words.js';
import { weekdayName } from './names.js';
import { calendarUnit } from './units.js';
import { onOrAfter, onOrBefore } from './weekdays.js';

type Which = 'early' | 'mid' | 'late' | 'start' | 'end';

const WORDS: Record<string, Which> = {
  early: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  beginning: 'start',
  start: 'start',
  outset: 'start',
  end: 'end',
  close: 'end',
};

/** The share of a stretch that "early", "mid" and "late" mean: see docs/time.md. */
function partOf(d: Days, which: Which): Days {
  if (d.start === null || d.end === null || d.precision === 'day') return d;
  const from = civil(d.start);
  const length = d.end - d.start + 1;
  if (length >= 3650) return partOfDecades(d, which, length > 4000 ? 10 : 1);
  if (length >= 365) {
    const months = { early: [1, 4], mid: [5, 8], late: [9, 12], start: [1, 1], end: [12, 12] }[which];
    return days(day(from.year, months[0] ?? 1, 1), day(from.year, (months[1] ?? 12) + 1, 0), 'range');
  }
  if (d.precision === 'month') {
    const dates = {
      early: [0, 9],
      mid: [10, 19],
      late: [20, length - 1],
      start: [0, 9],
      end: [20, length - 1],
    }[which];
    return days(d.start + (dates[0] ?? 0), d.start + (dates[1] ?? 0), 'range');
  }
  const third = Math.floor(length / 3);
  if (which === 'early' || which === 'start') return days(d.start, d.start + third - 1, 'range');
  if (which === 'mid') return days(d.start + third, d.end - third, 'range');
  return days(d.end - third + 1, d.end, 'range');
}

function partOfDecades(d: Days, which: Which, scale: 1 | 10): Days {
  const first = civil(d.start ?? 0).year;
  const [a, b] = { early: [0, 3], mid: [4, 6], late: [7, 9], start: [0, 0], end: [9, 9] }[which];
  return days(day(first + (a ?? 0) * scale, 1, 1), day(first + ((b ?? 0) + 1) * scale - 1, 12, 31), 'range');
}

/** "the year", "the month" after "of" or "in": the one that holds the report. */
function theUnit(s: Stream, i: number): Node | undefined {
  if (t(s, i) !== 'the') return undefined;
  const unit = calendarUnit(t(s, i + 1));
  if (!unit || unit === 'day' || t(s, i + 2) === "'s") return undefined;
  return fromAnchor(i + 2, `this ${unit}`, (a) => unitAt(unit, a));
}

/** Reads "early", "mid-", "the end of", "late in" and says where the time itself begins. */
function lead(s: Stream, i: number): { which: Which; at: number; of: boolean } | undefined {
  const k = t(s, i) === 'the' || t(s, i) === 'very' ? i + 1 : i;
  const word = t(s, k);
  const which = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (!which) return undefined;
  const next = t(s, k + 1);
  if (next === 'of') return { which, at: k + 2, of: true };
  if (which === 'start' || which === 'end' || word === 'middle')
    return next === '-' ? { which, at: k + 2, of: false } : undefined;
  if (next === '-' || next === 'in' || next === 'on') return { which, at: k + 2, of: next === 'in' };
  return { which, at: k + 1, of: false };
}

/** "early 2024", "mid-June", "late last year", "the end of March", "early on Saturday". */
export function parts(point: Rule): Rule {
  return (s, i) => {
    const head = lead(s, i);
    if (!head) return undefined;
    const inner = point(s, head.at) ?? (head.of ? theUnit(s, head.at) : undefined);
    if (!inner) return undefined;
    const rule = `${head.which} part`;
    return mapped(inner, inner.rule.includes('weekday') ? inner.rule : rule, (d) => partOf(d, head.which));
  };
}

/** "earlier this month", "later in the year", "earlier on Saturday": up to the report, or from it on. */
export function sofar(point: Rule): Rule {
  return (s, i) => {
    const word = t(s, i);
    if (word !== 'earlier' && word !== 'later') return undefined;
    const k = t(s, i + 1) === 'in' || t(s, i + 1) === 'on' ? i + 2 : i + 1;
    const inner = point(s, k) ?? theUnit(s, k);
    if (!inner) return undefined;
    return mapped(inner, `${word} in it`, (d, c): Result => {
      if (d.precision === 'day' || c.anchor === undefined || d.start === null || d.end === null) return d;
      if (c.anchor < d.start || c.anchor > d.end) return d;
      return word === 'earlier' ? days(d.start, c.anchor, 'range') : days(c.anchor, d.end, 'range');
    });
  };
}

const ENDS = new Set(['last', 'final', 'closing']);
const STARTS = new Set(['first', 'opening']);

/** "the first week of March", "the last three months of 2024", "the first Monday in June", "the last day of May". */
export function slices(point: Rule): Rule {
  return (s, i) => {
    const k = t(s, i) === 'the' ? i + 1 : i;
    const word = t(s, k);
    const nth = ordinal(s, k);
    if (!nth && !ENDS.has(word) && !STARTS.has(word)) return undefined;
    const afterWord = nth?.end ?? k + 1;
    const number = count(s, afterWord);
    const many = number?.end ?? afterWord;
    const found = unitWord(t(s, many));
    const weekday = found ? undefined : weekdayName(s, many);
    const end = found ? many + 1 : (weekday?.end ?? 0);
    if (!end || (t(s, end) !== 'of' && t(s, end) !== 'in')) return undefined;
    const inner = point(s, end + 1) ?? theUnit(s, end + 1);
    if (!inner) return undefined;
    const place = ENDS.has(word) ? -1 : STARTS.has(word) ? 1 : (nth?.value ?? 1);
    return mapped(inner, 'slice', (d): Result => {
      if (d.start === null || d.end === null) return { unresolved: 'the whole it is part of is open' };
      if (weekday) return nthWeekday(d.start, d.end, weekday.value, place);
      const unit = found?.unit;
      if (!unit || unit === 'hour' || unit === 'fortnight') return { unresolved: 'too fine for a calendar' };
      if (!number && found?.plural) return partOf(d, place < 0 ? 'end' : 'start');
      return cutOut(d, unit, place, number?.value ?? 1);
    });
  };
}

function nthWeekday(start: number, end: number, weekday: number, place: number): Result {
  const found = place < 0 ? onOrBefore(end, weekday) : onOrAfter(start, weekday) + 7 * (place - 1);
  return found >= start && found <= end ? oneDay(found) : { unresolved: 'there is no such day' };
}

function cutOut(d: Days, unit: Parameters<typeof shift>[1], place: number, many: number): Result {
  const [start, end] = [d.start ?? 0, d.end ?? 0];
  const from = place < 0 ? shift(end + 1, unit, -many) : shift(start, unit, (place - 1) * many);
  const to = place < 0 ? end : shift(start, unit, place * many) - 1;
  if (from < start || to > end) return { unresolved: 'the part is longer than the whole' };
  if (many > 1) return days(from, to, 'range');
  return days(from, to, unit === 'half' || unit === 'century' ? 'range' : unit);
}

/** "the week of December 15", "the week ending 20 December", "the weekend of 3 May", "the night of June 3". */
export function around(point: Rule): Rule {
  return (s, i) => {
    const k = t(s, i) === 'the' ? i + 1 : i;
    const word = t(s, k);
    const link = t(s, k + 1);
    const of =
      link === 'of' || ((link === 'ending' || link === 'ended' || link === 'beginning') && word === 'week');
    if (!of || (word !== 'week' && word !== 'weekend')) return undefined;
    const inner = point(s, k + 2);
    if (!inner) return undefined;
    return mapped(inner, `${word} of a date`, (d): Result => {
      if (d.start === null || d.end === null || d.end - d.start > 6) return { unresolved: 'not one week' };
      if (word === 'weekend') {
        const saturday = (unitAt('week', d.start).end ?? 0) - 1;
        return days(saturday, saturday + 1, 'range');
      }
      if (link === 'beginning') return days(d.start, d.start + 6, 'week');
      return link === 'of' ? unitAt('week', d.start) : days(d.end - 6, d.end, 'week');
    });
  };
}
