import type { Span } from '../base/index.js';
import { inClass } from './lexicon.js';
import type { Tree } from './tree.js';
import type { Figure } from './types.js';

const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);
const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    k: 1e3,
    m: 1e6,
    mn: 1e6,
    bn: 1e9,
    tn: 1e12,
  }),
);
/** Plural quantities, with what a careful reader takes as their bounds. */
const VAGUE: ReadonlyMap<string, readonly [number, number]> = new Map(
  Object.entries<[number, number]>({
    dozens: [24, 99],
    scores: [40, 99],
    hundreds: [200, 999],
    thousands: [2000, 9999],
    'tens of thousands': [20_000, 99_999],
    'hundreds of thousands': [200_000, 999_999],
    millions: [2e6, 9.9e6],
  }),
);
/** First words of those of three. */
const VAGUE_STARTS: ReadonlySet<string> = new Set(
  [...VAGUE.keys()].filter((name) => name.includes(' ')).map((name) => name.split(' ')[0]!),
);
/** Words with which a number can begin. */
const STARTS: ReadonlySet<string> = new Set([...UNITS.keys(), ...VAGUE.keys(), ...VAGUE_STARTS]);
const CURRENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'USD',
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    dollar: 'USD',
    euro: 'EUR',
    pound: 'GBP',
    yuan: 'CNY',
    rouble: 'RUB',
    ruble: 'RUB',
    yen: 'JPY',
  }),
);
const ABOUT = new Set([
  'about',
  'around',
  'approximately',
  'roughly',
  'some',
  'nearly',
  'almost',
  'an estimated',
  'estimated',
]);

/** What qualifies a number, read off the words right before it. */
type Bound = 'exact' | 'about' | 'least' | 'over' | 'most' | 'under';

/**
 * The figures within a clause: every number that counts people, things or money. `about` widens a value by a
 * tenth either way; "dozens" is 24 to 99, "hundreds" 200 to 999.
 */
export function figuresIn(
  tree: Tree,
  first: number,
  last: number,
  inDate: (index: number) => boolean,
): Figure[] {
  const found: Figure[] = [];
  for (let i = first; i < last; i++) {
    const number = numberAt(tree, i, last);
    if (!number || inDate(i)) continue;
    const figure = figureOf(tree, number, verbOf(tree, number.first));
    if (figure) found.push(figure);
    i = number.last - 1;
  }
  return found;
}

/** The verb whose object or subject a number counts: "killing 19 and injuring 37". */
function verbOf(tree: Tree, index: number): string {
  for (let at = index; at >= 0; at = tree.head(at))
    if (tree.token(at).pos === 'VERB') return tree.token(at).lemma;
  return '';
}

interface NumberAt {
  first: number;
  last: number;
  value: number;
  low: number;
  high: number;
}

/** The number that begins at a token: digits, words, scales, and the vague plurals. */
function numberAt(tree: Tree, i: number, end: number): NumberAt | undefined {
  const { lower } = tree.token(i);
  if (!STARTS.has(lower) && !/^\d/.test(lower)) return undefined;
  const vague = vagueAt(tree, i, end);
  if (vague) return vague;
  let value = plain(lower);
  if (value === undefined) return undefined;
  let last = i + 1;
  while (last < end) {
    const text = tree.token(last).lower;
    const scale = SCALES.get(text);
    const more = UNITS.get(text);
    if (scale) value *= scale;
    else if (
      text === '-' &&
      last + 1 < end &&
      UNITS.has(tree.token(last + 1).lower) &&
      value >= 20 &&
      value < 100
    )
      value += UNITS.get(tree.token(++last).lower)!;
    else if (more !== undefined && value >= 100 && more < 100) value += more;
    else break;
    last++;
  }
  return { first: i, last, value, low: value, high: value };
}

function plain(text: string): number | undefined {
  const unit = UNITS.get(text);
  if (unit !== undefined) return unit;
  if (!/^\d/.test(text)) return undefined;
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m|mn|bn|tn)?$/.exec(text);
  if (!match) return undefined;
  return Number(match[1]!.replaceAll(',', '') + (match[2] ?? '')) * (match[3] ? SCALES.get(match[3])! : 1);
}

function vagueAt(tree: Tree, i: number, end: number): NumberAt | undefined {
  const { lower } = tree.token(i);
  const three =
    VAGUE_STARTS.has(lower) && i + 2 < end ? [0, 1, 2].map((k) => tree.token(i + k).lower).join(' ') : '';
  const text = VAGUE.has(three) ? three : lower;
  const bounds = VAGUE.get(text);
  if (!bounds) return undefined;
  const last = i + (text === three ? 3 : 1);
  return { first: i, last, value: bounds[0], low: bounds[0], high: bounds[1] };
}

function figureOf(tree: Tree, number: NumberAt, verb: string): Figure | undefined {
  const before = number.first > 0 ? tree.token(number.first - 1) : undefined;
  const money = before && CURRENCIES.get(before.text);
  const unit = money ?? unitOf(tree, number);
  if (!unit || isTime(tree, number) || isName(tree, number)) return undefined;
  const start = money ? number.first - 1 : number.first;
  const { bound, first } = boundBefore(tree, start);
  const span: Span = { start: tree.token(first).start, end: unitEnd(tree, number, money !== undefined) };
  return { ...bounded(number, bound), unit, kind: kindOf(unit, verb, money !== undefined), span };
}

function bounded(number: NumberAt, bound: Bound): { value: number; low: number; high: number | null } {
  const { value, low, high } = number;
  if (low !== high) return { value, low, high };
  switch (bound) {
    case 'about':
      return { value, low: Math.round(value * 0.9), high: Math.round(value * 1.1) };
    case 'least':
      return { value, low: value, high: null };
    case 'over':
      return { value, low: value + 1, high: null };
    case 'most':
      return { value, low: 0, high: value };
    case 'under':
      return { value, low: 0, high: value - 1 };
    default:
      return { value, low, high };
  }
}

function boundBefore(tree: Tree, at: number): { bound: Bound; first: number } {
  const word = (k: number): string => (at - k >= 0 ? tree.token(at - k).lower : '');
  const two = `${word(2)} ${word(1)}`;
  if (two === 'at least' || two === 'no fewer') return { bound: 'least', first: at - 2 };
  if (two === 'more than' || two === 'upwards of') return { bound: 'over', first: at - 2 };
  if (two === 'up to' || two === 'as many' || two === 'at most') return { bound: 'most', first: at - 2 };
  if (two === 'fewer than' || two === 'less than') return { bound: 'under', first: at - 2 };
  if (word(1) === 'over') return { bound: 'over', first: at - 1 };
  if (ABOUT.has(word(1))) return { bound: 'about', first: at - 1 };
  return { bound: 'exact', first: at };
}

/** The noun counted: the head of the number, with the words that stand between them. */
function unitHead(tree: Tree, number: NumberAt): number {
  const at = number.last - 1;
  const of = tree.withRelation(number.first, 'nmod')[0];
  if (of !== undefined && tree.caseOf(of) === 'of' && of > at) return of;
  for (let head = at; head >= 0; head = tree.head(head)) {
    const token = tree.token(head);
    if (head > at && (token.pos === 'NOUN' || token.pos === 'PROPN')) return head;
    if (token.pos === 'VERB') break;
  }
  return -1;
}

function unitOf(tree: Tree, number: NumberAt): string | undefined {
  const head = unitHead(tree, number);
  if (head < 0) {
    // "killed three and wounded five": the noun is understood.
    return tree.token(number.last - 1).pos === 'NUM' && tree.is(number.first, 'obj', 'nsubj', 'conj', 'obl')
      ? 'people'
      : undefined;
  }
  const currency = CURRENCIES.get(tree.token(head).lemma);
  if (currency) return currency;
  const words = [];
  for (let i = number.last; i <= head; i++) if (tree.token(i).lower !== 'of') words.push(tree.token(i).text);
  return words.join(' ').replace(/ ?- ?/g, '-');
}

function unitEnd(tree: Tree, number: NumberAt, money: boolean): number {
  const head = money ? -1 : unitHead(tree, number);
  return tree.token(head < 0 ? number.last - 1 : head).end;
}

/** "the 2025 war", "a ten-storey building", "Flight 8243": numbers that name or measure, and count nothing. */
function isName(tree: Tree, number: NumberAt): boolean {
  const next = number.last < tree.document.tokens.length ? tree.token(number.last) : undefined;
  const before = number.first > 0 ? tree.token(number.first - 1) : undefined;
  const year = number.value >= 1900 && number.value <= 2100 && /^\d{4}$/.test(tree.token(number.first).text);
  return (
    year ||
    /^[-–]$/.test(next?.text ?? '') ||
    (before?.pos === 'PROPN' && tree.head(number.first) === before.index)
  );
}

/** Dates, ages, times, ranks and shares count nothing here. */
function isTime(tree: Tree, number: NumberAt): boolean {
  const head = unitHead(tree, number);
  const lemma = head < 0 ? '' : tree.token(head).lemma;
  return /^(?:year|month|week|day|hour|minute|second|decade|century|percent|per|%|time|kilometer|kilometre|km|mile|meter|metre|january|february|march|april|may|june|july|august|september|october|november|december|am|pm|a\.m\.|p\.m\.|side|country|nation|state)$/.test(
    lemma,
  );
}

function kindOf(unit: string, verb: string, money: boolean): Figure['kind'] {
  if (money || /^[A-Z]{3}$/.test(unit)) return 'money';
  const noun = unit.split(' ').pop()!.toLowerCase().replace(/s$/, '');
  if (inClass('dead_words', verb) || /^(?:dead|death|fatalit)/.test(noun)) return 'dead';
  if (/^(?:wound|injur)/.test(verb) || /^(?:injur|wounded)/.test(noun)) return 'wounded';
  if (/^(?:arrest|detain|jail|imprison|capture)/.test(verb)) return 'arrested';
  if (inClass('weapons', noun)) return 'weapons';
  if (/^(?:troop|soldier|force|fighter|serviceman|servicemen|marine|reservist|peacekeeper)/.test(noun))
    return 'troops';
  if (
    inClass('people', noun) ||
    /^(?:people|person|civilian|child|children|woman|women|man|men|resident)/.test(noun)
  )
    return 'people';
  return 'other';
}
