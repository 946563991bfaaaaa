import { addressedBy } from './addressed.js';
import { aimedAt, namedInThing } from './aimed.js';
import { isOfActors } from './distinct.js';
import { peopleAtHome } from './domestic.js';
import { type Frame, frameOf } from './frame.js';
import { TOGETHER } from './joint.js';
import { isLight, type Match, matchFrame } from './match.js';
import type { Means } from './means.js';
import type { Parties } from './parties.js';
import type { Slots } from './slots.js';
import type { Tree } from './tree.js';
import type { Party, Root } from './types.js';
import type { Where } from './where.js';

/** Roots whose acts fall on whoever holds the place where they are done. */
const FELT_IN_PLACE: ReadonlySet<Root> = new Set<Root>([
  'COERCE',
  'ASSAULT',
  'SANCTION',
  'CONCEDE',
  'RETREAT',
  'MOBILIZE',
  'AID',
]);

/** Finds to whom an act is done. */
export class Recipients {
  constructor(
    private readonly tree: Tree,
    private readonly parties: Parties,
    private readonly named: Slots,
    private readonly means: Means,
    private readonly where: Where,
  ) {}

  /** To whom an act is done. `blamed`: who is blamed for it, where it is a charge; `called`: slots of those whom a call is to. */
  of(
    match: Match,
    actors: readonly Party[],
    blamed: readonly number[] | undefined,
    called: readonly (readonly number[])[],
  ): Party[] {
    const { frame, reading } = match;
    const root = reading.root!;
    let recipients = this.told(match, blamed, called);
    // "clashes between the army and the rebels near Aleppo" are with each other.
    const mutual =
      reading.roles.reciprocal && (actors.length > 1 || root === 'ASSAULT' || reading.row === TOGETHER);
    if (!mutual && !blamed && !recipients.some((r) => r.actor))
      recipients = this.besides(frame, root, actors, recipients);
    if (!recipients.some((r) => r.actor && !isOfActors(actors, r, root))) {
      const aimed =
        aimedAt(this.tree, this.parties, frame, root, actors) ??
        namedInThing(this.tree, this.parties, match, actors);
      if (aimed) recipients = [aimed];
    }
    if (recipients.length > 0) return recipients;
    const addressed = this.named.first(addressedBy(this.tree, frame, root), 'none');
    return addressed.filter(({ actor }) => actor);
  }

  /** Whom the words of an act itself name. */
  private told(
    { frame, reading, recipients }: Match,
    blamed: readonly number[] | undefined,
    called: readonly (readonly number[])[],
  ): Party[] {
    const own = blamed
      ? this.named.first(
          blamed.map((index) => [index]),
          'none',
        )
      : this.named.first(recipients, reading.roles.reciprocal ? 'none' : 'any');
    if (own.length > 0) return own;
    const callees = this.named.first(called, 'none');
    if (callees.length > 0 || frame.pos !== 'NOUN') return callees;
    return this.lentRecipients(frame, reading.roles.recipients);
  }

  /**
   * To whom an act is done where its own words name nobody known: those on whom the attack was, people at home, whoever holds the
   * place. `named`: those unknown whom it names, who are returned where there is nobody else.
   */
  private besides(frame: Frame, root: Root, actors: readonly Party[], named: Party[]): Party[] {
    const verb = frame.pos === 'VERB';
    const hit = verb
      ? [...this.means.recipientsOfAttack(frame), ...this.recipientsOfClause(frame, root)]
      : [];
    if (hit.length > 0) return hit;
    const served = verb && named.length === 0 ? this.recipientsOfGerund(frame) : [];
    if (served.length > 0) return served;
    const there = FELT_IN_PLACE.has(root) ? this.where.of(frame, actors) : [];
    const known = (i: number): boolean => this.parties.partyAt(i, 'none')?.actor !== undefined;
    if (there.length > 0 && named.length === 0) return there;
    const home = verb ? peopleAtHome(this.tree, frame, root, actors, known) : undefined;
    if (home) return [home];
    return there.length > 0 ? there : named;
  }

  /** "stopped working with the agency", "suspended buying from Chad": with, for or from whom. */
  private recipientsOfGerund(frame: Frame): Party[] {
    // "bombed a base, killing ten" goes on to tell another act.
    const complements = frame.gerunds.filter((gerund) => this.tree.is(gerund, 'xcomp'));
    return complements.flatMap((gerund) => {
      const { objects, indirect, obliques } = frameOf(this.tree, gerund)!;
      const others = obliques.filter(({ preposition }) => /^(?:with|for|to|from)$/.test(preposition));
      return this.named.known([...indirect, ...objects, ...others.map(({ index }) => index)], 'none');
    });
  }

  /** "targets Pokrovsk, killing three people": what a participle goes on to tell is done to whom its clause is. */
  private recipientsOfClause(frame: Frame, root: Root): Party[] {
    if (root !== 'ASSAULT' || frame.ownSubject || this.tree.token(frame.index).xpos !== 'VBG') return [];
    if (!this.tree.is(frame.index, 'advcl', 'conj') || this.tree.markOf(frame.index) !== '') return [];
    const clause = frameOf(this.tree, this.tree.head(frame.index));
    const told = clause && matchFrame(this.tree, clause);
    if (told?.reading.root !== 'ASSAULT') return [];
    return this.named.first(told.recipients, 'any').filter((p) => p.actor);
  }

  private lentRecipients(frame: Frame, slots: readonly string[]): Party[] {
    const verb = this.tree.head(frame.index);
    if (verb < 0 || !isLight(this.tree, verb)) return [];
    const clause = frameOf(this.tree, verb);
    return clause
      ? this.named.at(
          clause.obliques.filter((o) => slots.includes(o.preposition)).map((o) => o.index),
          'any',
        )
      : [];
  }
}
