import type { Document } from '../language/index.js';
import type { TimeExpression } from '../time/index.js';
import type { Mention, PlaceMention } from '../world/index.js';
import { isVictim } from './blamed.js';
import { Builder, wordSpan } from './build.js';
import { claimAt } from './claim.js';
import { demandAt } from './demand.js';
import { type Frame, frameOf } from './frame.js';
import { withImplied } from './implied.js';
import { jointMatch, mayBeJoint } from './joint.js';
import { learnedMatch } from './learned.js';
import { inClass, readingsOf } from './lexicon.js';
import {
  completed,
  isArguable,
  isOfBoth,
  isTowardsOther,
  type Link,
  lacks,
  lacksSide,
  linkedMatch,
  linksOf,
  type Pair,
  pairsIn,
  tells,
} from './linked.js';
import { type Match, matchesOf } from './match.js';
import { menaceAt } from './menace.js';
import { Parties } from './parties.js';
import { refusalAt } from './refusal.js';
import { isCharge } from './reported.js';
import { settingOf } from './setting.js';
import { surelyTold } from './sure.js';
import { sentenceAt, Tree } from './tree.js';
import type { Event } from './types.js';
import { Dates } from './when.js';

export interface CodeInput {
  readonly document: Document;
  readonly mentions: readonly Mention[];
  readonly places: readonly PlaceMention[];
  readonly times: readonly TimeExpression[];
  /** ISO date of the report, when known. */
  readonly reported?: string;
  /** ISO date that no report can lie after: how long ago something was where no date is known. */
  readonly today?: string;
}

/** The acts that the body of a report tells, one for each predicate that says so; see the ledger for joining them. */
export function codeEvents(input: CodeInput): Event[] {
  return new Coder(input).run();
}

class Coder {
  private readonly tree: Tree;
  private readonly parties: Parties;
  private readonly builder: Builder;
  private readonly consumed = new Set<number>();
  /** Predicates of which the lexicon says that they tell no act. */
  private readonly idle = new Set<number>();

  constructor(private readonly input: CodeInput) {
    this.tree = new Tree(input.document);
    this.parties = new Parties(this.tree, input.mentions, input.places);
    const dates = new Dates(this.tree, input.times, input.reported);
    this.builder = new Builder(this.tree, this.parties, dates, input.reported ?? input.today);
  }

  run(): Event[] {
    const events: Event[] = [];
    const { document } = this.input;
    const hasBody = document.report.parts.some((p) => p.kind === 'paragraph' || p.kind === 'item');
    for (const sentence of document.sentences) {
      const kind = document.report.parts[sentence.part]!.kind;
      if (hasBody ? kind !== 'paragraph' && kind !== 'item' : kind !== 'headline') continue;
      if (this.tree.token(sentence.last - 1).text === '?') continue;
      if (settingOf(this.tree, sentence)) continue;
      const told: Event[] = [];
      for (const index of this.outermostFirst(sentence.first, sentence.last)) {
        const event = this.codeAt(index);
        if (event) told.push(event);
      }
      events.push(...this.withLinks(told, sentence.first, sentence.last));
    }
    const whole = withImplied(events, this.input.mentions, document, (event) =>
      this.builder.lacking.get(event),
    );
    return surelyTold(whole, (offset) => sentenceAt(document, offset)).map((event, i) => ({
      ...event,
      id: `${document.report.id}-${i + 1}`,
    }));
  }

  /** What the lexicon tells of a sentence, and what the learned link sees beyond it: another recipient, another act. */
  private withLinks(told: readonly Event[], first: number, last: number): Event[] {
    const events = [...told];
    for (const link of linksOf(this.tree, this.pairsBeside(told, first, last))) {
      if (events.some((event) => tells(event, link))) continue;
      if (isVictim(this.tree, link.predicate, link.to)) continue;
      const word = wordSpan(this.tree, link.predicate);
      if (events.some((event) => isOfBoth(event, link, word) || isTowardsOther(event, word))) continue;
      const at = events.findIndex((event) => lacks(event, link, word));
      if (at >= 0) {
        if (this.mayComplete(events[at]!, link)) events[at] = completed(events[at]!, link);
        continue;
      }
      const match = linkedMatch(this.tree, link);
      const event = match && this.builder.build(match);
      if (event) events.push(event);
    }
    return events;
  }

  /**
   * The pairs of a sentence of which a link could add to what is told, as an act of its own or as what an act lacks. Whether
   * there is a link is dear to ask.
   */
  private pairsBeside(told: readonly Event[], first: number, last: number): Pair[] {
    const lacking = new Set(told.filter(lacksSide).map(({ trigger }) => trigger.start));
    const mayAdd = (pair: Pair): boolean => {
      if (this.idle.has(pair.predicate) || told.some((event) => tells(event, pair))) return false;
      const word = wordSpan(this.tree, pair.predicate);
      return !told.some((event) => isOfBoth(event, pair, word) || isTowardsOther(event, word));
    };
    const pairs = pairsIn(this.tree, this.parties, first, last).filter(mayAdd);
    // An act told by one link may lack what another link of the same predicate gives.
    const telling = new Set(
      pairs.filter((pair) => isArguable(this.tree, pair)).map((pair) => pair.predicate),
    );
    return pairs.filter(
      ({ predicate }) => telling.has(predicate) || lacking.has(this.tree.token(predicate).start),
    );
  }

  /** Whether the target of a link may be to whom an act is done that names nobody. */
  private mayComplete(event: Event, { to, predicate }: Link): boolean {
    const lacking = this.builder.lacking.get(event);
    // "ordered his minister to tax imports": the other side is told, and is no other.
    if (lacking?.aside || lacking?.atHome || !this.tree.under(to, predicate)) return false;
    // "approved the Gaza agreement": what a thing is called by is no side of it.
    const called = this.tree.is(to, 'compound') && this.tree.is(this.tree.head(to), 'obj');
    return !called && this.tree.caseOf(to) !== 'from';
  }

  /**
   * What may tell an act: verbs, and the nouns and adjectives that the lexicon or its classes have. Governing predicates come before what
   * hangs from them, so that an act can claim its complements.
   */
  private outermostFirst(first: number, last: number): number[] {
    const depth = (index: number): number => {
      let n = 0;
      for (let at = this.tree.head(index); at >= 0 && n < 200; at = this.tree.head(at)) n++;
      return n;
    };
    const found: { index: number; depth: number }[] = [];
    for (let i = first; i < last; i++) {
      if (this.mayTell(i, first)) found.push({ index: i, depth: depth(i) });
    }
    return found.sort((a, b) => a.depth - b.depth || a.index - b.index).map((f) => f.index);
  }

  private mayTell(index: number, first: number): boolean {
    const { pos, text, lemma, lower } = this.tree.token(index);
    if (pos === 'VERB') return true;
    if (pos !== 'NOUN' && pos !== 'ADJ') return false;
    if (pos === 'NOUN' && index > first && /^\p{Lu}/u.test(text)) return false;
    if (readingsOf(lemma, pos).length > 0 || readingsOf(lower, pos).length > 0) return true;
    return inClass('undertaking', lemma) || this.tree.has(index, 'compound:prt');
  }

  private codeAt(index: number): Event | undefined {
    if (this.consumed.has(index) || isCharge(this.tree, index)) return undefined;
    const words = this.saidAt(index);
    if (words) return words;
    const frame = frameOf(this.tree, index);
    if (!frame) return undefined;
    const readings = matchesOf(this.tree, frame);
    if (readings.length === 0) {
      const together = this.toldTogether(frame);
      const learned = together ? undefined : learnedMatch(this.tree, this.parties, frame);
      return together ?? (learned && this.told(learned));
    }
    if (!readings[0]!.reading.root) {
      if (readings[0]!.reading.conditions.length === 0) return undefined;
      this.idle.add(index);
      if (frame.pos === 'VERB') for (const o of frame.objects) this.consumed.add(o);
      return undefined;
    }
    const { root } = readings[0]!.reading;
    // "Czechs and Austrians patrol the border together": against nobody.
    const massed = root === 'MOBILIZE' ? this.toldTogether(frame) : undefined;
    if (massed) return massed;
    const event = this.told(this.fullest(readings)) ?? this.toldOtherwise(readings);
    if (event && (event.reciprocal || event.recipients.length > 0)) return event;
    // "flew together in a drill": who is on the way to nobody may do so with somebody.
    const free = mayBeJoint(root!) || readings[0]!.reading.mode === 'visit';
    return (free ? this.toldTogether(frame) : undefined) ?? event;
  }

  /** What two or more do as one, whatever it is. */
  private toldTogether(frame: Frame): Event | undefined {
    const match = jointMatch(this.tree, frame);
    return match && this.told(match);
  }

  /** What a clause tells by who says it of whom: a demand, a threat, a charge, a refusal. */
  private saidAt(index: number): Event | undefined {
    const demand = demandAt(this.tree, index);
    const asked = demand && this.told(demand);
    if (asked) return asked;
    const match =
      menaceAt(this.tree, this.parties, index) ?? claimAt(this.tree, index) ?? refusalAt(this.tree, index);
    const event = match && this.builder.build(match);
    // Whom a threat, a charge or a refusal is meant for stands in the clause, or it is none.
    if (!event || event.recipients.length === 0) return undefined;
    this.consume(match);
    return event;
  }

  /** The first reading, or, where it names nobody to whom the act is done, the next of the same root that does. */
  private fullest(readings: readonly Match[]): Match {
    const [first, ...others] = readings;
    const { root, roles } = first!.reading;
    if (others.length === 0 || roles.reciprocal || this.builder.namesRecipient(first!)) return first!;
    return (
      others.find((match) => match.reading.root === root && this.builder.namesRecipient(match)) ?? first!
    );
  }

  /** The act of a match, which then claims its complements. */
  private told(match: Match): Event | undefined {
    const event = this.builder.build(match);
    if (event) this.consume(match);
    return event;
  }

  /** A less specific reading of the same root may name its sides by other words. */
  private toldOtherwise([first, ...others]: readonly Match[]): Event | undefined {
    for (const match of others) {
      if (match.reading.root !== first!.reading.root) continue;
      const event = this.told(match);
      if (event) return event;
    }
    return undefined;
  }

  /** Complements of a coded act tell no act of their own; nor does its object when the pattern named it. */
  private consume(match: Match): void {
    for (const index of match.consumed) this.consumed.add(index);
    if (match.reading.conditions.some((c) => c.kind === 'object' && c.lemmas)) {
      for (const object of match.frame.objects) this.consumed.add(object);
    }
    // "withdrew from the agreement with Chad": nothing was agreed.
    for (const condition of match.reading.conditions)
      if (condition.kind === 'preposition' && condition.lemmas)
        for (const { index } of match.frame.obliques)
          if (condition.lemmas.has(this.tree.token(index).lemma)) this.consumed.add(index);
  }
}
