import { type Day, type Days, days, oneDay, shift, type Unit, unitAt } from '../calendar.js';
import { type Context, fromAnchor, mapped, type Node, type Result, type Rule } from '../node.js';
import { type Stream, seq, t } from '../tokens.js';
import { type Quantity, quantity } from '../words.js';
import { weekdayName } from './names.js';
import { calendarUnit } from './units.js';
import { onOrAfter, onOrBefore } from './weekdays.js';

const LENGTH: Record<Unit, number> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  half: 184,
  year: 366,
  decade: 3653,
  century: 36525,
};

/** The calendar unit that lies so far from a day; open when "a few" or "more than" leaves it so. */
function away(base: Day, q: Quantity, sign: 1 | -1): Days {
  if (q.hours && q.n === 0) return oneDay(base);
  const there = shift(base, q.unit, sign * q.n);
  const unit = unitAt(q.unit, there);
  if (!q.vague && !q.more) return unit;
  return sign < 0 ? days(null, there, unit.precision) : days(there, null, unit.precision);
}

/** From the date told before; the report's day stands in when the text has none. */
function fromPrevious(c: Context, anchor: Day, q: Quantity, sign: 1 | -1): Result {
  const before = c.previous;
  const base = (sign < 0 ? before?.start : before?.end) ?? before?.start ?? before?.end ?? anchor;
  if (before?.start != null && before.end != null && before.end - before.start + 1 > LENGTH[q.unit] * 1.2)
    return { unresolved: `the earlier date is only known to the ${before.precision}` };
  return away(base, q, sign);
}

const AGO = new Set(['ago', 'back']);

/** "three weeks ago", "a year ago today", "a week ago Friday", "days ago". */
export const ago: Rule = (s, i) => {
  const q = quantity(s, i);
  if (!q) return undefined;
  if (!AGO.has(t(s, q.end)) || (t(s, q.end) === 'back' && !s.whole)) return undefined;
  const end = q.end + 1;
  const day = weekdayName(s, t(s, end) === 'on' ? end + 1 : end);
  if (day && !day.weak && q.unit === 'week')
    return fromAnchor(day.end, 'weekday weeks ago', (a) => oneDay(onOrBefore(a, day.value) - 7 * q.n));
  if (t(s, end) === 'today') return fromAnchor(end + 1, 'to the day', (a) => oneDay(shift(a, q.unit, -q.n)));
  if (t(s, end) === 'this' && calendarUnit(t(s, end + 1))) {
    const unit = calendarUnit(t(s, end + 1)) ?? 'day';
    return fromAnchor(end + 2, 'ago', (a) => unitAt(unit, shift(a, q.unit, -q.n)));
  }
  return fromAnchor(end, 'ago', (a) => away(a, q, -1));
};

/** "two days earlier", "a year later", "the day before", "a month after" with nothing behind it. */
export const besides: Rule = (s, i) => {
  const k = t(s, i) === 'the' ? i + 1 : i;
  const q = t(s, i) === 'the' ? theUnit(s, k) : quantity(s, i);
  if (!q) return undefined;
  const word = t(s, q.end);
  const back =
    word === 'earlier' ||
    word === 'before' ||
    word === 'previously' ||
    word === 'prior' ||
    word === 'beforehand';
  const ahead =
    word === 'later' ||
    word === 'after' ||
    word === 'afterwards' ||
    word === 'afterward' ||
    word === 'thereafter';
  if (!back && !ahead) return undefined;
  if (ENDED.has(word) && !isOver(s, q.end + 1)) return undefined;
  return fromAnchor(q.end + 1, 'beside an earlier date', (a, c) => fromPrevious(c, a, q, back ? -1 : 1));
};

const ENDED = new Set(['before', 'after', 'prior']);

function isOver(s: Stream, i: number): boolean {
  return (
    !/^[\p{L}\d"“'‘]/u.test(t(s, i)) || ['and', 'but', 'when', 'as', 'while', 'in', 'at'].includes(t(s, i))
  );
}

function theUnit(s: Stream, i: number): Quantity | undefined {
  const unit = calendarUnit(t(s, i));
  return unit && { n: 1, unit, vague: false, more: false, hours: false, end: i + 1 };
}

/** "the previous day", "the following month", "the next day". */
export const neighbour: Rule = (s, i) => {
  const k = t(s, i) === 'the' || (t(s, i) === 'that' && t(s, i + 1) === 'following') ? i + 1 : i;
  const word = t(s, k);
  const unit = calendarUnit(t(s, k + 1));
  if (!unit) return undefined;
  const q = { n: 1, unit, vague: false, more: false, hours: false, end: k + 2 };
  if (word === 'previous' || word === 'preceding')
    return fromAnchor(q.end, 'before an earlier date', (a, c) => fromPrevious(c, a, q, -1));
  const next = word === 'next' && (unit === 'day' || (k > i && unit !== 'week'));
  if (word !== 'following' && !next) return undefined;
  return fromAnchor(q.end, 'after an earlier date', (a, c) => fromPrevious(c, a, q, 1));
};

/** "two weeks from now", "three days hence", "in ten days", "a week from Monday", "in two years' time". */
export const ahead: Rule = (s, i) => {
  const lead = t(s, i) === 'in' || t(s, i) === 'within' ? 1 : 0;
  const q = quantity(s, i + lead);
  if (!q) return undefined;
  if (seq(s, q.end, 'from', 'now') || seq(s, q.end, 'from', 'today') || t(s, q.end) === 'hence')
    return fromAnchor(q.end + (t(s, q.end) === 'hence' ? 1 : 2), 'from now', (a) => away(a, q, 1));
  const day = t(s, q.end) === 'from' ? weekdayName(s, q.end + 1) : undefined;
  if (day)
    return fromAnchor(day.end, 'from a weekday', (a) =>
      oneDay(shift(onOrAfter(a + 1, day.value), q.unit, q.n)),
    );
  if (!lead) return undefined;
  const time = t(s, q.end) === "'" || t(s, q.end) === "'s" ? q.end + 1 : q.end;
  if (t(s, time) === 'time') return fromAnchor(time + 1, 'from now', (a) => away(a, q, 1));
  if (t(s, i) === 'within')
    return fromAnchor(q.end, 'within', (a) =>
      days(a, q.vague ? null : shift(a, q.unit, q.hours ? Math.max(1, q.n) : q.n), 'range'),
    );
  return fromAnchor(q.end, 'in a while', (a, c) =>
    c.tense === 'past' ? { unresolved: 'a length of time, not a date' } : away(a, q, 1),
  );
};

/** "two days before Christmas", "a week after June 5", "the day after Easter". */
export function fromPoint(point: Rule): Rule {
  return (s, i) => {
    const k = t(s, i) === 'the' ? i + 1 : i;
    const q = k > i ? theUnit(s, k) : quantity(s, i);
    const word = q && t(s, q.end);
    if (!q || (word !== 'before' && word !== 'after' && word !== 'from')) return undefined;
    const inner = point(s, q.end + 1) ?? (t(s, q.end + 1) === 'the' ? point(s, q.end + 2) : undefined);
    if (!inner || t(s, inner.end) === "'s" || inner.rule === 'year') return undefined;
    const sign = word === 'before' ? -1 : 1;
    return mapped(inner, 'beside a date', (d): Result => {
      const base = sign < 0 ? d.start : d.end;
      return base === null ? { unresolved: 'the date it counts from is open' } : away(base, q, sign);
    }) satisfies Node;
  };
}
