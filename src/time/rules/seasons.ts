import { civil, type Days, day, days } from '../calendar.js';
import { fromAnchor, node, type Rule } from '../node.js';
import { type Stream, seq, t } from '../tokens.js';
import { yearNumber } from './names.js';
import { yearDeictic } from './written.js';

const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

/** Meteorological seasons of the northern hemisphere; a winter belongs to the year it begins in. */
function seasonOf(year: number, first: number): Days {
  return days(day(year, first, 1), day(year, first + 3, 0), 'quarter');
}

function withYear(s: Stream, i: number): { year: number; end: number } | undefined {
  const found = yearNumber(s, t(s, i) === 'of' || t(s, i) === 'in' ? i + 1 : i);
  if (!found) return undefined;
  const short =
    (t(s, found.end) === '-' || t(s, found.end) === '/') && /^\d{2}$|^\d{4}$/.test(t(s, found.end + 1));
  return short ? { year: found.year, end: found.end + 2 } : found;
}

/** "summer 2022", "the winter of 2022-23", "last summer", "this spring", "in the autumn". */
export const season: Rule = (s, i) => {
  const lead = t(s, i);
  const side = ['last', 'past', 'previous', 'this', 'next', 'coming'].includes(lead) ? lead : undefined;
  const past = side === 'this' && (t(s, i + 1) === 'past' || t(s, i + 1) === 'coming') ? 2 : 1;
  const k = side ? i + past : lead === 'the' ? i + 1 : i;
  const word = t(s, k);
  const first = Object.hasOwn(SEASONS, word) ? SEASONS[word] : undefined;
  if (first === undefined) return undefined;
  const back = side === 'last' || side === 'past' || side === 'previous' || (side && t(s, k - 1) === 'past');
  if (side) {
    const step = back ? -1 : side === 'this' && past === 1 ? 0 : 1;
    return fromAnchor(k + 1, 'season', (a) => seasonBy(a, first, step));
  }
  const year = word === 'fall' && t(s, k + 1) === 'in' ? undefined : withYear(s, k + 1);
  if (year && !(word === 'fall' && lead !== 'the' && t(s, i - 1) === 'to'))
    return node(year.end, 'season', () => seasonOf(year.year, first));
  const relative = yearDeictic(s, k + 1);
  if (relative)
    return fromAnchor(relative.end, 'season', (a) => seasonOf(civil(a).year + relative.step, first));
  const bare =
    s.whole ||
    t(s, i - 1) === 'in' ||
    t(s, i - 1) === 'during' ||
    t(s, i - 1) === 'since' ||
    t(s, i - 1) === 'by';
  if (!bare || (word === 'fall' && lead !== 'the' && !s.whole) || t(s, k + 1) === 'of') return undefined;
  return fromAnchor(k + 1, 'season', (a, c) => seasonBy(a, first, c.tense === 'future' ? 1 : -2), {
    open: true,
  });
};

/** -1 the last that is over, -2 the last that has begun, 0 that of this year or running, 1 the next to begin. */
function seasonBy(anchor: number, first: number, step: number): Days {
  const { year } = civil(anchor);
  const around = [year - 2, year - 1, year, year + 1].map((y) => seasonOf(y, first));
  const running = around.find((d) => (d.start ?? 0) <= anchor && anchor <= (d.end ?? 0));
  const over = around.filter((d) => (d.end ?? 0) < anchor).at(-1);
  const next = around.find((d) => (d.start ?? 0) > anchor);
  if (step === -1) return over ?? seasonOf(year - 1, first);
  if (step === -2) return running ?? over ?? seasonOf(year - 1, first);
  if (step === 1) return next ?? seasonOf(year + 1, first);
  return running ?? seasonOf(year, first);
}

/** "the turn of the year": New Year's Eve and New Year's Day nearest to the report. */
export const turn: Rule = (s, i) => {
  const k = t(s, i) === 'the' ? i + 1 : i;
  if (!seq(s, k, 'turn', 'of', 'the')) return undefined;
  const unit = t(s, k + 3);
  if (unit === 'year')
    return fromAnchor(k + 4, 'turn of the year', (a) => {
      const { year, month } = civil(a);
      const last = day(month > 6 ? year : year - 1, 12, 31);
      return days(last, last + 1, 'range');
    });
  if (unit !== 'century' && unit !== 'millennium') return undefined;
  return node(k + 4, 'turn of the century', () => ({ unresolved: 'which turn is meant cannot be told' }));
};
