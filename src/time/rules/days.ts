import { type Day, type Days, days, oneDay } from '../calendar.js';
import { fromAnchor, type Node, type Rule } from '../node.js';
import { at, type Stream, seq, t } from '../tokens.js';
import { daytime } from './weekdays.js';

const NAMED: Record<string, number> = { today: 0, yesterday: -1, tomorrow: 1, tonight: 0, tonite: 0 };
const THIS = new Set('morning afternoon evening lunchtime'.split(' '));

function fixed(end: number, rule: string, step: number): Node {
  return fromAnchor(end, rule, (a) => oneDay(a + step));
}

/** "the day before yesterday", "the day after tomorrow". */
function beyond(s: Stream, i: number): Node | undefined {
  const k = t(s, i) === 'the' ? i + 1 : i;
  if (t(s, k) !== 'day') return undefined;
  if (seq(s, k + 1, 'before', 'yesterday')) return fixed(k + 3, 'day before yesterday', -2);
  if (seq(s, k + 1, 'after', 'tomorrow')) return fixed(k + 3, 'day after tomorrow', 2);
  return undefined;
}

/** today, yesterday, tomorrow, tonight, this morning, last night, overnight. */
export const namedDay: Rule = (s, i) => {
  const word = t(s, i);
  if (word === 'the' || word === 'day') return beyond(s, i);
  if (word === 'this' && (THIS.has(t(s, i + 1)) || (t(s, i + 1) === 'very' && t(s, i + 2) === 'day')))
    return fixed(i + (t(s, i + 1) === 'very' ? 3 : 2), 'part of today', 0);
  if (word === 'last' && (t(s, i + 1) === 'night' || t(s, i + 1) === 'evening'))
    return fixed(i + 2, 'last night', -1);
  if (word === 'next' && t(s, i + 1) === 'morning') return fixed(i + 2, 'next morning', 1);
  if (word === 'overnight') return fromAnchor(i + 1, 'overnight', (a): Days => days(a - 1, a, 'range'));
  if (s.whole && (word === 'now' || word === 'currently') && at(s, i + 1).t === '')
    return fixed(i + 1, 'now', 0);
  if (!Object.hasOwn(NAMED, word)) return undefined;
  if (t(s, i + 1) === "'s" && word === 'today' && !s.whole && isEra(s, i + 2)) return undefined;
  const step: Day = NAMED[word] ?? 0;
  return fixed(word === 'tonight' ? i + 1 : daytime(s, i + 1), word, step);
};

const ERA = new Set('world society generation youth era'.split(' '));

/** "today's world" speaks of the age and not of a day. */
function isEra(s: Stream, i: number): boolean {
  return ERA.has(t(s, i));
}
