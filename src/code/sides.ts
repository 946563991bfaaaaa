import { actorOfState, genericActor, type Mention } from '../world/index.js';
import { addressedBy } from './addressed.js';
import { aimedAt, namedInThing } from './aimed.js';
import { blamedFor } from './blamed.js';
import { speakersOf } from './call.js';
import { Custody } from './custody.js';
import { peopleAtHome, peopleOf, placeAtHome } from './domestic.js';
import { type Frame, frameOf, governingVerb } from './frame.js';
import { TOGETHER } from './joint.js';
import { inClass } from './lexicon.js';
import { isLight, type Match, matchFrame, obliquesBy } from './match.js';
import { quadOf, rootInfo } from './ontology.js';
import { type Inner, LOCATIVE, type Parties } from './parties.js';
import { reporterOf } from './reported.js';
import type { Tree } from './tree.js';
import type { Party, Reason, Root } from './types.js';
import { type Unknown, unknownActor, unknownRecipient } from './unknown.js';

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

const WEAPON_CLASSES = ['weapons', 'attack'] as const;
const CAUSE = new Set(['in', 'by', 'during', 'after', 'from', 'following']);

/** Prepositions of what people do something in: "in protest", "on the second day of their strike", "with a march". */
const OUTWARD = new Set(['in', 'on', 'with', 'as', 'during', 'by']);

/** Prepositions of the meeting in the course of which somebody does something. */
const AMID = /^(?:at|during|in|after|following)$/;

/** What a place is a part of or lies beside, before "of". */
const COMPASS = /^(?:(?:north|south)?(?:east|west)|north|south|outskirts|suburb|part|area|region)s?$/;
/** Nouns of places that belong to a state. */
const WHOSE_PLACE =
  /^(?:capital|city|town|village|region|province|territory|district|airspace|soil|enclave|island|port)$/;
/** Who fights their own state. */
const isInsurgent = ({ actor }: Party): boolean =>
  (actor?.sectors ?? []).some((sector) => sector === 'REB' || sector === 'UAF');

/** Who was told before, whether or not it can be said who. */
const PRONOUN = /^(?:it|them|they|him|her|us|me|you|this|that|these|those|both|each other)$/i;

/** Who stands on either side of an act, and whether they do it to each other. */
interface Found {
  readonly actors: Party[];
  readonly recipients: Party[];
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

  constructor(
    private readonly tree: Tree,
    private readonly parties: Parties,
  ) {
    this.custody = new Custody(tree, parties);
  }

  /** Who stands on either side, worked out once; undefined when nobody known acts. */
  of(match: Match): Found | undefined {
    if (!this.known.has(match)) this.known.set(match, this.find(match));
    return this.known.get(match);
  }

  private find(match: Match): Found | undefined {
    const { frame, reading } = match;
    let actors = this.firstNamed(match.actors, 'own');
    if (isEachOther(this.tree, frame) && distinct(actors).length > 1)
      return found(distinct(actors), [], true);
    const call = speakersOf(this.tree, match);
    if (call && actors.length === 0) actors = this.named(call.from, 'own');
    if (frame.pos === 'NOUN' && actors.length === 0)
      actors = this.lentActors(frame, reading.roles.reciprocal, reading.root!);
    if (frame.pos === 'VERB' && frame.subjects.length === 0 && actors.length === 0)
      actors = this.actorsOfAttack(frame);
    // "Nineteen Chinese warships are deployed": whose they are, as nobody else is told.
    if (reading.root === 'MOBILIZE' && frame.passive && frame.subjects.length === 0 && actors.length === 0)
      actors = this.named(frame.objects, 'own').filter(({ actor }) => actor?.sectors.includes('MIL'));
    if (frame.pos === 'VERB' && !actors.some((a) => a.actor)) {
      const from = [this.actorsOfDeed(frame), this.actorsOfWeapon(frame)].find((found) => found.length > 0);
      if (from) actors = from;
    }
    if (frame.pos === 'VERB' && !actors.some((a) => a.actor)) {
      const speaker = this.speakerOf(frame);
      if (speaker.length > 0) actors = speaker;
    }
    if (frame.passive && frame.subjects.length === 0 && actors.length === 0)
      actors = this.custody.doers(frame, reading.root!, this.placeParties(frame, [])[0]);
    if (reading.root === 'PROTEST' && frame.pos === 'VERB' && !actors.some((a) => a.actor))
      actors = this.crowd(frame) ?? actors;
    // Where nobody acts, the other side need not be looked for.
    if (!reading.roles.reciprocal && !actors.some((a) => a.actor) && !this.isOfArmed(match)) return undefined;
    const blamed = blamedFor(match, this.tree);
    let recipients = blamed
      ? this.firstNamed(
          blamed.map((index) => [index]),
          'none',
        )
      : this.firstNamed(match.recipients, reading.roles.reciprocal ? 'none' : 'any');
    if (call && recipients.length === 0) recipients = this.firstNamed(call.to, 'none');
    if (frame.pos === 'NOUN' && recipients.length === 0)
      recipients = this.lentRecipients(frame, reading.roles.recipients);
    // "clashes between the army and the rebels near Aleppo" are with each other.
    const mutual =
      reading.roles.reciprocal &&
      (actors.length > 1 || reading.root === 'ASSAULT' || reading.row === TOGETHER);
    if (!mutual && !blamed && !recipients.some((r) => r.actor))
      recipients = this.besides(frame, reading.root!, actors, recipients);
    const isOwn = (r: Party): boolean =>
      actors.some((a) => same(a, r)) || this.isOwnState(actors, r, reading.root!);
    if (!recipients.some((r) => r.actor && !isOwn(r))) {
      const aimed =
        aimedAt(this.tree, this.parties, frame, reading.root!, actors) ??
        namedInThing(this.tree, this.parties, match, actors);
      if (aimed) recipients = [aimed];
    }
    if (recipients.length === 0) {
      const addressed = this.firstNamed(addressedBy(this.tree, frame, reading.root!), 'none');
      recipients = addressed.filter(({ actor }) => actor);
    }
    if (reading.roles.reciprocal) {
      const both = distinct([...actors, ...recipients]);
      if (both.length < 2) return this.withUnknown(match, distinct(actors), distinct(recipients));
      // "our deals with Togo and Mali": with us, whoever that is.
      if (actors.length === 0 && this.isWith(frame)) return undefined;
      actors = distinct(actors);
      recipients = distinct(recipients).filter((r) => !actors.some((a) => same(a, r)));
      // "Dr. Moyo met the presidents of Mali and Togo": with somebody whom nobody knows, not with each other.
      if (actors.length === 0 && frame.pos === 'VERB' && frame.subjects.length > 0) return undefined;
      if (actors.length === 0) {
        actors = recipients;
        recipients = [];
      }
    }
    recipients = recipients.filter((r) => !/sel(?:f|ves)$/i.test(r.text));
    const open = recipients.some((r) => !r.actor && !PRONOUN.test(r.text));
    recipients = recipients.filter((r) => r.actor && !actors.some((a) => a.span.start === r.span.start));
    if (reading.root === 'PROTEST') actors = actors.map((a) => peopleOf(this.tree, frame, a));
    const known = actors.filter((a) => a.actor);
    // Somebody who did something to somebody known is told as open: "Gunmen shot a Chinese engineer".
    const source = known.length > 0 ? undefined : unknownActor(this.tree, this.parties, match, recipients);
    if (source) actors = [source.party];
    else actors = known.length > 0 || !this.mayBeOpen(match, recipients) ? known : actors.slice(0, 1);
    const towards = recipients.length;
    recipients = recipients.map((r) => placeAtHome(r, reading.root!, actors) ?? r);
    recipients = recipients.filter(
      (r) => !actors.some((a) => same(a, r)) && !this.isOwnState(actors, r, reading.root!),
    );
    recipients = spared(actors, recipients);
    // "the president asked his minister": the other side is told, and is no other.
    const own = recipients.length === 0 && towards > 0;
    if (actors.length === 0) return undefined;
    const unknown =
      recipients.length === 0 && !own
        ? this.unknown(blamed ? { ...match, recipients: [blamed] } : match, actors)
        : undefined;
    if (unknown) recipients = [unknown.party];
    const reciprocal = reading.roles.reciprocal && !this.isAgainst(frame, recipients);
    if (recipients.length > 0 || actors.length > 1)
      return {
        ...found(actors, recipients, reciprocal),
        open,
        inferred: [...reasonsOf(source), ...reasonsOf(unknown)],
      };
    if (isOnSelf(this.tree, frame)) return undefined;
    const weak = (reading.root === 'SUPPORT' || reading.root === 'CONSULT') && reading.weight < 0.9;
    const nominal = frame.pos === 'NOUN' && quadOf(reading.root!) !== 4;
    const needs = weak || nominal || rootInfo(reading.root!).requiresRecipient;
    return { ...found(actors, recipients, reciprocal), open: open || own, atHome: own, needs };
  }

  /**
   * To whom an act is done where its own words name nobody known: those on whom the attack was, people at home, whoever holds the
   * place. `named`: those unknown whom it names, who are returned where there is nobody else.
   */
  private besides(frame: Frame, root: Root, actors: readonly Party[], named: Party[]): Party[] {
    const verb = frame.pos === 'VERB';
    const hit = verb ? [...this.recipientsOfAttack(frame), ...this.recipientsOfClause(frame, root)] : [];
    if (hit.length > 0) return hit;
    const served = verb && named.length === 0 ? this.recipientsOfGerund(frame) : [];
    if (served.length > 0) return served;
    const there = FELT_IN_PLACE.has(root) ? this.placeParties(frame, actors) : [];
    const known = (i: number): boolean => this.parties.partyAt(i, 'none')?.actor !== undefined;
    if (there.length > 0 && named.length === 0) return there;
    const home = verb ? peopleAtHome(this.tree, frame, root, actors, known) : undefined;
    if (home) return [home];
    return there.length > 0 ? there : named;
  }

  /** To whom it is done where that is told, though no file knows who it is. */
  private unknown(match: Match, actors: readonly Party[]): Unknown | undefined {
    const [there] = this.placeParties(match.frame, []);
    return unknownRecipient(this.tree, this.parties, match, actors, there?.actor?.code);
  }

  /** "stopped working with the agency", "suspended buying from Chad": with, for or from whom. */
  private recipientsOfGerund(frame: Frame): Party[] {
    return frame.gerunds.flatMap((gerund) => {
      const { objects, indirect, obliques } = frameOf(this.tree, gerund)!;
      const others = obliques.filter(({ preposition }) => /^(?:with|for|to|from)$/.test(preposition));
      return this.named([...indirect, ...objects, ...others.map(({ index }) => index)], 'none');
    });
  }

  /** What somebody known does together with somebody told but not known: "spoke with the stranded asylum seekers". */
  private withUnknown(match: Match, actors: Party[], recipients: Party[]): Found | undefined {
    if (actors.length === 0 || recipients.length > 0) return undefined;
    const other = this.unknown(match, actors);
    if (!other) return undefined;
    return { ...found(actors, [other.party], true), inferred: reasonsOf(other) };
  }

  /** Whether a noun of what is done together names only with whom: "deals with Togo", not "deals between Togo and Mali". */
  private isWith(frame: Frame): boolean {
    return frame.pos === 'NOUN' && frame.obliques.some(({ preposition }) => preposition === 'with');
  }

  /** "Russia's war against Ukraine" has a direction, "the war between Mali and Togo" none. */
  private isAgainst(frame: Frame, recipients: readonly Party[]): boolean {
    if (frame.pos !== 'NOUN' || recipients.length === 0 || !inClass('attack', frame.lemma)) return false;
    return (
      this.tree.has(frame.index, 'nmod:poss') &&
      frame.obliques.some(({ preposition }) => /^(?:against|on|in|of)$/.test(preposition))
    );
  }

  /** "Thousands of people rallied in Oran": people of the state of the place, or of the home of the report. */
  private crowd(frame: Frame): Party[] | undefined {
    const { subjects } = frame;
    const counted = subjects.flatMap((subject) => this.tree.withRelation(subject, 'nmod'));
    const people = [...subjects, ...counted].map((index) => this.parties.mentionAt(index)).find(isCrowd);
    if (!people) return undefined;
    const [there] = this.placeParties(frame, []);
    const state = there?.actor ?? this.parties.home()?.actor;
    const { text, start, end } = people;
    if (!state) return undefined;
    return [{ actor: genericActor(state.code, ['CVL'], text, state.fact), text, span: { start, end } }];
  }

  /** Whether an act is told though of which state its doer is cannot be said: a deed, of soldiers or gunmen, on somebody known. */
  private mayBeOpen(match: Match, recipients: readonly Party[]): boolean {
    return recipients.some((r) => r.actor) && this.isOfArmed(match);
  }

  /** Whether somebody armed does a deed of force. */
  private isOfArmed({ frame, reading, actors }: Match): boolean {
    const deed = frame.pos === 'VERB' && (reading.root === 'ASSAULT' || reading.root === 'COERCE');
    const isThing = (i: number): boolean =>
      WEAPON_CLASSES.some((name) => inClass(name, this.tree.token(i).lemma));
    return deed && actors.flat().some((i) => this.parties.isArmed(i) && !isThing(i));
  }

  /** The parties of the first slot that names any, else those of the first that names somebody unknown. */
  private firstNamed(slots: readonly (readonly number[])[], inner: Inner): Party[] {
    let open: Party[] = [];
    for (const slot of slots) {
      const found = this.named(slot, inner);
      if (found.some((p) => p.actor)) return found;
      if (open.length === 0) open = found;
    }
    return open;
  }

  private named(indices: readonly number[], inner: Inner): Party[] {
    // "a fire in a flat in Lyon which killed eight": what a relative clause hangs from may be where something is; it acts no more.
    const acting = inner === 'own' ? indices.filter((i) => !this.isLocal(i)) : indices;
    return acting.flatMap((i) => this.parties.partiesAt(i, inner));
  }

  /**
   * The subject of a verb of little meaning ("held talks"), or of the clause for an act of several ("the signing of"); of what
   * two sides do to each other, whoever it befell ("two soldiers were killed in clashes with the rebels").
   */
  private lentActors(frame: Frame, together: boolean, root: Root): Party[] {
    // "Nurses are on strike", "Bern is in talks with Rome".
    const state = this.tree.has(frame.index, 'cop') && /^(?:on|in|at)$/.test(this.tree.caseOf(frame.index));
    if (state) return this.named(this.tree.withRelation(frame.index, 'nsubj'), 'own');
    const verb = governingVerb(this.tree, frame.index);
    if (verb < 0) return together && this.isWith(frame) ? this.present(frame) : [];
    const clause = frameOf(this.tree, verb);
    if (!clause) return [];
    const light = isLight(this.tree, verb) && clause.objects.includes(frame.index);
    const several =
      clause.subjects.length > 1 && this.tree.token(frame.index).xpos === 'NN' && /ing$/.test(frame.lemma);
    // "drove tractors into Warsaw in protest at the ban"
    const outward =
      root === 'PROTEST' && this.tree.is(frame.index, 'obl') && OUTWARD.has(this.tree.caseOf(frame.index));
    if (light || several || (outward && !clause.passive)) return this.named(clause.subjects, 'own');
    if (together && root === 'CONSULT' && this.isWith(frame)) return this.attending(frame);
    if (!together || !CAUSE.has(this.tree.caseOf(frame.index))) return [];
    // "Three soldiers are killed and 29 injured during clashes with": the first verb names them.
    const first = this.tree.is(verb, 'conj') ? frameOf(this.tree, this.tree.head(verb)) : undefined;
    const befallen = [clause, first].flatMap((c) => (c ? [...c.objects, ...c.subjects] : []));
    return this.named(befallen, 'own')
      .filter(({ actor }) => actor)
      .slice(0, 1);
  }

  /** "made the remark at a meeting with Minsk", "flew to Kyiv for talks with": who acts in the clause met somebody. */
  private attending({ index }: Frame): Party[] {
    const preposition = this.tree.caseOf(index);
    const verb = governingVerb(this.tree, index);
    const goes = inClass('going', this.tree.token(verb).lemma);
    if (!AMID.test(preposition) && !(goes && preposition === 'for')) return [];
    const clause = frameOf(this.tree, verb);
    if (!clause) return [];
    return this.named(clause.passive ? clause.objects : clause.subjects, 'own').filter(({ actor }) => actor);
  }

  /** "is in Berlin for talks with": who is told to be somewhere. */
  private present({ index }: Frame): Party[] {
    const place = this.tree.head(index);
    if (place < 0 || !this.tree.has(place, 'cop') || !this.tree.has(place, 'case')) return [];
    if (!/^(?:for|at|in)$/.test(this.tree.caseOf(index))) return [];
    const subjects = this.tree.withRelation(place, 'nsubj').flatMap((i) => this.tree.joined(i));
    return this.named(subjects, 'own').filter(({ actor }) => actor);
  }

  /** An act on a territory is an act towards its state: "lifted a curfew in Montenegro", unless it is the actor's own. */
  private placeParties(frame: Frame, actors: readonly Party[]): Party[] {
    // "crossed the line in Gaza City, breaking the truce": a participle is where its clause is.
    const participle = this.tree.is(frame.index, 'advcl') && !frame.ownSubject && frame.pos === 'VERB';
    const clause = participle ? this.tree.head(frame.index) : frame.index;
    const { first, last } = this.tree.extent(
      clause,
      (child) =>
        this.tree.isAside(child) ||
        // "battles rebels even as envoys talk in Ankara": a clause with its own subject has a place of its own.
        (child !== frame.index && this.tree.is(child, 'advcl', 'ccomp') && this.tree.has(child, 'nsubj')),
    );
    const local = (index: number): boolean =>
      [0, 1, 2, 3].some((up) => this.isLocal(this.tree.ancestor(index, up)));
    const places = this.parties
      .placesIn(first, last)
      .filter(({ index, place }) => place.state && local(index));
    const place = places.find(({ place: p }) => p.reason.startsWith('state'))?.place ?? places[0]?.place;
    const actor = place?.state ? actorOfState(place.state) : undefined;
    const there = place && actor ? { actor, text: place.name, span: place.span } : this.placeOf(first, last);
    if (!there || actors.some((a) => a.actor?.code === there.actor!.code && !isInsurgent(a))) return [];
    return [there];
  }

  /** "in the Yemeni capital": a place that is told by whose it is. */
  private placeOf(first: number, last: number): Party | undefined {
    for (let i = first; i < last; i++) {
      if (!WHOSE_PLACE.test(this.tree.token(i).lemma) || !this.isLocal(i)) continue;
      const party = this.parties.partyAt(i, 'any');
      if (party?.actor?.kind === 'state') return party;
    }
    return undefined;
  }

  /** "in Lebanon", "south of Beirut". */
  private isLocal(index: number): boolean {
    if (index < 0 || this.tree.is(index, 'nsubj')) return false;
    const preposition = this.tree.caseOf(index);
    const head = this.tree.head(index);
    return (
      LOCATIVE.has(preposition) ||
      (preposition === 'of' && head >= 0 && COMPASS.test(this.tree.token(head).lower))
    );
  }

  /** "A rocket launched from Mali killed a villager": whoever holds the place that a weapon came from. */
  private actorsOfWeapon(frame: Frame): Party[] {
    return frame.subjects
      .filter((subject) => WEAPON_CLASSES.some((name) => inClass(name, this.tree.token(subject).lemma)))
      .flatMap((weapon) => this.tree.withRelation(weapon, 'acl'))
      .flatMap((sent) => this.tree.withRelation(sent, 'obl', 'obl:agent'))
      .filter((origin) => /^(?:from|by)$/.test(this.tree.caseOf(origin)))
      .flatMap((origin) => this.named([origin], 'own'))
      .filter((party) => party.actor);
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
    return this.named(said.subjects, 'own').filter(({ actor }) => actor);
  }

  /** "killed in an Israeli strike": whoever the strike is of did it. */
  private actorsOfAttack(frame: Frame): Party[] {
    for (const index of this.causesOf(frame)) {
      const attack = frameOf(this.tree, index);
      const by = attack ? obliquesBy(this.tree, attack, (preposition) => preposition === 'by') : [];
      const found = attack ? this.named([...attack.possessors, ...by], 'own').filter((p) => p.actor) : [];
      if (found.length > 0) return found;
    }
    return [];
  }

  /** The attacks in which somebody is hit, told with the verb or one joined to it: "two were killed and five injured in a raid". */
  private causesOf(frame: Frame): number[] {
    const attacks = ({ obliques }: Frame): number[] =>
      obliques
        .filter(
          ({ preposition, index }) =>
            CAUSE.has(preposition) && inClass('attack', this.tree.token(index).lemma),
        )
        .map(({ index }) => index);
    const own = attacks(frame);
    if (own.length > 0 || !frame.passive) return own;
    return this.tree.withRelation(frame.index, 'conj').flatMap((verb) => {
      const other = frameOf(this.tree, verb);
      return other?.passive ? attacks(other) : [];
    });
  }

  /** "A strike on Lebanon killed 19", "killed in a strike on Lebanon": whom the attack was on. */
  private recipientsOfAttack(frame: Frame): Party[] {
    const subjects = frame.subjects.filter((i) => inClass('attack', this.tree.token(i).lemma));
    for (const index of [...subjects, ...this.causesOf(frame)]) {
      const on =
        frameOf(this.tree, index)?.obliques.filter((o) => /^(?:on|against|at)$/.test(o.preposition)) ?? [];
      const found = this.named(
        on.map((o) => o.index),
        'any',
      ).filter((p) => p.actor);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** "targets Pokrovsk, killing three people": what a participle goes on to tell is done to whom its clause is. */
  private recipientsOfClause(frame: Frame, root: Root): Party[] {
    if (root !== 'ASSAULT' || frame.ownSubject || this.tree.token(frame.index).xpos !== 'VBG') return [];
    if (!this.tree.is(frame.index, 'advcl', 'conj') || this.tree.markOf(frame.index) !== '') return [];
    const clause = frameOf(this.tree, this.tree.head(frame.index));
    const told = clause && matchFrame(this.tree, clause);
    if (told?.reading.root !== 'ASSAULT') return [];
    return this.firstNamed(told.recipients, 'any').filter((p) => p.actor);
  }

  /**
   * "The army completed an operation that killed 40 rebels", "claimed responsibility for the bomb that killed ten", "tabled a bill
   * that would ban imports": whoever did or wrote it did what it does.
   */
  private actorsOfDeed(frame: Frame): Party[] {
    for (const subject of frame.subjects) {
      const { lemma } = this.tree.token(subject);
      const deed = inClass('attack', lemma) || inClass('weapons', lemma);
      if (!deed && !inClass('message', lemma)) continue;
      const claimed = this.tree.is(subject, 'nmod') ? this.tree.head(subject) : -1;
      const owned = claimed >= 0 && this.tree.token(claimed).lemma === 'responsibility' ? claimed : subject;
      const verb = this.tree.head(owned);
      if (verb < 0 || verb === frame.index || !this.tree.is(owned, 'obj')) continue;
      if (deed && inClass('weapons', lemma) && owned === subject) continue;
      const found = this.named(frameOf(this.tree, verb)?.subjects ?? [], 'own').filter((p) => p.actor);
      if (found.length > 0) return found;
    }
    return [];
  }

  private lentRecipients(frame: Frame, slots: readonly string[]): Party[] {
    const verb = this.tree.head(frame.index);
    if (verb < 0 || !isLight(this.tree, verb)) return [];
    const clause = frameOf(this.tree, verb);
    return clause
      ? this.named(
          clause.obliques.filter((o) => slots.includes(o.preposition)).map((o) => o.index),
          'any',
        )
      : [];
  }

  /** A state and its own government are no two parties; a government and its citizens are, and so is whom it jails. */
  private isOwnState(actors: readonly Party[], recipient: Party, root: Root): boolean {
    const domestic = (p: Party): boolean => p.actor!.sectors.some((s) => s !== 'GOV' && s !== 'MIL');
    if (!recipient.actor || domestic(recipient)) return false;
    if (root === 'COERCE' && recipient.actor.kind !== 'state' && recipient.actor.sectors.length > 0)
      return false;
    return actors.some((a) => a.actor?.code === recipient.actor!.code && !domestic(a));
  }
}

/** Several people of whom no words say of which state they are. */
const isCrowd = (mention: Mention | undefined): boolean =>
  mention !== undefined &&
  !mention.resolution.actor &&
  mention.resolution.candidates.some(({ sectors }) => sectors.includes('CVL'));

/** Of those killed in an attack of rebels the rebels among them are not whom it was aimed at. */
function spared(actors: readonly Party[], recipients: Party[]): Party[] {
  if (recipients.length < 2 || !actors.some(isInsurgent)) return recipients;
  const others = recipients.filter((r) => !isInsurgent(r));
  return others.length > 0 ? others : recipients;
}

/** "blamed each other", "each side accused the other". */
function isEachOther(tree: Tree, { objects, obliques, subjects }: Frame): boolean {
  const each = subjects.some((i) =>
    [i, ...tree.withRelation(i, 'det')].some((d) => tree.token(d).lower === 'each'),
  );
  return [...objects, ...obliques.map(({ index }) => index)].some((i) => {
    const before = i > 0 ? tree.token(i - 1).lower : '';
    const { lower } = tree.token(i);
    if (lower === 'another') return before === 'one';
    return lower === 'other' && (before === 'each' || (before === 'the' && each));
  });
}

/** What somebody does to themselves is no relation: "defended itself". */
function isOnSelf(tree: Tree, frame: Frame): boolean {
  return frame.objects.some((o) => /sel(?:f|ves)$/.test(tree.token(o).lower));
}

function same(a: Party, b: Party): boolean {
  return a.actor !== undefined && b.actor !== undefined && a.actor.id === b.actor.id;
}

function distinct(parties: readonly Party[]): Party[] {
  return parties.filter(
    (party, i) => party.actor && !parties.slice(0, i).some((earlier) => same(earlier, party)),
  );
}
