import { type Days, days, shift } from '../calendar.js';
import { fromAnchor, mapped, type Node, type Result, type Rule } from '../node.js';
import { type Stream, seq, t } from '../tokens.js';
import { quantity } from '../words.js';

function since(end: number, inner: Node): Node {
  return mapped(inner, `since ${inner.rule}`, (d) => days(d.start, null, sharp(inner, d)), {
    relation: 'since',
    end,
  });
}

/** A bound at "the end of the year" is known to the day; one "in June" to the month. */
function sharp(inner: Node, d: Days): Days['precision'] {
  return inner.rule === 'end part' || inner.rule === 'start part' ? 'day' : d.precision;
}

function until(inner: Node): Node {
  const resolve = inner.resolve;
  const later: Node = { ...inner, resolve: (c) => resolve(c.tense ? c : { ...c, tense: 'future' }) };
  return mapped(later, `until ${inner.rule}`, (d) => days(null, d.end, sharp(inner, d)), {
    relation: 'until',
  });
}

const UNTIL = new Set(['until', 'till', 'til', 'through', 'by']);

/** "since 2014", "until Friday", "by the end of the year", "from 2026 on", "before May 3", "after June 2024". */
export function relations(point: Rule): Rule {
  return (s, i) => {
    const word = t(s, i);
    if (word === 'ever' && t(s, i + 1) === 'since') return tail(s, i + 2, point);
    if (word === 'since') return tail(s, i + 1, point);
    if (word === 'dating' && seq(s, i + 1, 'back', 'to')) return tail(s, i + 3, point);
    if (UNTIL.has(word) || (word === 'up' && t(s, i + 1) === 'to')) {
      const k = word === 'up' ? i + 2 : i + 1;
      const inner = point(s, t(s, k) === 'at' || t(s, k) === 'about' ? k + 1 : k);
      return inner && until(inner);
    }
    if (word === 'from' || word === 'as') return onward(s, i, point);
    if (word === 'before' || word === 'after') return beside(s, i, point);
    return undefined;
  };
}

function tail(s: Stream, i: number, point: Rule): Node | undefined {
  const k = ['at', 'about', 'around', 'as'].includes(t(s, i)) ? i + 1 : i;
  const least = seq(s, i, 'at', 'least') ? i + 2 : k;
  const inner = point(s, least);
  return inner && since(inner.end, inner);
}

/** "from June on", "as of Monday". */
function onward(s: Stream, i: number, point: Rule): Node | undefined {
  const from = t(s, i) === 'from';
  if (!from && !(t(s, i + 1) === 'of' || t(s, i + 1) === 'from')) return undefined;
  const inner = point(s, from ? i + 1 : i + 2);
  if (!inner) return undefined;
  const later: Node = { ...inner };
  const next = t(s, inner.end);
  if (from && (next === 'onward' || next === 'onwards' || next === 'on')) return since(inner.end + 1, later);
  return !from && t(s, i + 1) === 'from' ? since(inner.end, later) : undefined;
}

/** Strictly before or after a date that stands alone ("after Friday's attack" dates nothing). */
function beside(s: Stream, i: number, point: Rule): Node | undefined {
  const inner = point(s, i + 1);
  if (!inner) return undefined;
  const next = t(s, inner.end);
  if (next === "'s" || (/^\p{L}/u.test(next) && !CLOSERS.has(next))) return undefined;
  if (t(s, i) === 'before')
    return mapped(
      inner,
      'before',
      (d): Result => (d.start === null ? { unresolved: 'it is open' } : days(null, d.start - 1, d.precision)),
      {
        relation: 'until',
      },
    );
  return mapped(
    inner,
    'after',
    (d): Result => (d.end === null ? { unresolved: 'it is open' } : days(d.end + 1, null, d.precision)),
    {
      relation: 'since',
    },
  );
}

const CLOSERS = new Set(
  'and but when as while in at on that which who with for if or unless because after before said'.split(' '),
);

/** "for three years", "for the past two weeks": a length; up to the report when the words say it still goes on. */
export function lengths(rolling: Rule): Rule {
  return (s, i) => {
    const word = t(s, i);
    if (word !== 'for') return undefined;
    const k = i + 1;
    const recent = rolling(s, k);
    if (recent) return { ...recent, relation: 'for', rule: `for ${recent.rule}` };
    const q = quantity(s, k);
    if (!q || t(s, q.end) === 'ago' || t(s, q.end) === '-') return undefined;
    return fromAnchor(
      q.end,
      'length',
      (a, c): Result => {
        if (c.tense === 'future')
          return days(a, q.vague ? null : shift(a, q.unit, Math.max(1, q.n)), 'range');
        if (c.tense !== 'past' && !s.whole) return { unresolved: 'a length of time, not a date' };
        return days(q.vague || q.more ? null : shift(a, q.unit, -Math.max(1, q.n)), a, 'range');
      },
      { relation: 'for' },
    );
  };
}
