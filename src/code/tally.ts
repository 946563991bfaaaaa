import { isOwn, isSide, seenFrom, sideOf } from './side.js';
import type { Event, Party } from './types.js';

/** Sums up what speaks for each side as the other side of an act. */
export class Tally {
  readonly doer: string;
  /** Who acts, as they see themselves. */
  readonly doers: ReadonlySet<string>;
  readonly sums = new Map<string, number>();
  /** The parties by which earlier acts name the sides. */
  readonly partners = new Map<string, Party>();

  /** `home`: the actor's own people may be meant; `acts`: an earlier act is taken up, so that whoever did it may be. */
  constructor(
    { actors }: Event,
    private readonly home: boolean,
    private readonly acts: boolean,
  ) {
    this.doer = sideOf(actors[0]!);
    this.doers = new Set(actors.map((party) => this.seen(party)));
  }

  speak(other: string, weight: number): void {
    if (!other || this.doers.has(other) || !isSide(other) || (!this.home && isOwn(this.doer, other))) return;
    // A body of states is meant only by what it did.
    if (this.acts || !other.startsWith('org:')) this.sums.set(other, (this.sums.get(other) ?? 0) + weight);
  }

  /** The same for one side of an earlier act. */
  speakForAll(side: readonly Party[], weight: number): void {
    for (const party of side) {
      const known = this.seen(party);
      if (known && known !== this.doer && !this.partners.has(known)) this.partners.set(known, party);
    }
    for (const other of new Set(side.map((party) => this.seen(party)))) this.speak(other, weight);
  }

  /** The sides for which something speaks, those first for which most does. */
  ranked(): [side: string, sum: number][] {
    return [...this.sums].sort((a, b) => b[1] - a[1]);
  }

  /** The side of a party, as whoever acts sees it. */
  private seen(party: Party): string {
    return seenFrom(this.doer, sideOf(party));
  }
}
