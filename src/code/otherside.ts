import { contains, firstNotBefore } from '../base/index.js';
import type { Document } from '../language/index.js';
import type { Mention } from '../world/index.js';
import { ACTS_SPEAK, doersOf, isAbout, partnersIn, takenUp } from './earlier.js';
import { CONTINUED, type Lacking } from './lacking.js';
import { isBody, seenFrom, sideOf } from './side.js';
import { Tally } from './tally.js';
import { sentenceAt } from './tree.js';
import type { Event, Party, Root } from './types.js';

/** From which sum of what speaks for somebody on they are meant, and how far the next one must be behind. */
const ENOUGH = 1;
const AHEAD = 0.25;
/** The same sum where somebody goes on with what they did: what the act just before speaks for whom it was done to. */
const GOING_ON = 0.9;
/** Sentences after which what was told speaks no more. */
const REACH = 5;
/** Sentences back to an act that a noun takes up again, acts looked at for it, and acts that speak by themselves. */
const FAR = 10;
const MOST = 16;
const LAST = 8;
/** How many times somebody must be named for that to speak for them. */
const OFTEN = 2;
/** What people at home say to each other. */
const AT_HOME: ReadonlySet<Root> = new Set<Root>([
  'ACCUSE',
  'REJECT',
  'SUPPORT',
  'REQUEST',
  'THREATEN',
  'AGREE',
]);
/** How much it speaks for somebody as the other side of an act where they are named. */
const NAMES_SPEAK = { lead: 0.4, near: 0.3, often: 0.9 } as const;

/** Whom a report names and tells of, and where. */
export class Context {
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
    const recent = before.slice(-MOST).reverse();
    const meant = recent.findIndex(
      (act) => this.distance(act, event) <= FAR && isAbout(act, about, doer, home),
    );
    const tally = new Tally(event, home, meant >= 0);
    this.hearActs(event, recent, meant, tally);
    const continued = CONTINUED.has(event.root);
    if (!continued) this.hearOften(event, tally);
    // "evacuated 80 homes": the act says itself to what it is done.
    if (own.length > 0 && !continued && !own.some((noun) => takenUp(noun))) return [];
    return this.chosen(event, tally, meant >= 0, continued ? GOING_ON : ENOUGH);
  }

  /** What the acts told before speak for, the last one first. `meant`: the place of the one that is taken up, or -1. */
  private hearActs(event: Event, recent: readonly Event[], meant: number, tally: Tally): void {
    recent.forEach((act, back) => {
      const distance = this.distance(act, event);
      if (back === meant) tally.speakForAll(doersOf(act), ACTS_SPEAK.meant);
      if (back === meant || distance > REACH || back >= LAST) return;
      const fading = 0.8 ** Math.max(distance, back);
      const close = meant < 0 && (back === 0 || distance < 2);
      for (const [side, weight] of partnersIn(act, event, tally.doer, close))
        tally.speakForAll(side, weight * fading);
    });
  }

  /** What speaks for whoever is named often, first, or just now. At home, and for bodies, only acts speak. */
  private hearOften(event: Event, tally: Tally): void {
    const { doer, sums } = tally;
    const at = this.sentenceAt(event.trigger.start);
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
      if (count >= OFTEN) tally.speak(other, (NAMES_SPEAK.often * count) / others);
      if (count >= OFTEN && this.lead.has(other)) tally.speak(other, NAMES_SPEAK.lead);
      const last = this.lastBefore(other, event.trigger.start);
      if (last && at - last.sentence < 2) tally.speak(other, NAMES_SPEAK.near);
    }
  }

  /** Whoever is ahead of the others, by `enough`; undefined where nobody has that much. `about`: an earlier act is taken up. */
  private chosen(event: Event, tally: Tally, about: boolean, enough: number): Party[] | undefined {
    const { doers, partners } = tally;
    const [best, next] = tally.ranked();
    if (!best || best[1] < enough) return undefined;
    // "supported the secretary-general's plan for Cyprus": it speaks of somebody else.
    if (!about && this.namesAnother(event, doers, best[0])) return [];
    // "Rome and Tunis signed a pact. Algeria condemned the deal": both, whoever of them is named more.
    const level = next && (best[1] - next[1] < 1e-9 || (about && next[1] >= ACTS_SPEAK.meant));
    const both = level && partners.has(best[0]) && partners.has(next[0]);
    if (next && !both && best[1] - next[1] < AHEAD) return [];
    return [best, ...(both ? [next] : [])].flatMap(([other]) => this.party(other, event, partners));
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

  private lastBefore(side: string, offset: number): Mention | undefined {
    const named = this.bySide.get(side) ?? [];
    return named[firstNotBefore(0, named.length, (i) => named[i]!.start < offset) - 1];
  }

  /** Sentences from an earlier act to a later one. */
  private distance(earlier: Event, later: Event): number {
    return this.sentenceAt(later.trigger.start) - this.sentenceAt(earlier.trigger.start);
  }

  private sentenceAt(offset: number): number {
    return sentenceAt(this.document, offset);
  }
}
