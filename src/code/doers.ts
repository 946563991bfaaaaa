import { genericActor, type Mention } from '../world/index.js';
import type { Custody } from './custody.js';
import { type Frame, frameOf } from './frame.js';
import { governingVerb } from './lent.js';
import { inClass } from './lexicon.js';
import { isLight, type Match } from './match.js';
import { CAUSE, isWeapon, type Means } from './means.js';
import { isWith } from './mutual.js';
import type { Parties } from './parties.js';
import { reporterOf } from './reported.js';
import type { Slots } from './slots.js';
import type { Tree } from './tree.js';
import type { Party, Root } from './types.js';
import type { Where } from './where.js';

/** Prepositions of what people do something in: "in protest", "on the second day of their strike", "with a march". */
const OUTWARD = new Set(['in', 'on', 'with', 'as', 'during', 'by']);

/** Prepositions of the meeting in the course of which somebody does something. */
const AMID = /^(?:at|during|in|after|following)$/;

/** Finds who does an act where its own words name nobody. */
export class Doers {
  constructor(
    private readonly tree: Tree,
    private readonly parties: Parties,
    private readonly named: Slots,
    private readonly means: Means,
    private readonly where: Where,
    private readonly custody: Custody,
  ) {}

  /** Who does an act. `own`: whom its own words name; `callers`: who speaks in a call. */
  of({ frame, reading }: Match, own: Party[], callers: readonly number[]): Party[] {
    const verb = frame.pos === 'VERB';
    let actors = own.length > 0 ? own : this.lent(frame, reading, callers);
    if (verb && !actors.some((a) => a.actor)) actors = this.behind(frame) ?? actors;
    if (frame.passive && frame.subjects.length === 0 && actors.length === 0)
      actors = this.custody.doers(frame, reading.root!, this.where.of(frame, [])[0]);
    if (reading.root === 'PROTEST' && verb && !actors.some((a) => a.actor))
      actors = this.crowd(frame) ?? actors;
    return actors;
  }

  /** Whether an act is told though of which state its doer is cannot be said: a deed, of soldiers or gunmen, on somebody known. */
  mayBeOpen(match: Match, recipients: readonly Party[]): boolean {
    return recipients.some((r) => r.actor) && this.areArmed(match);
  }

  /** Whether somebody armed does a deed of force. */
  areArmed({ frame, reading, actors }: Match): boolean {
    const deed = frame.pos === 'VERB' && (reading.root === 'ASSAULT' || reading.root === 'COERCE');
    const isThing = (i: number): boolean => isWeapon(this.tree.token(i).lemma);
    return deed && actors.flat().some((i) => this.parties.isArmed(i) && !isThing(i));
  }

  /** Who does an act for which its own words name nobody at all. */
  private lent(frame: Frame, { root, roles }: Match['reading'], callers: readonly number[]): Party[] {
    const speakers = this.named.at(callers, 'own');
    if (speakers.length > 0) return speakers;
    const lent = frame.pos === 'NOUN' ? this.lentActors(frame, roles.reciprocal, root!) : [];
    if (lent.length > 0 || frame.subjects.length > 0) return lent;
    const attackers = frame.pos === 'VERB' ? this.means.actorsOfAttack(frame) : [];
    if (attackers.length > 0 || root !== 'MOBILIZE' || !frame.passive) return attackers;
    // "Nineteen Chinese warships are deployed": whose they are, as nobody else is told.
    return this.named.at(frame.objects, 'own').filter(({ actor }) => actor?.sectors.includes('MIL'));
  }

  /** Somebody known who stands behind what a verb is told of; undefined where nobody does. */
  private behind(frame: Frame): Party[] | undefined {
    const deed = this.means.actorsOfDeed(frame);
    if (deed.length > 0) return deed;
    const weapon = this.means.actorsOfWeapon(frame);
    if (weapon.length > 0) return weapon;
    const speaker = this.speakerOf(frame);
    return speaker.length > 0 ? speaker : undefined;
  }

  /**
   * The subject of a verb of little meaning ("held talks"), or of the clause for an act of several ("the signing of"); of what
   * two sides do to each other, whoever it befell ("two soldiers were killed in clashes with the rebels").
   */
  private lentActors(frame: Frame, together: boolean, root: Root): Party[] {
    // "Nurses are on strike", "Bern is in talks with Rome".
    const state = this.tree.has(frame.index, 'cop') && /^(?:on|in|at)$/.test(this.tree.caseOf(frame.index));
    if (state) return this.named.at(this.tree.withRelation(frame.index, 'nsubj'), 'own');
    const verb = governingVerb(this.tree, frame.index);
    if (verb < 0) return together && isWith(frame) ? this.present(frame) : [];
    const clause = frameOf(this.tree, verb);
    if (!clause) return [];
    if (this.isOfSubject(frame, verb, clause, root)) return this.named.at(clause.subjects, 'own');
    // "Clashes erupted between settlers and villagers": the tree hangs those who clash from the verb.
    if (together && clause.subjects.includes(frame.index))
      return this.named.at(
        clause.obliques.filter((o) => o.preposition === 'between').map((o) => o.index),
        'own',
      );
    if (together && root === 'CONSULT' && isWith(frame)) return this.attending(frame);
    if (!together || !CAUSE.has(this.tree.caseOf(frame.index))) return [];
    // "Three soldiers are killed and 29 injured during clashes with": the first verb names them.
    const first = this.tree.is(verb, 'conj') ? frameOf(this.tree, this.tree.head(verb)) : undefined;
    const befallen = [clause, first].flatMap((c) => (c ? [...c.objects, ...c.subjects] : []));
    return this.named.known(befallen, 'own').slice(0, 1);
  }

  /** Whether the subject of a clause does what a noun in it tells. */
  private isOfSubject(frame: Frame, verb: number, clause: Frame, root: Root): boolean {
    const light = isLight(this.tree, verb) && clause.objects.includes(frame.index);
    const several =
      clause.subjects.length > 1 && this.tree.token(frame.index).xpos === 'NN' && /ing$/.test(frame.lemma);
    // "drove tractors into Warsaw in protest at the ban"
    const outward =
      root === 'PROTEST' && this.tree.is(frame.index, 'obl') && OUTWARD.has(this.tree.caseOf(frame.index));
    // "left the wire in place in defiance of the court"
    const defying = inClass('defying', frame.lemma) && this.tree.caseOf(frame.index) === 'in';
    return light || several || ((outward || defying) && !clause.passive);
  }

  /** "made the remark at a meeting with Minsk", "flew to Kyiv for talks with": who acts in the clause met somebody. */
  private attending({ index }: Frame): Party[] {
    const preposition = this.tree.caseOf(index);
    const verb = governingVerb(this.tree, index);
    const goes = inClass('going', this.tree.token(verb).lemma);
    if (!AMID.test(preposition) && !(goes && preposition === 'for')) return [];
    const clause = frameOf(this.tree, verb);
    if (!clause) return [];
    return this.named.known(clause.passive ? clause.objects : clause.subjects, 'own');
  }

  /** "is in Berlin for talks with": who is told to be somewhere. */
  private present({ index }: Frame): Party[] {
    const place = this.tree.head(index);
    if (place < 0 || !this.tree.has(place, 'cop') || !this.tree.has(place, 'case')) return [];
    if (!/^(?:for|at|in)$/.test(this.tree.caseOf(index))) return [];
    const subjects = this.tree.withRelation(place, 'nsubj').flatMap((i) => this.tree.joined(i));
    return this.named.known(subjects, 'own');
  }

  /** "The Council announced that they had lifted the ban": who says what "they" have done, mostly did it. */
  private speakerOf(frame: Frame): Party[] {
    if (frame.passive) return [];
    const pronoun = [...this.tree.withRelation(frame.index, 'nsubj', 'expl')];
    if (pronoun.length !== 1 || !/^(?:it|they|he|she|we)$/.test(this.tree.token(pronoun[0]!).lower))
      return [];
    const verb = reporterOf(this.tree, frame.index);
    const said = verb < 0 ? undefined : frameOf(this.tree, verb);
    if (!said || said.passive || said.subjects.length !== 1) return [];
    return this.named.known(said.subjects, 'own');
  }

  /** "Thousands of people rallied in Oran": people of the state of the place, or of the home of the report. */
  private crowd(frame: Frame): Party[] | undefined {
    const { subjects } = frame;
    const counted = subjects.flatMap((subject) => this.tree.withRelation(subject, 'nmod'));
    const people = [...subjects, ...counted].map((index) => this.parties.mentionAt(index)).find(isCrowd);
    if (!people) return undefined;
    const [there] = this.where.of(frame, []);
    const state = there?.actor ?? this.parties.home()?.actor;
    const { text, start, end } = people;
    if (!state) return undefined;
    return [{ actor: genericActor(state.code, ['CVL'], text, state.fact), text, span: { start, end } }];
  }
}

/** Several people of whom no words say of which state they are. */
const isCrowd = (mention: Mention | undefined): boolean =>
  mention !== undefined &&
  !mention.resolution.actor &&
  mention.resolution.candidates.some(({ sectors }) => sectors.includes('CVL'));
