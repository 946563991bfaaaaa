import { readTable } from '../../base/index.js';
import { type Days, day, days, oneDay, parseIso } from '../calendar.js';
import { type Context, type Node, node, type Result, type Rule } from '../node.js';
import { at, isCapital, type Stream, t } from '../tokens.js';
import { yearNumber } from './names.js';
import { onOrAfter, onOrBefore } from './weekdays.js';
import { nearest, yearDeictic } from './written.js';

interface Row {
  readonly words: readonly string[];
  readonly owners: readonly (readonly string[])[];
  readonly rule: string;
}

interface Book {
  readonly byFirst: ReadonlyMap<string, readonly Row[]>;
  readonly movable: ReadonlyMap<string, readonly Days[]>;
}

let book: Book | undefined;

/** The calendar of holidays, read once. */
function holidays(): Book {
  book ??= { byFirst: readHolidays(), movable: readMovable() };
  return book;
}

function words(name: string): string[] {
  return name.match(/'s|\d+|\p{L}+|[^\s]/gu) ?? [];
}

function readHolidays(): Map<string, Row[]> {
  const out = new Map<string, Row[]>();
  for (const r of readTable('time/holidays.tsv')) {
    const name = words(r.name ?? '');
    const owners = (r.owner ?? '').split('|').filter(Boolean).map(words);
    const list = out.get(name[0] ?? '') ?? [];
    list.push({ words: name, owners, rule: r.rule ?? 'none' });
    out.set(name[0] ?? '', list);
  }
  // A longer name first, and of one name the row with an owner before the row for all.
  for (const list of out.values())
    list.sort((a, b) => b.words.length - a.words.length || b.owners.length - a.owners.length);
  return out;
}

function readMovable(): Map<string, Days[]> {
  const out = new Map<string, Days[]>();
  for (const r of readTable('time/movable.tsv')) {
    const [start, end] = [parseIso(r.start ?? ''), parseIso(r.end ?? '')];
    if (start === undefined || end === undefined) continue;
    const list = out.get(r.key ?? '') ?? [];
    list.push(days(start, end, start === end ? 'day' : 'range'));
    out.set(r.key ?? '', list);
  }
  return out;
}

/** Easter Sunday by Meeus' rules (Astronomical Algorithms, 1991): Gregorian, or Julian in Gregorian dates. */
function easter(y: number, orthodox = false): number {
  if (orthodox) {
    const d = (19 * (y % 19) + 15) % 30;
    const e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    return day(y, 3, 22) + d + e + Math.floor(y / 100) - Math.floor(y / 400) - 2;
  }
  const a = y % 19;
  const b = Math.floor(y / 100);
  const c = y % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return day(y, month, ((h + l - 7 * m + 114) % 31) + 1);
}

function inYear(rule: string, name: string, year: number): Days | undefined {
  const fixed = /^(\d{2})-(\d{2})$/.exec(rule);
  if (fixed) return oneDay(day(year, Number(fixed[1]), Number(fixed[2])));
  const church = /^(easter|orthodox)([+-]\d+)$/.exec(rule);
  if (church) return oneDay(easter(year, church[1] === 'orthodox') + Number(church[2]));
  const nth = /^nth:(\d+):(\d):(-?\d)$/.exec(rule);
  if (nth) {
    const [month, weekday, n] = [Number(nth[1]), Number(nth[2]), Number(nth[3])];
    const found =
      n < 0
        ? onOrBefore(day(year, month + 1, 0), weekday)
        : onOrAfter(day(year, month, 1), weekday) + 7 * (n - 1);
    return oneDay(name === 'black' ? found + 1 : found);
  }
  if (!rule.startsWith('table:')) return undefined;
  const list = holidays().movable.get(rule.slice(6)) ?? [];
  return list.find((d) => d.start !== null && new Date(d.start * 86_400_000).getUTCFullYear() === year);
}

function matches(s: Stream, i: number, name: readonly string[]): boolean {
  return name.every((w, k) => t(s, i + k) === w || (w === "'" && t(s, i + k) === "'"));
}

/** Whether a country's name stands shortly before or behind ("Ukraine's Independence Day"). */
function owned(s: Stream, i: number, end: number, row: Row): boolean {
  if (row.owners.length === 0) return true;
  const near = (from: number, to: number, owner: readonly string[]) => {
    for (let k = Math.max(0, from); k < to; k++) if (matches(s, k, owner)) return true;
    return false;
  };
  return row.owners.some((o) => near(i - 4, i, o) || near(end, end + 4, o));
}

function find(s: Stream, i: number): { row: Row; end: number } | undefined {
  const list = holidays().byFirst.get(t(s, i));
  if (!list || (!s.whole && !isCapital(at(s, i).raw) && at(s, i).num === undefined)) return undefined;
  for (const row of list) {
    const end = i + row.words.length;
    if (matches(s, i, row.words) && owned(s, i, end, row)) return { row, end };
  }
  return undefined;
}

/** "Christmas Eve", "Easter 2024", "last Ramadan", "Ukraine's Independence Day", "9/11". */
export const holiday: Rule = (s, i) => {
  const sides: Record<string, number> = { last: -1, past: -1, this: 0, next: 1, coming: 1 };
  const step = Object.hasOwn(sides, t(s, i)) ? sides[t(s, i)] : undefined;
  const k = step !== undefined || t(s, i) === 'the' ? i + 1 : i;
  const found = find(s, k);
  if (!found || !real(s, k, found.end)) return undefined;
  const { row, end } = found;
  const name = row.words[0] ?? '';
  if (row.rule.startsWith('date:'))
    return node(end, 'named date', () => oneDay(parseIso(row.rule.slice(5)) ?? 0));
  if (row.rule === 'none')
    return node(end, 'holiday', () => ({ unresolved: 'this holiday differs by country' }));
  const year = yearNumber(s, t(s, end) === 'of' || t(s, end) === 'in' || t(s, end) === ',' ? end + 1 : end);
  const make = (y: number): Days | undefined => inYear(row.rule, name, y);
  if (year)
    return node(
      year.end,
      'holiday',
      () => make(year.year) ?? { unresolved: 'the table does not reach this year' },
    );
  const relative = yearDeictic(s, end);
  if (relative) return node(relative.end, 'holiday', (c) => inNear(c, relative.step, make));
  if (step === 0) return node(end, 'holiday', (c) => inNear(c, 0, make));
  return sided(end, step ?? 0, make);
};

function sided(end: number, step: number, make: (y: number) => Days | undefined): Node {
  return node(end, 'holiday', (c): Result => {
    if (step === 0 || c.anchor === undefined) return nearest(c, make);
    const tense = step < 0 ? 'past' : 'future';
    return nearest({ ...c, anchor: c.anchor + step, tense }, make);
  });
}

function inNear(c: Context, step: number, make: (y: number) => Days | undefined): Result {
  if (c.anchor === undefined)
    return { unresolved: 'no year is given and the day of the report is not known' };
  const year = new Date(c.anchor * 86_400_000).getUTCFullYear() + step;
  return make(year) ?? { unresolved: 'the table does not reach this year' };
}

/** Greetings and goods are named after a holiday without being on it: "New Year's greetings", "Christmas tree". */
const GOODS = new Set(
  'greetings greeting message messages address speech tree trees wishes card cards carol carols gift gifts present presents market markets resolution resolutions honours honors celebrations island'.split(
    ' ',
  ),
);

function real(s: Stream, i: number, end: number): boolean {
  return s.whole || !GOODS.has(t(s, end)) || t(s, i + 1) === 'eve';
}

/** The words that holidays' names begin with. */
export function holidayStarters(): Iterable<string> {
  return holidays().byFirst.keys();
}
