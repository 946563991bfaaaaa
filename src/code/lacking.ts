import type { Event, Party, Root } from './types.js';

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
export const CONTINUED: ReadonlySet<Root> = new Set<Root>(['RETREAT', 'AID', 'CONCEDE']);

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

/** Two whom one phrase names: "both countries". */
export const areBoth = (parties: readonly Party[]): boolean =>
  parties.length === 2 && parties[0]!.span.start === parties[1]!.span.start;

/** Known actors, towards nobody named, in an act that is mostly done towards somebody. */
export function mayLack({ actors, recipients, reciprocal, root, reasons }: Event): boolean {
  if (reciprocal || recipients.length > 0 || !actors.every(({ actor }) => actor?.code)) return false;
  // "Both leaders agreed": with each other.
  if (root === 'AGREE' && new Set(actors.map(({ actor }) => actor!.code)).size > 1) return false;
  if (areBoth(actors)) return false;
  const may = TOWARDS_ANOTHER.has(root) || CONTINUED.has(root);
  return may && !reasons[0]!.rule.startsWith('learned');
}
