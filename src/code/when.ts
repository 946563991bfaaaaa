import type { Interval, TimeExpression } from '../time/index.js';
import { readingsOf } from './lexicon.js';
import { isLight } from './match.js';
import type { Tree } from './tree.js';
import type { EventDate } from './types.js';

/** Prepositions of what an act is part of. */
const WITHIN = /^(?:during|at|in|on)$/;
/** Prepositions of what an act is about or comes after, which has a time of its own. */
const CAUSAL = /^(?:for|over|about|of|after|before|following)$/;
/** The same without those that only say when. */
const ABOUT = /^(?:for|over|about|of|following)$/;

/** Verbs of what a thing is called. */
const NAMING = /^(?:call|describe|term|label)$/;

/** Dates the acts of a document from the expressions of time near their predicates. */
export class Dates {
  private readonly byToken = new Map<number, TimeExpression>();

  constructor(
    private readonly tree: Tree,
    times: readonly TimeExpression[],
    private readonly reported: string | undefined,
  ) {
    let i = 0;
    const tokens = tree.document.tokens;
    for (const time of [...times].sort((a, b) => a.start - b.start)) {
      while (i < tokens.length && tokens[i]!.end <= time.start) i++;
      for (let k = i; k < tokens.length && tokens[k]!.start < time.end; k++) this.byToken.set(k, time);
    }
  }

  /**
   * The date of an act: stated in its own clause, or in a clause that it belongs to, or known only by the report's.
   * `acts` are the predicates already coded: the date of another act is not this one's. What is `said` is not of a day
   * after the report: "ordered the embassy to leave by March".
   */
  of(index: number, acts: ReadonlySet<number>, said = false): EventDate {
    for (let at = index, steps = 0; at >= 0 && steps < 6; at = this.tree.head(at), steps++) {
      if (at !== index && acts.has(at) && !this.isSince(index) && !this.isGoingOn(index, at)) break;
      const time = this.nearest(at, index);
      const { reported } = this;
      const later = said && reported !== undefined && (time?.interval?.end ?? '') > reported;
      if (time && !later) {
        return {
          interval:
            time.relation === 'since' && this.isSince(index) ? closed(time.interval!) : time.interval!,
          basis: at === index ? 'stated' : 'context',
          evidence: [{ start: time.start, end: time.end }],
        };
      }
      if (at === index && this.isTopicOfClause(at)) break;
      if (at !== index && this.tree.is(at, 'ccomp', 'root', 'acl:relcl')) break;
      if (this.tree.is(at, 'ccomp', 'acl:relcl')) break;
    }
    if (!this.reported) return { basis: 'unknown', evidence: [] };
    return {
      interval: { start: null, end: this.reported, precision: 'day' },
      basis: 'reported',
      evidence: [],
    };
  }

  /** "recalled its envoy on Monday and closed the border": what the same subject goes on to do, in the same tense, is of the same time. */
  private isGoingOn(index: number, first: number): boolean {
    let at = index;
    while (this.tree.is(at, 'conj') && !this.tree.has(at, 'nsubj')) at = this.tree.head(at);
    const { pos, xpos } = this.tree.token(index);
    return at === first && at !== index && pos === 'VERB' && xpos === this.tree.token(first).xpos;
  }

  /** The expression that hangs from a word without another predicate between, the nearest to the act first. */
  private nearest(at: number, act: number): TimeExpression | undefined {
    const found: { time: TimeExpression; distance: number }[] = [];
    const open = [at];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const time = this.byToken.get(next);
      if (
        time?.interval &&
        time.relation !== 'for' &&
        !this.isPresent(next) &&
        !this.isLastTime(next, time) &&
        !this.isTopic(next, time)
      )
        found.push({ time, distance: Math.abs(next - act) });
      for (const child of this.tree.children(next))
        if (!this.isOtherAct(child, next === act) && !this.isOfThing(next, child, act)) open.push(child);
    }
    found.sort((a, b) => finer(a.time, b.time) || a.distance - b.distance);
    return found[0]?.time;
  }

  /** "discussed the war today": the talk is of today, not the war. What is held, begun or told as a subject is of its clause's time. */
  private isTopicOfClause(index: number): boolean {
    if (this.tree.token(index).pos !== 'NOUN' || this.tree.is(index, 'nsubj', 'root', 'ccomp')) return false;
    const head = this.tree.head(index);
    return !(this.tree.is(index, 'obj') && head >= 0 && isLight(this.tree, head));
  }

  /** "today's alliance" is the alliance as it now is; nothing in it happened today. */
  private isPresent(index: number): boolean {
    return this.tree.is(index, 'nmod:poss') && this.tree.token(index).lower === 'today';
  }

  /** "for the first time since 2002" dates the last time, not this one. */
  private isLastTime(index: number, time: TimeExpression): boolean {
    const { tokens } = this.tree.document;
    let first = index;
    while (this.byToken.get(first - 1) === time) first--;
    const before = tokens[first]?.lower === 'since' ? first - 1 : first - 2;
    return time.relation === 'since' && tokens[before]?.lower === 'time';
  }

  /** "called the past year meaningful" speaks of that year and dates nothing. */
  private isTopic(index: number, time: TimeExpression): boolean {
    let at = index;
    while (this.byToken.get(this.tree.head(at)) === time) at = this.tree.head(at);
    // "spoke this morning": the tree takes a bare day for an object now and then.
    return this.tree.is(at, 'obj') && time.interval?.precision !== 'day';
  }

  /** Whether a word is part of an expression of time. */
  covers(index: number): boolean {
    return this.byToken.has(index);
  }

  /** Whether the act itself is what something else has gone on since: "since the signing of". */
  private isSince(index: number): boolean {
    return this.tree.caseOf(index) === 'since' || this.tree.markOf(index) === 'since';
  }

  /**
   * Whether a date hangs from a thing and says of when that is: "thanked for the parade on June 24", "because of his 2009
   * conviction". The object of the act is none: trees hang the date of "signed an accord on Friday" from it.
   */
  private isOfThing(thing: number, child: number, act: number): boolean {
    if (thing === act || this.tree.token(thing).pos === 'VERB' || this.byToken.has(thing)) return false;
    // "since the signing of a treaty in June": the act begins then, whatever else does.
    for (let at = thing; at >= 0 && at !== act; at = this.tree.head(at)) if (this.isSince(at)) return false;
    const time = this.byToken.get(child);
    if (time && child < thing) {
      const { tokens } = this.tree.document;
      let before = child;
      while (this.byToken.get(before) === time) before--;
      const object = this.tree.is(thing, 'obj') && this.tree.head(thing) === act && isLight(this.tree, act);
      return !object && (this.tree.is(child, 'nmod:poss') || tokens[before]?.pos !== 'ADP');
    }
    // "sentenced for bombings nine years ago": what has a time of its own keeps it.
    const cause = this.tree.is(thing, 'obl', 'nmod') && CAUSAL.test(this.tree.caseOf(thing));
    if (time && cause && readingsOf(this.tree.token(thing).lemma, 'NOUN').length > 0) return true;
    if (!this.tree.is(child, 'nmod') || !this.tree.is(thing, 'nmod', 'obl')) return false;
    // "the signing of a treaty during the summit in June": what an act is part of is of its time; trees hang it from the object.
    const own = this.tree.head(thing) === act;
    if (WITHIN.test(this.tree.caseOf(own && this.tree.caseOf(thing) === 'of' ? child : thing))) return false;
    // Trees hang the time from any word before it ("in Khost province before dawn on Friday"): only what has a time of its own keeps it.
    return (!own || this.tree.token(act).pos === 'NOUN') && ABOUT.test(this.tree.caseOf(thing));
  }

  /** "bombed what the army called a camp on Friday": how a thing is called tells of nothing else. */
  private isName(child: number): boolean {
    const { lemma } = this.tree.token(child);
    return (
      this.tree.is(child, 'acl:relcl') &&
      NAMING.test(lemma) &&
      this.tree.token(this.tree.head(child)).lower === 'what'
    );
  }

  /** Whether a word tells of something else; a participle of the act itself does not ("his message, sent on Friday"). */
  private isOtherAct(child: number, own: boolean): boolean {
    if (this.isName(child)) return false;
    if (this.tree.is(child, 'conj', 'ccomp', 'advcl', 'parataxis', 'acl:relcl'))
      return !this.byToken.has(child);
    const { pos, xpos } = this.tree.token(child);
    return this.tree.is(child, 'acl') && pos === 'VERB' && !(own && xpos === 'VBN');
  }
}

/** "since June 2024" begins then; what happened in June 2024 ended then too. */
function closed(interval: Interval): Interval {
  if (!interval.start || interval.end) return interval;
  const end = new Date(`${interval.start}T00:00:00Z`);
  if (interval.precision === 'year') end.setUTCFullYear(end.getUTCFullYear() + 1);
  else if (interval.precision === 'month') end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCDate(end.getUTCDate() + 1);
  end.setUTCDate(end.getUTCDate() - 1);
  return { ...interval, end: end.toISOString().slice(0, 10) };
}

/** "on Tuesday" dates an act better than "this year". */
function finer(a: TimeExpression, b: TimeExpression): number {
  const order = ['day', 'week', 'range', 'month', 'quarter', 'year', 'decade'];
  return order.indexOf(a.interval!.precision) - order.indexOf(b.interval!.precision);
}
