import { blamedFor } from './blamed.js';
import { speakersOf } from './call.js';
import { Custody } from './custody.js';
import { distinct, isOfActors, same, spared } from './distinct.js';
import { Doers } from './doers.js';
import { peopleOf, placeAtHome } from './domestic.js';
import type { Frame } from './frame.js';
import type { Match } from './match.js';
import { Means } from './means.js';
import { isAgainst, isEachOther, isOnSelf, isWith } from './mutual.js';
import { quadOf, rootInfo } from './ontology.js';
import type { Parties } from './parties.js';
import { Recipients } from './recipients.js';
import { Slots } from './slots.js';
import type { Tree } from './tree.js';
import type { Party, Reason, Root } from './types.js';
import { type Unknown, unknownActor, unknownRecipient } from './unknown.js';
import { Where } from './where.js';

/** Who was told before, whether or not it can be said who. */
const PRONOUN = /^(?:it|them|they|him|her|us|me|you|this|that|these|those|both|each other)$/i;

/** Those on either side of an act. */
interface Pair {
  readonly actors: Party[];
  readonly recipients: Party[];
}

/** Who stands on either side of an act, and whether they do it to each other. */
interface Found extends Pair {
  readonly reciprocal: boolean;
  /** Whether it is done to somebody who is named, and not known or no other side. */
  readonly open: boolean;
  /** Whether it is done to somebody of the actor's own: "ordered his minister". */
  readonly atHome?: boolean;
  /** It tells nothing unless somebody is found to whom it is done. */
  readonly needs: boolean;
  /** By which rules the state of a side was told from what stands around it. */
  readonly inferred: readonly Reason[];
}

const found = (actors: Party[], recipients: Party[], reciprocal: boolean): Found => ({
  ...{ actors, recipients, reciprocal, open: false, needs: false, inferred: [] },
});

const reasonsOf = (unknown: Unknown | undefined): Reason[] =>
  unknown?.rule ? [{ rule: unknown.rule, span: unknown.party.span }] : [];

/** Finds who stands on either side of an act. */
export class Sides {
  readonly custody: Custody;
  private readonly known = new Map<Match, Found | undefined>();
  private readonly named: Slots;
  private readonly where: Where;
  private readonly doers: Doers;
  private readonly recipients: Recipients;

  constructor(
    private readonly tree: Tree,
    private readonly parties: Parties,
  ) {
    this.custody = new Custody(tree, parties);
    this.named = new Slots(tree, parties);
    this.where = new Where(tree, parties);
    const means = new Means(tree, this.named);
    this.doers = new Doers(tree, parties, this.named, means, this.where, this.custody);
    this.recipients = new Recipients(tree, parties, this.named, means, this.where);
  }

  /** Who stands on either side, worked out once; undefined when nobody known acts. */
  of(match: Match): Found | undefined {
    if (!this.known.has(match)) this.known.set(match, this.find(match));
    return this.known.get(match);
  }

  private find(match: Match): Found | undefined {
    const { frame, reading } = match;
    const own = this.named.first(match.actors, 'own');
    if (isEachOther(this.tree, frame) && distinct(own).length > 1) return found(distinct(own), [], true);
    const call = speakersOf(this.tree, match);
    const actors = this.doers.of(match, own, call?.from ?? []);
    const { reciprocal } = reading.roles;
    // Where nobody acts, the other side need not be looked for.
    if (!reciprocal && !actors.some((a) => a.actor) && !this.doers.areArmed(match)) return undefined;
    const blamed = blamedFor(match, this.tree);
    const recipients = this.recipients.of(match, actors, blamed, call?.to ?? []);
    if (!reciprocal) return this.settled(match, { actors, recipients }, blamed);
    const both = distinct([...actors, ...recipients]);
    if (both.length < 2) return this.withUnknown(match, distinct(actors), distinct(recipients));
    const pair = this.together(frame, actors, recipients);
    return pair && this.settled(match, pair, blamed);
  }

  /** What somebody known does together with somebody told but not known: "spoke with the stranded asylum seekers". */
  private withUnknown(match: Match, actors: Party[], recipients: Party[]): Found | undefined {
    if (actors.length === 0 || recipients.length > 0) return undefined;
    const other = this.unknown(match, actors);
    if (!other) return undefined;
    return { ...found(actors, [other.party], true), inferred: reasonsOf(other) };
  }

  /** Who does what several do together; undefined where one of them is not known. */
  private together(frame: Frame, doers: readonly Party[], others: readonly Party[]): Pair | undefined {
    // "our deals with Togo and Mali": with us, whoever that is.
    if (doers.length === 0 && isWith(frame)) return undefined;
    const actors = distinct(doers);
    const recipients = distinct(others).filter((r) => !actors.some((a) => same(a, r)));
    if (actors.length > 0) return { actors, recipients };
    // "Dr. Moyo met the presidents of Mali and Togo": with somebody whom nobody knows, not with each other.
    if (frame.pos === 'VERB' && frame.subjects.length > 0) return undefined;
    return { actors: recipients, recipients: [] };
  }

  /** The sides of an act once those are left out who are nobody, nobody known, or no other side. */
  private settled(match: Match, told: Pair, blamed: readonly number[] | undefined): Found | undefined {
    const { frame, reading } = match;
    const others = told.recipients.filter((r) => !/sel(?:f|ves)$/i.test(r.text));
    const open = others.some((r) => !r.actor && !PRONOUN.test(r.text));
    const towards = others.filter((r) => r.actor && !told.actors.some((a) => a.span.start === r.span.start));
    const { actors, source } = this.acting(match, told.actors, towards);
    const apart = othersThan(actors, towards, reading.root!);
    // "the president asked his minister": the other side is told, and is no other.
    const own = apart.length === 0 && towards.length > 0;
    if (actors.length === 0) return undefined;
    const unknown =
      apart.length === 0 && !own
        ? this.unknown(blamed ? { ...match, recipients: [blamed] } : match, actors)
        : undefined;
    const recipients = unknown ? [unknown.party] : apart;
    const reciprocal = reading.roles.reciprocal && !isAgainst(this.tree, frame, recipients);
    const sides = found(actors, recipients, reciprocal);
    if (recipients.length > 0 || actors.length > 1)
      return { ...sides, open, inferred: [...reasonsOf(source), ...reasonsOf(unknown)] };
    if (isOnSelf(this.tree, frame)) return undefined;
    return { ...sides, open: open || own, atHome: own, needs: needsRecipient(match) };
  }

  /** Those who act and are known, else somebody told who may stay unknown, with how their state was told. */
  private acting(
    match: Match,
    told: readonly Party[],
    towards: readonly Party[],
  ): { actors: Party[]; source?: Unknown } {
    const protest = match.reading.root === 'PROTEST';
    const actors = protest ? told.map((a) => peopleOf(this.tree, match.frame, a)) : told;
    const known = actors.filter((a) => a.actor);
    if (known.length > 0) return { actors: known };
    // Somebody who did something to somebody known is told as open: "Gunmen shot a Chinese engineer".
    const source = unknownActor(this.tree, this.parties, match, towards);
    if (source) return { actors: [source.party], source };
    return { actors: this.doers.mayBeOpen(match, towards) ? actors.slice(0, 1) : [] };
  }

  /** To whom it is done where that is told, though no file knows who it is. */
  private unknown(match: Match, actors: readonly Party[]): Unknown | undefined {
    const [there] = this.where.of(match.frame, []);
    return unknownRecipient(this.tree, this.parties, match, actors, there?.actor?.code);
  }
}

/** Those to whom an act is done who are another side than those who act. */
function othersThan(actors: readonly Party[], recipients: readonly Party[], root: Root): Party[] {
  const placed = recipients.map((r) => placeAtHome(r, root, actors) ?? r);
  return spared(
    actors,
    placed.filter((r) => !isOfActors(actors, r, root)),
  );
}

/** Whether an act tells nothing unless somebody is found to whom it is done. */
function needsRecipient({ frame, reading }: Match): boolean {
  const root = reading.root!;
  const weak = (root === 'SUPPORT' || root === 'CONSULT') && reading.weight < 0.9;
  const nominal = frame.pos === 'NOUN' && quadOf(root) !== 4;
  return weak || nominal || rootInfo(root).requiresRecipient;
}
