import { parseIso, toInterval } from './calendar.js';
import { findIn, stream } from './find.js';
import { expression } from './grammar.js';
import { type Context, isUnresolved, type Node } from './node.js';
import { at, type Stream, t } from './tokens.js';
import type { FindOptions, Moment } from './types.js';

const LEADS = new Set(
  'on in at during over throughout of around about circa all within early some the back sometime ahead exactly only just dated for'.split(
    ' ',
  ),
);

/** The rule's finding when it covers the whole text, but for a preposition before and marks behind. */
function whole(s: Stream): Node | undefined {
  for (let i = 0; i < 4; i++) {
    const found = expression(s, i);
    if (found && isEnd(s, found.end)) return found;
    if (!LEADS.has(t(s, i))) return undefined;
  }
  return undefined;
}

function isEnd(s: Stream, i: number): boolean {
  for (let k = i; k < s.words.length; k++) if (/^[\p{L}\p{N}]/u.test(at(s, k).t)) return false;
  return true;
}

/**
 * What one expression of time means at a date: `when('last Saturday', '2025-12-27')`. A longer text is read when
 * it holds just one expression. Without a hint of tense, weekdays, months and dates without a year lie in the past.
 */
export function when(text: string, anchor: string | undefined, options: FindOptions = {}): Moment {
  if (anchor !== undefined && parseIso(anchor) === undefined)
    return { unresolved: `"${anchor}" is not an ISO date` };
  const s = stream(text.trim(), options, true);
  const found = whole(s);
  if (found) {
    const day = anchor === undefined ? undefined : parseIso(anchor);
    const context: Context = {
      ...(day !== undefined && { anchor: day }),
      ...(options.tense && { tense: options.tense }),
    };
    const result = found.resolve(context);
    if (isUnresolved(result)) return result;
    const interval = toInterval(result);
    return { interval, precision: interval.precision, relation: found.relation, rule: found.rule };
  }
  return inside(text, anchor, options);
}

function inside(text: string, anchor: string | undefined, options: FindOptions): Moment {
  const all = findIn(stream(text, options), anchor, options);
  const [one] = all;
  if (!one) return { unresolved: 'no expression of time was found' };
  if (all.length > 1) return { unresolved: `${all.length} expressions of time were found; ask for one` };
  if (!one.interval) return { unresolved: one.unresolved ?? 'it cannot be told' };
  return {
    interval: one.interval,
    precision: one.interval.precision,
    relation: one.relation,
    rule: one.rule,
  };
}
