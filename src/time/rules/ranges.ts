import { civil, type Day, type Days, days, monthOf, yearsOf } from '../calendar.js';
import { type Context, isUnresolved, type Node, node, type Result, type Rule } from '../node.js';
import { at, type Stream, seq, t } from '../tokens.js';
import type { Tense } from '../types.js';
import { dateNumber, yearNumber } from './names.js';

const LINKS = new Set(['to', 'until', 'till', 'through', '-']);

/** Resolves both ends; an end without a year or week of its own takes it from the other. */
function join(left: Node, right: Node, c: Context): Result {
  if (right.open && !left.open) {
    const l = left.resolve(c);
    if (isUnresolved(l)) return l;
    return span(l, right.resolve(moved(c, l.start, 'future')));
  }
  const r = right.resolve(c);
  if (isUnresolved(r)) return r;
  return span(left.resolve(left.open ? moved(c, r.end, 'past') : c), r);
}

function moved(c: Context, anchor: Day | null, tense: Tense): Context {
  return anchor === null ? { ...c, tense } : { ...c, anchor, tense };
}

function span(l: Result, r: Result): Result {
  if (isUnresolved(l)) return l;
  if (isUnresolved(r)) return r;
  if (l.start === null || r.end === null) return days(l.start, r.end, 'range');
  return l.start <= r.end ? days(l.start, r.end, 'range') : { unresolved: 'it would end before it begins' };
}

/** "2014-2016", "2019–21", "1990s to 2000s" is left to the common form. */
function years(s: Stream, i: number): Node | undefined {
  const first = yearNumber(s, i);
  if (!first) return undefined;
  const link = t(s, first.end);
  if (link !== '-' && link !== 'to') return undefined;
  const second = at(s, first.end + 1);
  if (second.num === undefined) return undefined;
  const short = second.raw.length === 2 && link === '-' && !second.gap;
  const year = short ? Math.floor(first.year / 100) * 100 + second.num : yearNumber(s, first.end + 1)?.year;
  if (year === undefined || year <= first.year || first.year < 1000) return undefined;
  return node(first.end + 2, 'years', () => yearsOf(first.year, year));
}

/** "3 and 5 May", "the 3rd to the 5th of May" after "between" or "from". */
function bareDay(s: Stream, i: number, point: Rule, link: (k: number) => boolean): Node | undefined {
  const k = t(s, i) === 'the' ? i + 1 : i;
  const date = dateNumber(s, k);
  if (!date || !link(date.end)) return undefined;
  const right = point(s, date.end + 1);
  if (!right?.rule.startsWith('date')) return undefined;
  return node(right.end, 'range', (c) => {
    const r = right.resolve(c);
    if (isUnresolved(r) || r.end === null) return r;
    const { year, month, date: last } = civil(r.end);
    const first = (date.date <= last ? monthOf(year, month) : monthOf(year, month - 1)).start ?? 0;
    return span(days(first + date.date - 1, first + date.date - 1, 'day'), r);
  });
}

/** "from A to B", "between A and B", "A to B", "A-B". */
export function ranges(point: Rule): Rule {
  return (s, i) => {
    const word = t(s, i);
    if (word === 'between') return pair(s, i + 1, point, (k) => t(s, k) === 'and');
    if (word === 'from') return pair(s, i + 1, point, (k) => LINKS.has(t(s, k)));
    return years(s, i) ?? pair(s, i, point, (k) => isBareLink(s, k));
  };
}

function pair(s: Stream, i: number, point: Rule, link: (k: number) => boolean): Node | undefined {
  const bare = t(s, i - 1) === 'from' || t(s, i - 1) === 'between' ? bareDay(s, i, point, link) : undefined;
  const plainYears = years(s, i);
  if (plainYears) return { ...plainYears, begin: i };
  if (bare) return bare;
  const left = point(s, i);
  if (!left || !link(left.end)) return undefined;
  const right =
    seq(s, left.end + 1, 'now') || seq(s, left.end + 1, 'date') ? now(left.end + 2) : point(s, left.end + 1);
  if (!right || (t(s, left.end) === '-' && !alike(s, left, right))) return undefined;
  return node(right.end, 'range', (c) => join(left, right, c));
}

function now(end: number): Node {
  return node(end, 'now', (c): Days => days(c.anchor ?? null, c.anchor ?? null, 'day'));
}

/** Without "from": only a dash, "through", or "to" between two dates of a kind. */
function isBareLink(s: Stream, k: number): boolean {
  return t(s, k) === '-' || t(s, k) === 'through' || t(s, k) === 'to';
}

/** A dash with blanks around it joins only dates of one kind; else it is a dash of the sentence. */
function alike(s: Stream, left: Node, right: Node): boolean {
  if (!at(s, left.end).gap) return true;
  const kind = (n: Node) => n.rule.split(' ')[0];
  return kind(left) === kind(right);
}
