import { type Day, oneDay, unitAt, weekdayOf } from '../calendar.js';
import { fromAnchor, type Node, type Rule } from '../node.js';
import { at, isCapital, type Stream, t } from '../tokens.js';
import { ordinal } from '../words.js';
import { type Named, weekdayName } from './names.js';

/** The weekday on or before the day given. */
export function onOrBefore(of: Day, weekday: number): Day {
  return of - ((weekdayOf(of) - weekday + 7) % 7);
}

/** The weekday on or after the day given. */
export function onOrAfter(of: Day, weekday: number): Day {
  return of + ((weekday - weekdayOf(of) + 7) % 7);
}

type Side = 'last' | 'next' | 'this' | 'following' | 'bare';

const SIDES: Record<string, Side> = {
  last: 'last',
  past: 'last',
  previous: 'last',
  next: 'next',
  coming: 'next',
  upcoming: 'next',
  this: 'this',
  following: 'following',
};

function side(s: Stream, i: number): { side: Side; end: number } {
  const k = t(s, i) === 'the' ? i + 1 : i;
  const word = t(s, k);
  if (word === 'this' && (t(s, k + 1) === 'past' || t(s, k + 1) === 'coming'))
    return { side: t(s, k + 1) === 'past' ? 'last' : 'next', end: k + 2 };
  const found = Object.hasOwn(SIDES, word) ? SIDES[word] : undefined;
  return found ? { side: found, end: k + 1 } : { side: 'bare', end: i };
}

function weekdayOn(anchor: Day, weekday: number, where: Side, future: boolean): Day {
  if (where === 'last') return onOrBefore(anchor - 1, weekday);
  if (where === 'next' || where === 'following') return onOrAfter(anchor + 1, weekday);
  if (where === 'this') return anchor - weekdayOf(anchor) + weekday;
  return future ? onOrAfter(anchor, weekday) : onOrBefore(anchor, weekday);
}

/** Short names are also words (Sun, Sat, Wed, Mon): they need a word of time before or a comma behind. */
function isPlainWord(s: Stream, i: number, name: Named, where: Side): boolean {
  if (!name.weak || s.whole || where !== 'bare') return false;
  return !(['on', 'until', 'from', 'since', 'by'].includes(t(s, i - 1)) && !isCapital(at(s, name.end).raw));
}

const DAYTIME = new Set('morning afternoon evening night lunchtime midday noon dawn'.split(' '));

/** "morning", "night", "early morning" after a day. */
export function daytime(s: Stream, i: number): number {
  if ((t(s, i) === 'early' || t(s, i) === 'late') && DAYTIME.has(t(s, i + 1))) return i + 2;
  return DAYTIME.has(t(s, i)) ? i + 1 : i;
}

/** "Friday last week", "Monday of next week", "Friday week". */
function inWeek(s: Stream, name: Named): Node | undefined {
  const k = ['of', 'in', ','].includes(t(s, name.end)) ? name.end + 1 : name.end;
  const step = { last: -1, this: 0, next: 1 }[t(s, k)];
  if (step !== undefined && t(s, k + 1) === 'week' && t(s, k + 2) !== "'s")
    return fromAnchor(k + 2, 'weekday of a week', (a) =>
      oneDay((unitAt('week', a, step).start ?? 0) + name.value),
    );
  if (t(s, name.end) === 'week' && s.whole)
    return fromAnchor(name.end + 1, 'weekday week', (a) => oneDay(onOrAfter(a + 1, name.value) + 7));
  return undefined;
}

/** "Saturday", "last Saturday", "this coming Friday", "Monday of last week", "Friday the 13th", "Friday night". */
export const weekday: Rule = (s, i) => {
  if (t(s, i - 1) === 'every' || t(s, i - 1) === 'each') return undefined;
  const lead = side(s, i);
  const name = weekdayName(s, lead.end);
  if (!name || isPlainWord(s, lead.end, name, lead.side)) return undefined;
  const week = lead.side === 'bare' ? inWeek(s, name) : undefined;
  if (week) return week;
  const the = t(s, name.end) === 'the' ? ordinal(s, name.end + 1) : undefined;
  if (the && the.value <= 31) return weekdayThe(the.end, name.value, the.value);
  const where = lead.side;
  return fromAnchor(
    daytime(s, name.end),
    where === 'bare' ? 'weekday' : `${where} weekday`,
    (anchor, c) => {
      const base = where === 'following' && c.previous?.end != null ? c.previous.end : anchor;
      return oneDay(weekdayOn(base, name.value, where, c.tense === 'future'));
    },
    where === 'bare' ? { open: true } : {},
  );
};

function weekdayThe(end: number, weekdayValue: number, date: number): Node {
  return fromAnchor(end, 'weekday and date', (anchor, c) => {
    const step = c.tense === 'future' ? 1 : -1;
    for (let d = anchor, n = 0; n < 800; d += step, n++) {
      if (weekdayOf(d) === weekdayValue && new Date(d * 86_400_000).getUTCDate() === date) return oneDay(d);
    }
    return { unresolved: 'no such weekday falls on this date near the report' };
  });
}
