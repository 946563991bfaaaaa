import { type Days, days, oneDay, shift, type Unit, unitAt, weekdayOf } from '../calendar.js';
import { fromAnchor, type Node, type Rule } from '../node.js';
import { seq, t } from '../tokens.js';
import { type Quantity, quantity, unitWord } from '../words.js';

const STEPS: Record<string, number> = { last: -1, this: 0, current: 0, next: 1, coming: 1 };
const BACK = new Set(['last', 'past', 'previous', 'preceding', 'latest']);
const AHEAD = new Set(['next', 'coming', 'following', 'ensuing']);
const ROLLING_LEAD = new Set(['over', 'during', 'within', 'in', 'for', 'through', 'throughout', 'across']);

/** The unit a word names, when it is one of the calendar ("hour" and "fortnight" are none). */
export function calendarUnit(word: string): Unit | undefined {
  const found = unitWord(word);
  return found &&
    !found.plural &&
    found.name !== 'night' &&
    found.unit !== 'hour' &&
    found.unit !== 'fortnight'
    ? found.unit
    : undefined;
}

function calendar(end: number, unit: Unit, step: number): Node {
  return fromAnchor(end, `${unit} ${step < 0 ? 'before' : step > 0 ? 'after' : 'now'}`, (a) =>
    unitAt(unit, a, step),
  );
}

/** The days up to the report ("the past two weeks") or from it on ("the next three months"). */
function rolling(end: number, q: Quantity, back: boolean): Node {
  return fromAnchor(end, back ? 'time up to now' : 'time from now', (a) => {
    const n = q.hours ? Math.max(1, q.n) : q.n;
    const far = shift(a, q.unit, back ? -n : n);
    const other = q.vague || q.more ? null : far;
    return back ? days(other, a, 'range') : days(a, other, 'range');
  });
}

/** "last week", "this month", "next year", "the current quarter", "this coming week". */
export const deicticUnit: Rule = (s, i) => {
  const the = t(s, i) === 'the' ? 1 : 0;
  const word = t(s, i + the);
  let k = i + the + 1;
  if (word === 'this' && (t(s, k) === 'past' || t(s, k) === 'coming' || t(s, k) === 'current')) {
    const back = t(s, k) === 'past';
    const step = t(s, k) === 'current' ? 0 : 1;
    k += 1;
    const unit = calendarUnit(t(s, k));
    if (!unit || unit === 'day') return undefined;
    return back ? rolling(k + 1, one(unit, k + 1), true) : calendar(k + 1, unit, step);
  }
  const step = Object.hasOwn(STEPS, word) ? STEPS[word] : undefined;
  if (step === undefined) return undefined;
  if (t(s, k) === 'calendar' || t(s, k) === 'whole' || t(s, k) === 'entire') k += 1;
  const unit = calendarUnit(t(s, k));
  if (!unit || unit === 'day') return undefined;
  if (step === 0 || the === 0) return calendar(k + 1, unit, step);
  return step < 0 ? rolling(k + 1, one(unit, k + 1), true) : undefined;
};

function one(unit: Unit, end: number): Quantity {
  return { n: 1, unit, vague: false, more: false, hours: false, end };
}

/** "the past two weeks", "the last 24 hours", "the next three months", "recent weeks", "the coming days". */
export const rollingUnits: Rule = (s, i) => {
  const k = t(s, i) === 'the' || t(s, i) === 'these' ? i + 1 : i;
  const word = t(s, k);
  if (word === 'recent' || (word === 'the' && t(s, k + 1) === 'recent')) {
    const q = quantity(s, k + 1);
    return q?.vague ? rolling(q.end, q, true) : undefined;
  }
  const back = BACK.has(word) || (word === 'this' && t(s, k + 1) === 'past');
  if (!back && !AHEAD.has(word)) return undefined;
  const start = word === 'this' ? k + 2 : k + 1;
  const q = quantity(s, start);
  if (q) {
    if (word === 'previous' || word === 'preceding' || word === 'following' || word === 'ensuing')
      return around(q, back);
    return rolling(q.end, q, back);
  }
  const unit = calendarUnit(t(s, start));
  if (!unit) return undefined;
  if (word === 'past') return unit === 'day' ? undefined : rolling(start + 1, one(unit, start + 1), true);
  const lead = k > i && ROLLING_LEAD.has(t(s, i - 1));
  return word === 'next' && lead && unit !== 'day'
    ? rolling(start + 1, one(unit, start + 1), false)
    : undefined;
};

/** "the previous three months", "the following two weeks": beside the date told before. */
function around(q: Quantity, back: boolean): Node {
  return fromAnchor(q.end, 'time beside an earlier date', (a, c) => {
    const base = (back ? c.previous?.start : c.previous?.end) ?? a;
    const far = q.vague ? null : shift(base, q.unit, back ? -q.n : q.n);
    return back ? days(far, base, 'range') : days(base, far, 'range');
  });
}

const ENDS = new Set(['weekend', 'week-end']);

/** "over the weekend", "last weekend", "this weekend", "next weekend", "the weekend of 3 May" is left to parts. */
export const weekend: Rule = (s, i) => {
  const k = t(s, i) === 'the' ? i + 1 : i;
  const word = t(s, k);
  const mid = t(s, k + 1);
  if (word === 'this' && (mid === 'past' || mid === 'coming') && ENDS.has(t(s, k + 2)))
    return fromAnchor(k + 3, 'weekend', (a) => (mid === 'past' ? weekendBy(a, -1) : weekendBy(a, 0)));
  if (ENDS.has(word) && (k > i || s.whole)) {
    const before = t(s, k + 1) === 'before' && t(s, k + 2) === 'last';
    if (before) return fromAnchor(k + 3, 'weekend', (a) => shifted(weekendBy(a, -1), -7));
    return fromAnchor(k + 1, 'weekend', (a, c) =>
      weekendBy(a, c.tense === 'future' || weekdayOf(a) >= 5 ? 0 : -1),
    );
  }
  if (!ENDS.has(mid)) return undefined;
  if (word === 'last' || word === 'past' || word === 'previous')
    return fromAnchor(k + 2, 'weekend', (a) => weekendBy(a, -1));
  if (word === 'coming' || word === 'upcoming') return fromAnchor(k + 2, 'weekend', (a) => weekendBy(a, 0));
  if (word === 'next') return fromAnchor(k + 2, 'weekend', (a) => weekendBy(a, 1));
  if (word === 'this')
    return fromAnchor(k + 2, 'weekend', (a, c) =>
      weekendBy(a, c.tense === 'past' && weekdayOf(a) < 5 ? -1 : 0),
    );
  return undefined;
};

/** Saturday and Sunday of this week (0), or of a week further on or back. */
function weekendBy(anchor: number, step: number): Days {
  const saturday = anchor - weekdayOf(anchor) + 5 + 7 * step;
  return days(saturday, saturday + 1, 'range');
}

function shifted(d: Days, by: number): Days {
  return days((d.start ?? 0) + by, (d.end ?? 0) + by, d.precision);
}

/** "the year before last", "the week after next". */
export const beyondUnit: Rule = (s, i) => {
  const k = t(s, i) === 'the' ? i + 1 : i;
  const unit = calendarUnit(t(s, k));
  if (!unit) return undefined;
  if (seq(s, k + 1, 'before', 'last')) return calendar(k + 3, unit, -2);
  if (seq(s, k + 1, 'after', 'next')) return calendar(k + 3, unit, 2);
  return undefined;
};

/** "so far this year", "the year to date": from its first day to the report. */
export const toDate: Rule = (s, i) => {
  if (seq(s, i, 'year', 'to', 'date') || seq(s, i, 'year', '-', 'to', '-', 'date'))
    return upToNow(i + (t(s, i + 1) === '-' ? 5 : 3), 'year');
  if (!seq(s, i, 'so', 'far', 'this') && !seq(s, i, 'thus', 'far', 'this')) return undefined;
  const unit = calendarUnit(t(s, i + 3));
  return unit && upToNow(i + 4, unit);
};

function upToNow(end: number, unit: Unit): Node {
  return fromAnchor(end, 'so far', (a) => days(unitAt(unit, a).start, a, 'range'));
}

/** "the same day", "that year", "the same month": the unit of the date told before. */
export const sameUnit: Rule = (s, i) => {
  const k =
    t(s, i) === 'the' && t(s, i + 1) === 'same'
      ? i + 2
      : t(s, i) === 'that' && t(s, i + 1) === 'same'
        ? i + 2
        : t(s, i) === 'that'
          ? i + 1
          : i;
  const unit = k > i ? calendarUnit(t(s, k)) : undefined;
  if (!unit || unit === 'week') return undefined;
  return fromAnchor(k + 1, 'same as an earlier date', (_, c) => {
    if (c.previous?.start == null) return { unresolved: 'no earlier date in the text' };
    if (unit === 'day' && c.previous.precision !== 'day')
      return { unresolved: 'the earlier date is not told to the day' };
    return unit === 'day' ? oneDay(c.previous.start) : unitAt(unit, c.previous.start);
  });
};
