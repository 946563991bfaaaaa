import { day, days, unitAt, yearOf, yearsOf } from '../calendar.js';
import { fromAnchor, type Node, node, type Rule } from '../node.js';
import { at, type Stream, t } from '../tokens.js';
import { ordinal } from '../words.js';
import { yearNumber } from './names.js';

const LEADS = new Set([
  'in',
  'since',
  'of',
  'until',
  'till',
  'by',
  'from',
  'during',
  'the',
  "'s",
  'and',
  'to',
]);
const PRODUCTS = new Set(
  'windows peugeot bmw mercedes area studio office type class model formula tu su mig kh'.split(' '),
);

/** A year that stands alone: "in 2014", "the 2014 agreement", "Euro 2024". Far years need a word before them. */
export const year: Rule = (s, i) => {
  const start = t(s, i) === 'the' && t(s, i + 1) === 'year' ? i + 2 : t(s, i) === 'year' ? i + 1 : i;
  const found = yearNumber(s, start);
  if (!found) return undefined;
  const before = at(s, start - 1);
  const near = found.year >= 1900 && found.year <= 2100;
  if (!near && !(s.whole || start > i || before.t === 'in' || before.t === 'since')) return undefined;
  if (
    PRODUCTS.has(before.t) ||
    (!at(s, start).gap && before.t === '-' && !at(s, start - 2).num && !isMid(s, start))
  )
    return undefined;
  if (
    !s.whole &&
    !LEADS.has(before.t) &&
    at(s, found.end).t === '-' &&
    !at(s, found.end).gap &&
    /^\p{L}/u.test(t(s, found.end + 1))
  )
    return undefined;
  return seasonYears(s, found.year, found.end) ?? node(found.end, 'year', () => yearOf(found.year));
};

function isMid(s: Stream, i: number): boolean {
  return ['mid', 'pre', 'post', 'early', 'late'].includes(t(s, i - 2));
}

/** "2023/24", "2023-24": two years side by side. */
function seasonYears(s: Stream, first: number, end: number): Node | undefined {
  const link = at(s, end);
  const second = at(s, end + 1);
  if ((link.t !== '/' && link.t !== '-') || link.gap || second.gap || second.num === undefined)
    return undefined;
  if (second.raw.length !== 2) return undefined;
  const last = Math.floor(first / 100) * 100 + second.num;
  if (last <= first) return undefined;
  return node(end + 2, 'years', () => yearsOf(first, last));
}

const SPELLED: Record<string, number> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
};

/** "the 1990s", "the '90s", "the nineties", "the 2020s". */
export const decade: Rule = (s, i) => {
  const the = t(s, i) === 'the' ? 1 : 0;
  let k = i + the;
  const quote = t(s, k) === "'" || t(s, k) === '‘' ? 1 : 0;
  k += quote;
  const word = t(s, k);
  const four = /^(1[0-9]\d0|20\d0)s$/.exec(word);
  if (four) return tens(k + 1, Number(four[1]));
  if (
    t(s, k) &&
    at(s, k).num !== undefined &&
    /^\d{4}$/.test(word) &&
    t(s, k + 1) === "'s" &&
    word.endsWith('0') &&
    the
  )
    return tens(k + 2, Number(word));
  const two = /^([2-9]0)s$/.exec(word);
  const early = ['early', 'late', 'mid', '-'].includes(t(s, i - 1));
  if (two && (the || quote || early) && t(s, i - 1) !== 'her' && t(s, i - 1) !== 'his')
    return short(k + 1, Number(two[1]));
  const spelled = Object.hasOwn(SPELLED, word) ? SPELLED[word] : undefined;
  return spelled !== undefined && (the || early) ? short(k + 1, spelled) : undefined;
};

function tens(end: number, first: number): Node {
  return node(end, 'decade', () => unitAt('decade', day(first, 6, 1)));
}

/** Two figures: the last such decade that has begun. */
function short(end: number, value: number): Node {
  return fromAnchor(end, 'decade', (a) => {
    const now = new Date(a * 86_400_000).getUTCFullYear();
    const first = Math.floor(now / 100) * 100 + value;
    return unitAt('decade', day(first > now ? first - 100 : first, 6, 1));
  });
}

/** "the 20th century", "the nineteenth century"; a century runs from its year 1 to its year 100. */
export const century: Rule = (s, i) => {
  const k = t(s, i) === 'the' ? i + 1 : i;
  const found = ordinal(s, k);
  if (!found || found.value < 1 || found.value > 30) return undefined;
  const end = t(s, found.end) === '-' ? found.end + 1 : found.end;
  if (t(s, end) !== 'century') return undefined;
  const first = (found.value - 1) * 100 + 1;
  return node(end + 1, 'century', () => days(day(first, 1, 1), day(first + 99, 12, 31), 'range'));
};

/** "fiscal 2024", "FY2024-25", "the 2024 financial year": it begins in another month in each country. */
export const fiscalYear: Rule = (s, i) => {
  const k = t(s, i) === 'the' ? i + 1 : i;
  const word = t(s, k);
  if (/^fy\d{2}(?:\d{2})?$/.test(word)) return open(afterShort(s, k + 1));
  if (word === 'fy' && at(s, k + 1).num !== undefined) return open(afterShort(s, k + 2));
  if (['last', 'this', 'next', 'current', 'previous', 'coming'].includes(word) && isFiscal(s, k + 1))
    return open(k + 3);
  if ((word === 'fiscal' || word === 'financial') && t(s, k + 1) !== '') {
    const y = t(s, k + 1) === 'year' ? k + 2 : k + 1;
    return yearNumber(s, y) ? open(afterShort(s, y + 1)) : undefined;
  }
  if (!yearNumber(s, k) && !(at(s, k).num !== undefined && at(s, k).raw.length === 4)) return undefined;
  const end = afterShort(s, k + 1);
  return isFiscal(s, end) ? open(end + 2) : undefined;
};

function isFiscal(s: Stream, i: number): boolean {
  return ['fiscal', 'financial', 'budget', 'tax'].includes(t(s, i)) && t(s, i + 1) === 'year';
}

function afterShort(s: Stream, i: number): number {
  return (t(s, i) === '-' || t(s, i) === '/') && at(s, i + 1).num !== undefined && !at(s, i).gap ? i + 2 : i;
}

function open(end: number): Node {
  return node(end, 'fiscal year', () => ({
    unresolved: 'a fiscal year begins in another month in each country',
  }));
}
