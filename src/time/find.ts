import { type Days, parseIso, toInterval } from './calendar.js';
import { expression } from './grammar.js';
import { type Context, isUnresolved, type Node, type Result } from './node.js';
import { orderOf } from './rules/numeric.js';
import { reachesNow, tenseAt } from './tense.js';
import { at, cut, type Stream, t } from './tokens.js';
import type { FindOptions, TimeExpression } from './types.js';

/** The order of day and month that the first telling numeric date of the text gives away. */
function orderIn(text: string): 'dmy' | 'mdy' | undefined {
  for (const m of text.matchAll(/(?<![\d/-])\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?![\d/-])/g)) {
    const order = orderOf(m[0]);
    if (order) return order;
  }
  return undefined;
}

/** Cuts the text and notes what its own dates say about their order. */
export function stream(text: string, options: FindOptions = {}, whole = false): Stream {
  const order = options.order ?? orderIn(text);
  return { text, words: cut(text), whole, ...(order && { order }) };
}

/** "since the signing of a treaty in June 2024": whether "since" stands before, in the same clause. */
function underSince(s: Stream, i: number): boolean {
  const before = t(s, i - 1);
  if (before !== 'in' && before !== 'on' && before !== 'of' && !/^\p{L}/u.test(before) && before !== "'s")
    return false;
  for (let k = i - 1; k >= Math.max(0, i - 24); k--) {
    const word = t(s, k);
    if (word === 'since') return at(s, k + 1).t !== ',';
    if ([',', '.', ';', ':', '—', '('].includes(word) || VERBS.has(word)) return false;
  }
  return false;
}

const VERBS = new Set('is are was were has have had will would said that which who'.split(' '));

function sinceThen(found: Node): Node {
  return {
    ...found,
    relation: 'since',
    rule: `since an act: ${found.rule}`,
    resolve: (c) => {
      const r = found.resolve(c);
      return isUnresolved(r) ? r : { start: r.start, end: null, precision: r.precision };
    },
  };
}

function contextOf(
  s: Stream,
  i: number,
  found: Node,
  anchor: number | undefined,
  o: FindOptions,
  previous?: Days,
): Context {
  const length = found.rule === 'length';
  const sniffed = length ? (reachesNow(s, i) ? 'past' : undefined) : tenseAt(s, found.begin ?? i, found.end);
  const tense = o.tense ?? sniffed;
  return { ...(anchor !== undefined && { anchor }), ...(tense && { tense }), ...(previous && { previous }) };
}

function record(s: Stream, i: number, found: Node, result: Result): TimeExpression {
  const start = at(s, i).start;
  const end = at(s, found.end - 1).end;
  const base = { start, end, text: s.text.slice(start, end), relation: found.relation, rule: found.rule };
  return isUnresolved(result)
    ? { ...base, unresolved: result.unresolved }
    : { ...base, interval: toInterval(result) };
}

/**
 * The expressions of time of a text, in order and without overlap. `anchor` is the ISO day of the report;
 * without it only expressions that carry their own year are resolved. Reads in linear time.
 */
export function findTimes(
  text: string,
  anchor: string | undefined,
  options: FindOptions = {},
): TimeExpression[] {
  return findIn(stream(text, options), anchor, options);
}

/** As `findTimes`, of a text cut already. */
export function findIn(s: Stream, anchor: string | undefined, options: FindOptions): TimeExpression[] {
  const from = anchor === undefined ? undefined : parseIso(anchor);
  const out: TimeExpression[] = [];
  let previous: Days | undefined;
  for (let i = 0; i < s.words.length; ) {
    const read = expression(s, i);
    if (!read) {
      i += 1;
      continue;
    }
    const found = read.relation === 'during' && !s.whole && underSince(s, i) ? sinceThen(read) : read;
    const result = found.resolve(contextOf(s, i, found, from, options, previous));
    out.push(record(s, i, found, result));
    if (!isUnresolved(result) && found.relation === 'during' && result.start !== null) previous = result;
    i = found.end;
  }
  return out;
}
