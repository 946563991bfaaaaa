import type { Node, Rule } from '../node.js';
import { at, type Stream, t, wordAfter } from '../tokens.js';

const CLOCK =
  /(?:\d{1,2}(?:[:.]\d{2}){1,2} ?(?:[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?|\d{1,2} o['’]clock|\d{4}(?= ?(?:GMT|UTC|hours|local))|noon|midnight|midday)(?: ?(?:GMT|UTC|[A-Z]{1,3}T\b|Z\b|hours|local time|[A-Z][a-z]+ time))?(?: ?\(\d{1,4}[^()]{0,20}\))?/iy;

/** Position after a time of day, or `i`: "3:40 p.m.", "0600 GMT (0900 local time)", "noon". */
function clock(s: Stream, i: number): number {
  const k = ['at', 'around', 'about', 'by'].includes(t(s, i)) ? i + 1 : i;
  const about = t(s, k) === 'about' || t(s, k) === 'around' ? k + 1 : k;
  const word = at(s, about);
  if (word.num === undefined && word.t !== 'noon' && word.t !== 'midnight' && word.t !== 'midday') return i;
  CLOCK.lastIndex = word.start;
  const found = CLOCK.exec(s.text);
  return found ? wordAfter(s, about, word.start + found[0].length) : i;
}

/** A day with a time of day before or behind it: "3:40 p.m. on Tuesday", "Tuesday at noon". */
export function clocked(point: Rule): Rule {
  return (s, i) => {
    const after = clock(s, i);
    if (after > i) {
      const comma = t(s, after) === ',' ? after + 1 : after;
      const inner = point(s, t(s, comma) === 'on' ? comma + 1 : comma);
      return inner && isDay(inner) ? inner : undefined;
    }
    const inner = point(s, i);
    if (!inner || !isDay(inner)) return undefined;
    const end = clock(s, t(s, inner.end) === ',' ? inner.end + 1 : inner.end);
    return end > inner.end + 1 || (end > inner.end && t(s, inner.end) !== ',')
      ? { ...inner, end }
      : undefined;
  };
}

function isDay(inner: Node): boolean {
  return !/year|month$|season|decade|quarter/.test(inner.rule) || inner.rule === 'date without a year';
}
