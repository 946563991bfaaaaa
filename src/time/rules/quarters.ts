import { civil, type Days, day, days } from '../calendar.js';
import { fromAnchor, type Node, node, type Rule } from '../node.js';
import { at, type Stream, t } from '../tokens.js';
import { ordinal } from '../words.js';
import { yearNumber } from './names.js';
import { yearDeictic } from './written.js';

interface Part {
  readonly size: 3 | 6;
  readonly index: number; // from 1
  readonly end: number;
}

/** "Q3", "H1", "the third quarter", "the first half", "1Q". */
function part(s: Stream, i: number): Part | undefined {
  const short = /^([qh])([1-4])$/.exec(t(s, i));
  if (short) return checked(short[1] === 'q' ? 3 : 6, Number(short[2]), i + 1);
  const k = t(s, i) === 'the' ? i + 1 : i;
  const last = ['last', 'final', 'closing', 'latter'].includes(t(s, k)) ? k + 1 : 0;
  const nth = last
    ? undefined
    : (ordinal(s, k) ?? (t(s, k) === 'opening' ? { value: 1, end: k + 1 } : undefined));
  const start = last || nth?.end;
  if (!start) return undefined;
  const end = t(s, start) === '-' ? start + 1 : start;
  if (t(s, end) === 'quarter' && (nth || k > i)) return checked(3, nth?.value ?? 4, end + 1);
  return t(s, end) === 'half' && (nth || k > i) ? checked(6, nth?.value ?? 2, end + 1) : undefined;
}

function checked(size: 3 | 6, index: number, end: number): Part | undefined {
  return index >= 1 && index <= 12 / size ? { size, index, end } : undefined;
}

function within(year: number, p: Part): Days {
  const first = (p.index - 1) * p.size + 1;
  return days(day(year, first, 1), day(year, first + p.size, 0), p.size === 3 ? 'quarter' : 'range');
}

/** "Q3 2024", "the third quarter of 2024", "the second half of last year", "the first quarter". */
export const quarter: Rule = (s, i) => {
  const p = part(s, i);
  if (!p) return plainYearFirst(s, i);
  const of = t(s, p.end) === 'of' || t(s, p.end) === 'in' || t(s, p.end) === ',' ? p.end + 1 : p.end;
  const year = yearNumber(s, of);
  if (year) return node(year.end, 'quarter', () => within(year.year, p));
  const relative = yearDeictic(s, p.end) ?? yearDeictic(s, of);
  if (relative) return fromAnchor(relative.end, 'quarter', (a) => within(civil(a).year + relative.step, p));
  if (of > p.end && t(s, of) === 'the' && t(s, of + 1) === 'year' && t(s, of + 2) !== "'s")
    return fromAnchor(of + 2, 'quarter', (a) => within(civil(a).year, p));
  // "the second half" without a year is a match more often than a year.
  if (!s.whole && (p.size === 6 || t(s, p.end) === 'of' || t(s, p.end) === 'final')) return undefined;
  return fromAnchor(p.end, 'quarter without a year', (a, c) => {
    const here = within(civil(a).year, p);
    if (c.tense === 'future') return (here.end ?? 0) >= a ? here : within(civil(a).year + 1, p);
    return (here.start ?? 0) <= a ? here : within(civil(a).year - 1, p);
  });
};

/** "2024 Q3", "2024's third quarter". */
function plainYearFirst(s: Stream, i: number): Node | undefined {
  const year = yearNumber(s, i);
  if (!year) return undefined;
  const own = t(s, year.end) === "'s" ? year.end + 1 : year.end;
  if (own === year.end && !/^[qh][1-4]$/.test(t(s, own))) return undefined;
  const p = at(s, own).t === 'the' ? undefined : part(s, own);
  return p && node(p.end, 'quarter', () => within(year.year, p));
}
