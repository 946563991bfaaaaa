import { readTable } from '../base/index.js';
import { isOwn, sideOf } from './side.js';
import type { Event, Party, Root } from './types.js';

/** Roots of which one actor after another may do the like: "Australia sent tents. New Zealand pledged money". */
const ALIKE: ReadonlySet<Root> = new Set<Root>(['AID', 'AGREE', 'SANCTION']);
/** Words about what was told just before: whoever did that is meant. */
const REACTIONS: ReadonlySet<Root> = new Set<Root>(['ACCUSE', 'REJECT', 'SUPPORT', 'REQUEST', 'THREATEN']);
/** How much each thing that an earlier act tells speaks for somebody as the other side of a later one. */
export const ACTS_SPEAK = { meant: 2, dealt: 1.2, did: 1.2, like: 1.2, felt: 0.3 } as const;

let resumptive: Map<string, ReadonlySet<string>> | undefined;

/** The roots of the acts that a noun may take up again ("the deal", "the attack"); `*` for any. */
export function takenUp(noun: string): ReadonlySet<string> | undefined {
  resumptive ??= new Map(
    readTable('plover/resumptive.tsv').map((row) => [row.noun!, new Set(row.roots!.split(','))]),
  );
  return resumptive.get(noun);
}

/** Whether an earlier act of somebody else is what the nouns of a later one take up. */
export function isAbout(act: Event, about: readonly string[], doer: string, home: boolean): boolean {
  const other = (party: Party): boolean => {
    const side = sideOf(party);
    return side !== '' && side !== doer && (home || !isOwn(doer, side));
  };
  if (!doersOf(act).some(other)) return false;
  return about.some((noun) => {
    const roots = takenUp(noun);
    return roots?.has(act.root) || roots?.has('*');
  });
}

/** Who did an act: both sides of what is done to each other. */
export const doersOf = ({ reciprocal, actors, recipients }: Event): readonly Party[] =>
  reciprocal ? [...actors, ...recipients] : actors;

/** Parties of one side of an earlier act, and how much speaks for them. */
export type Partners = readonly [side: readonly Party[], weight: number];

/** The sides of an earlier act that may be meant, and how much speaks for each. `close`: it was told just before. */
export function partnersIn(act: Event, event: Event, doer: string, close: boolean): Partners[] {
  if (act.modality === 'hypothetical' || act.modality === 'denied') return [];
  const both = [...act.actors, ...act.recipients];
  const plain = (side: string): string => side.replace(/ people$/, '');
  const exactly = both.some((p) => sideOf(p) === doer);
  // An office deals for its people, and they for it.
  const has = (side: readonly Party[]): boolean =>
    side.some((p) => (exactly ? sideOf(p) === doer : plain(sideOf(p)) === plain(doer)));
  if (has(both)) {
    if (act.reciprocal) return [[both, ACTS_SPEAK.dealt]];
    return [[has(act.actors) ? act.recipients : act.actors, ACTS_SPEAK.dealt]];
  }
  if (close && isAlike(act, event)) return [[act.recipients, ACTS_SPEAK.like]];
  if (!REACTIONS.has(event.root) || !close) return [];
  return act.reciprocal
    ? [[both, ACTS_SPEAK.did]]
    : [
        [act.actors, ACTS_SPEAK.did],
        [act.recipients, ACTS_SPEAK.felt],
      ];
}

/** Whether two acts are of a kind that several do to one. */
const isAlike = (act: Event, { root }: Event): boolean =>
  act.recipients.length > 0 &&
  !act.reciprocal &&
  ALIKE.has(root) &&
  (act.root === root || (act.root === 'AID' && root === 'AGREE'));
