import { actorOfState } from '../world/index.js';
import { isInsurgent } from './distinct.js';
import type { Frame } from './frame.js';
import { LOCATIVE, type Parties } from './parties.js';
import type { Tree } from './tree.js';
import type { Party } from './types.js';

/** What a place is a part of or lies beside, before "of". */
const COMPASS = /^(?:(?:north|south)?(?:east|west)|north|south|outskirts|suburb|part|area|region)s?$/;
/** Nouns of places that belong to a state. */
const WHOSE_PLACE =
  /^(?:capital|city|town|village|region|province|territory|district|airspace|soil|enclave|island|port)$/;
/** What joins a clause to another of the same place. */
const SAME_PLACE: ReadonlySet<string> = new Set(['after', 'when', 'as']);

/** Finds who holds the place where an act is done. */
export class Where {
  constructor(
    private readonly tree: Tree,
    private readonly parties: Parties,
  ) {}

  /** An act on a territory is an act towards its state: "lifted a curfew in Montenegro", unless it is the actor's own. */
  of(frame: Frame, actors: readonly Party[]): Party[] {
    const joined = this.tree.is(frame.index, 'advcl') && frame.pos === 'VERB';
    // "crossed the line in Gaza City, breaking the truce": a participle is where its clause is.
    const own = joined && !frame.ownSubject ? [] : this.placeIn(frame, frame.index, actors);
    if (own.length > 0 || !joined) return own;
    // "Four are injured in Kyiv after a Russian missile strikes a flat": what one clause tells is where the other is.
    const same = !frame.ownSubject || SAME_PLACE.has(this.tree.markOf(frame.index));
    return same ? this.placeIn(frame, this.tree.head(frame.index), actors) : [];
  }

  private placeIn(frame: Frame, clause: number, actors: readonly Party[]): Party[] {
    const { first, last } = this.tree.extent(
      clause,
      (child) =>
        this.tree.isAside(child) ||
        // "battles rebels even as envoys talk in Ankara": a clause with its own subject has a place of its own.
        (child !== frame.index && this.tree.is(child, 'advcl', 'ccomp') && this.tree.has(child, 'nsubj')),
    );
    const local = (index: number): boolean =>
      [0, 1, 2, 3].some((up) => isLocal(this.tree, this.tree.ancestor(index, up)));
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
      if (!WHOSE_PLACE.test(this.tree.token(i).lemma) || !isLocal(this.tree, i)) continue;
      const party = this.parties.partyAt(i, 'any');
      if (party?.actor?.kind === 'state') return party;
    }
    return undefined;
  }
}

/** "in Lebanon", "south of Beirut". */
export function isLocal(tree: Tree, index: number): boolean {
  if (index < 0 || tree.is(index, 'nsubj')) return false;
  const preposition = tree.caseOf(index);
  const head = tree.head(index);
  return (
    LOCATIVE.has(preposition) || (preposition === 'of' && head >= 0 && COMPASS.test(tree.token(head).lower))
  );
}
