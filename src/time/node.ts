import type { Day, Days } from './calendar.js';
import type { Stream } from './tokens.js';
import type { Tense, TimeExpression } from './types.js';

export interface Context {
  readonly anchor?: Day;
  readonly tense?: Tense;
  /** The nearest earlier date of the text, for "two days later". */
  readonly previous?: Days;
}

export interface Unresolved {
  readonly unresolved: string;
}

export type Result = Days | Unresolved;

export type Relation = TimeExpression['relation'];

/** What a rule read, up to the word `end` (exclusive). */
export interface Node {
  readonly end: number;
  readonly rule: string;
  readonly relation: Relation;
  /** Lacks a year or a week of its own, so that the other end of a range may give it. */
  readonly open?: boolean;
  /** Where the words that count begin, when the rule also read words before them. */
  readonly begin?: number;
  resolve(context: Context): Result;
}

export type Rule = (s: Stream, i: number) => Node | undefined;

export function isUnresolved(result: Result): result is Unresolved {
  return 'unresolved' in result;
}

/** A rule's finding; `during` unless said otherwise. */
export function node(end: number, rule: string, resolve: Node['resolve'], more: Partial<Node> = {}): Node {
  return { end, rule, relation: 'during', resolve, ...more };
}

/** A finding counted from the day of the report. */
export function fromAnchor(
  end: number,
  rule: string,
  resolve: (anchor: Day, context: Context) => Result,
  more: Partial<Node> = {},
): Node {
  return node(
    end,
    rule,
    (c) =>
      c.anchor === undefined ? { unresolved: 'the day of the report is not known' } : resolve(c.anchor, c),
    more,
  );
}

/** The longest of what the rules read; the earlier rule wins a draw. */
export function longest(...rules: readonly Rule[]): Rule {
  return (s, i) => {
    let best: Node | undefined;
    for (const rule of rules) {
      const found = rule(s, i);
      if (found && (!best || found.end > best.end)) best = found;
    }
    return best;
  };
}

/** The same finding with its days changed. */
export function mapped(
  of: Node,
  rule: string,
  change: (d: Days, c: Context) => Result,
  more: Partial<Node> = {},
): Node {
  return {
    ...of,
    rule,
    ...more,
    resolve: (c) => {
      const r = of.resolve(c);
      return isUnresolved(r) ? r : change(r, c);
    },
  };
}

/** The same rule, which reads each place of a text once however many other rules ask for it. */
export function once(rule: Rule): Rule {
  const known = new WeakMap<Stream, Map<number, Node | undefined>>();
  return (s, i) => {
    let seen = known.get(s);
    if (!seen) {
      seen = new Map();
      known.set(s, seen);
    }
    if (seen.has(i)) return seen.get(i);
    // Rules look ahead only, so what lies behind is not asked for again.
    if (seen.size > 512) seen.clear();
    const found = rule(s, i);
    seen.set(i, found);
    return found;
  };
}

/** The same rule, asked only where it can begin. */
export function gated(gate: (s: Stream, i: number) => boolean, rule: Rule): Rule {
  return (s, i) => (gate(s, i) ? rule(s, i) : undefined);
}
