import { contains, firstNotBefore, readTable } from '../base/index.js';
import type { Document } from '../language/index.js';
import { type Actor, actorOfState, type Mention } from '../world/index.js';
import { sentenceAt } from './tree.js';
import type { Event, Party, Root } from './types.js';

/** What an implied recipient takes from the confidence of an event. */
const TRUST = 0.6;
/** From which sum of what speaks for somebody on they are meant, and how far the next one must be behind. */
const ENOUGH = 1;
/** What the act just before speaks for whom it was done to. */
const GOING_ON = 0.9;
const AHEAD = 0.25;
/** Sentences after which what was told speaks no more. */
const REACH = 5;
/** Sentences back to an act that a noun takes up again, acts looked at for it, and acts that speak by themselves. */
const FAR = 10;
const MOST = 16;
const LAST = 8;
/** How many times somebody must be named for that to speak for them. */
const OFTEN = 2;
/** Acts that are mostly done towards the other side of a report; other deeds are done as often at home, towards nobody or a third. */
const TOWARDS_ANOTHER: ReadonlySet<Root> = new Set<Root>([
  'AGREE',
  'SUPPORT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'MOBILIZE',
  'SANCTION',
]);
/** Deeds of which only the last act between two tells that they go on with it. */
const CONTINUED: ReadonlySet<Root> = new Set<Root>(['RETREAT', 'AID', 'CONCEDE']);
/** Roots of which one actor after another may do the like: "Australia sent tents. New Zealand pledged money". */
const ALIKE: ReadonlySet<Root> = new Set<Root>(['AID', 'AGREE', 'SANCTION']);
/** What people at home say to each other. */
const AT_HOME: ReadonlySet<Root> = new Set<Root>([
  'ACCUSE',
  'REJECT',
  'SUPPORT',
  'REQUEST',
  'THREATEN',
  'AGREE',
]);
/** How much each thing speaks for somebody as the other side of an act. */
const SPEAKS = {
  meant: 2,
  dealt: 1.2,
  did: 1.2,
  like: 1.2,
  felt: 0.3,
  lead: 0.4,
  near: 0.3,
  often: 0.9,
} as const;
/** Words about what was told just before: whoever did that is meant. */
const REACTIONS: ReadonlySet<Root> = new Set<Root>(['ACCUSE', 'REJECT', 'SUPPORT', 'REQUEST', 'THREATEN']);

/**
 * Gives an act that names no recipient the one it is done to by what was told before: with whom the actor last dealt ("Riga
 * expelled two Belarusians. It also closed the crossing"), whoever did what it speaks of ("Rome and Tunis signed a pact. Algeria
 * condemned the deal"), who is named most beside the actor. The reason points to where that side was last named. An act that
 * `needs` a recipient and gets none is left out. Linear in events and mentions.
 */
export function withImplied(
  events: readonly Event[],
  mentions: readonly Mention[],
  document: Document,
  lacking: (event: Event) => Lacking | undefined,
): Event[] {
  let context: Context | undefined;
  const told: Event[] = [];
  const out = new Map<Event, Event>();
  for (const event of [...events].sort((a, b) => a.trigger.start - b.trigger.start)) {
    const lacks = lacking(event);
    let whole = event;
    if (
      lacks &&
      !lacks.named &&
      !lacks.aside &&
      mayLack(event) &&
      (lacks.finite || !CONTINUED.has(event.root))
    ) {
      context ??= new Context(mentions, document);
      whole = completed(event, context.otherSide(event, told, lacks));
    }
    if (whole.recipients.length === 0 && lacks?.needs) continue;
    told.push(whole);
    out.set(event, whole);
  }
  return events.flatMap((event) => out.get(event) ?? []);
}

/** What is known of an act that names no recipient. */
export interface Lacking {
  /** It tells nothing unless somebody is found to whom it is done. */
  readonly needs: boolean;
  /** It names somebody of its own to whom it is done, though not who that is, or no other side. */
  readonly named: boolean;
  /** It is done to somebody of the actor's own: "ordered his minister". */
  readonly atHome: boolean;
  /** It is told by a noun, an adjective or a participle, which seldom have another side. */
  readonly aside: boolean;
  /** It is told by a verb with tense: "it would", "they threatened". */
  readonly finite: boolean;
  /** Lemmas of the nouns that it is about: "rejected the *demand*". */
  readonly about: readonly string[];
  /** Those of them that are neither a part of its predicate nor somebody: "evacuated 80 *homes*". */
  readonly own: readonly string[];
}

let resumptive: Map<string, ReadonlySet<string>> | undefined;

/** The roots of the acts that a noun may take up again ("the deal", "the attack"); `*` for any. */
function takenUp(noun: string): ReadonlySet<string> | undefined {
  resumptive ??= new Map(
    readTable('plover/resumptive.tsv').map((row) => [row.noun!, new Set(row.roots!.split(','))]),
  );
  return resumptive.get(noun);
}

/** Two whom one phrase names: "both countries". */
export const areBoth = (parties: readonly Party[]): boolean =>
  parties.length === 2 && parties[0]!.span.start === parties[1]!.span.start;

/** Known actors, towards nobody named, in an act that is mostly done towards somebody. */
function mayLack({ actors, recipients, reciprocal, root, reasons }: Event): boolean {
  if (reciprocal || recipients.length > 0 || !actors.every(({ actor }) => actor?.code)) return false;
  // "Both leaders agreed": with each other.
  if (root === 'AGREE' && new Set(actors.map(({ actor }) => actor!.code)).size > 1) return false;
  if (areBoth(actors)) return false;
  const may = TOWARDS_ANOTHER.has(root) || CONTINUED.has(root);
  return may && !reasons[0]!.rule.startsWith('learned');
}

function completed(event: Event, recipients: readonly Party[]): Event {
  if (recipients.length === 0) return event;
  return {
    ...event,
    recipients,
    confidence: Math.round(100 * event.confidence * TRUST) / 100,
    reasons: [
      ...event.reasons,
      { rule: 'recipient implied by what was told before', span: recipients[0]!.span },
    ],
  };
}

/** Who fights their state, and who are its people and no office of it. */
const ARMED: ReadonlySet<string> = new Set(['REB', 'UAF', 'PRM']);
const PEOPLE: ReadonlySet<string> = new Set(['CVL', 'LAB', 'OPP', 'EDU', 'HLH', 'AGR', 'REL', 'SOC', 'BUS']);

/** By what a side is known: its state with what it is there, or the id of a body of several states. */
function sideOf({ actor }: { readonly actor?: Actor }): string {
  if (!actor?.code) return '';
  if (actor.kind === 'organization' && actor.sectors.includes('IGO')) return actor.id;
  const part = (sectors: ReadonlySet<string>): boolean => actor.sectors.some((sector) => sectors.has(sector));
  if (actor.kind === 'group' || part(ARMED)) return `${actor.code} armed`;
  return part(PEOPLE) ? `${actor.code} people` : actor.code;
}

/** A side as whoever acts sees it: the people of another state count with it. */
function seenFrom(doer: string, side: string): string {
  const state = side.replace(/ people$/, '');
  return state === doer.split(' ')[0] ? side : state;
}

/** Whether two sides are a state and its people; those who fight it are none of its own. */
const isOwn = (doer: string, other: string): boolean =>
  !other.endsWith(' armed') && !doer.endsWith(' armed') && doer.split(' ')[0] === other.split(' ')[0];

/** Whether a side is a state, armed people, or a body of states. */
const isSide = (side: string): boolean => actorOfState(side.split(' ')[0]!) !== undefined || isBody(side);
const isBody = (side: string): boolean => side.startsWith('org:') || side.endsWith(' armed');

/** Whether two acts are of a kind that several do to one. */
const isAlike = (act: Event, { root }: Event): boolean =>
  act.recipients.length > 0 &&
  !act.reciprocal &&
  ALIKE.has(root) &&
  (act.root === root || (act.root === 'AID' && root === 'AGREE'));

/** Whether an earlier act of somebody else is what the nouns of a later one take up. */
function isAbout(
  { root, actors, recipients, reciprocal }: Event,
  about: readonly string[],
  doer: string,
  home: boolean,
): boolean {
  const doers = reciprocal ? [...actors, ...recipients] : actors;
  if (!doers.some((p) => sideOf(p) && sideOf(p) !== doer && (home || !isOwn(doer, sideOf(p))))) return false;
  return about.some((noun) => {
    const roots = takenUp(noun);
    return roots?.has(root) || roots?.has('*');
  });
}

/** Whom a report names and tells of, and where. */
class Context {
  private readonly bySide = new Map<string, Mention[]>();
  private readonly counts = new Map<string, number>();
  private readonly lead = new Set<string>();
  private all = 0;

  constructor(
    mentions: readonly Mention[],
    private readonly document: Document,
  ) {
    for (const mention of mentions) {
      const side = sideOf(mention.resolution);
      if (!side) continue;
      const list = this.bySide.get(side);
      if (list) list.push(mention);
      else this.bySide.set(side, [mention]);
      if (mention.sentence < 3) this.lead.add(side);
      if (mention.inside !== undefined || mention.form === 'pronoun') continue;
      this.counts.set(side, (this.counts.get(side) ?? 0) + 1);
      this.all++;
    }
  }

  /** Who stands on the other side of an act; nobody where no one or more than one may be meant. */
  otherSide(event: Event, before: readonly Event[], lacking: Lacking): Party[] {
    const abroad = this.side(event, before, lacking, false);
    return abroad ?? (AT_HOME.has(event.root) ? this.side(event, before, lacking, true) : undefined) ?? [];
  }

  /** The same, with the people of the actor's own state or without; undefined where nothing speaks for anybody. */
  private side(
    event: Event,
    before: readonly Event[],
    { about, own }: Lacking,
    home: boolean,
  ): Party[] | undefined {
    const doer = sideOf(event.actors[0]!);
    const seen = (side: string): string => seenFrom(doer, side);
    const doers = new Set(event.actors.map(sideOf).map(seen));
    const at = this.sentenceAt(event.trigger.start);
    const sums = new Map<string, number>();
    const partners = new Map<string, Party>();
    const recent = before.slice(-MOST).reverse();
    const meant = recent.findIndex(
      (act) => at - this.sentenceAt(act.trigger.start) <= FAR && isAbout(act, about, doer, home),
    );
    const speak = (other: string, weight: number): void => {
      if (!other || doers.has(other) || !isSide(other) || (!home && isOwn(doer, other))) return;
      // A body of states is meant only by what it did.
      if (meant >= 0 || !other.startsWith('org:')) sums.set(other, (sums.get(other) ?? 0) + weight);
    };
    recent.forEach((act, back) => {
      const distance = at - this.sentenceAt(act.trigger.start);
      if (back !== meant && (distance > REACH || back >= LAST)) return;
      const fading = 0.8 ** Math.max(distance, back);
      const close = meant < 0 && (back === 0 || distance < 2);
      const sides: [readonly Party[], number][] =
        back === meant
          ? [[act.reciprocal ? [...act.actors, ...act.recipients] : act.actors, SPEAKS.meant / fading]]
          : this.partners(act, event, doer, close);
      for (const [side, weight] of sides) {
        for (const party of side) {
          const known = seen(sideOf(party));
          if (known && known !== doer && !partners.has(known)) partners.set(known, party);
        }
        for (const other of new Set(side.map(sideOf).map(seen))) speak(other, weight * fading);
      }
    });
    const continued = CONTINUED.has(event.root);
    if (!continued) this.hearOften(event, doer, at, sums, speak);
    const ranked = [...sums].sort((a, b) => b[1] - a[1]);
    const [best, next] = ranked;
    // "evacuated 80 homes": the act says itself to what it is done.
    if (own.length > 0 && !continued && !own.some((noun) => takenUp(noun))) return [];
    if (!best || best[1] < (continued ? GOING_ON : ENOUGH)) return undefined;
    // "supported the secretary-general's plan for Cyprus": it speaks of somebody else.
    if (meant < 0 && this.namesAnother(event, doers, best[0])) return [];
    // "Rome and Tunis signed a pact. Algeria condemned the deal": both, whoever of them is named more.
    const level = next && (best[1] - next[1] < 1e-9 || (meant >= 0 && next[1] >= SPEAKS.meant));
    const both = level && partners.has(best[0]) && partners.has(next[0]);
    if (next && !both && best[1] - next[1] < AHEAD) return [];
    return [best, ...(both ? [next!] : [])].flatMap(([other]) => this.party(other, event, partners));
  }

  /** What speaks for whoever is named often, first, or just now. At home, and for bodies, only acts speak. */
  private hearOften(
    event: Event,
    doer: string,
    at: number,
    sums: ReadonlyMap<string, number>,
    speak: (other: string, weight: number) => void,
  ): void {
    const others = this.all - (this.counts.get(doer) ?? 0);
    const counts = new Map<string, number>();
    for (const [side, count] of this.counts) {
      const other = seenFrom(doer, side);
      counts.set(other, (counts.get(other) ?? 0) + count);
    }
    for (const [other, count] of counts) {
      if (other === doer) continue;
      const home = other.split(' ')[0] === doer.split(' ')[0];
      if ((home || isBody(other)) && !sums.has(other)) continue;
      if (count >= OFTEN) speak(other, (SPEAKS.often * count) / others);
      if (count >= OFTEN && this.lead.has(other)) speak(other, SPEAKS.lead);
      const last = this.lastBefore(other, event.trigger.start);
      if (last && at - last.sentence < 2) speak(other, SPEAKS.near);
    }
  }

  /** Whether the clause of an act names somebody who is neither who does it nor the other side. */
  private namesAnother({ evidence: [clause] }: Event, doers: ReadonlySet<string>, other: string): boolean {
    const state = (side: string): string => side.split(' ')[0]!;
    const known = new Set([other, ...doers].map(state));
    for (const [side, named] of this.bySide) {
      if (known.has(state(side))) continue;
      if (named.some((mention) => mention.form !== 'pronoun' && contains(clause!, mention))) return true;
    }
    return false;
  }

  private party(side: string, event: Event, partners: ReadonlyMap<string, Party>): Party[] {
    const last = this.lastBefore(side, event.trigger.start);
    const known = partners.get(side);
    if (known) return [known];
    if (!last) return [];
    const { text, start, end, resolution } = last;
    return [{ actor: resolution.actor!, text, span: { start, end } }];
  }

  /** The sides of an earlier act that may be meant, and how much speaks for each. */
  private partners(act: Event, event: Event, doer: string, close: boolean): [readonly Party[], number][] {
    if (act.modality === 'hypothetical' || act.modality === 'denied') return [];
    const both = [...act.actors, ...act.recipients];
    const plain = (side: string): string => side.replace(/ people$/, '');
    const exactly = both.some((p) => sideOf(p) === doer);
    // An office deals for its people, and they for it.
    const has = (side: readonly Party[]): boolean =>
      side.some((p) => (exactly ? sideOf(p) === doer : plain(sideOf(p)) === plain(doer)));
    if (has(both)) {
      if (act.reciprocal) return [[both, SPEAKS.dealt]];
      return [[has(act.actors) ? act.recipients : act.actors, SPEAKS.dealt]];
    }
    if (close && isAlike(act, event)) return [[act.recipients, SPEAKS.like]];
    if (!REACTIONS.has(event.root) || !close) return [];
    return act.reciprocal
      ? [[both, SPEAKS.did]]
      : [
          [act.actors, SPEAKS.did],
          [act.recipients, SPEAKS.felt],
        ];
  }

  private lastBefore(side: string, offset: number): Mention | undefined {
    const named = this.bySide.get(side) ?? [];
    return named[firstNotBefore(0, named.length, (i) => named[i]!.start < offset) - 1];
  }

  private sentenceAt(offset: number): number {
    return sentenceAt(this.document, offset);
  }
}
