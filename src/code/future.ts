import type { Frame } from './frame.js';
import { inClass } from './lexicon.js';
import type { Told } from './modality.js';
import { quadOf } from './ontology.js';
import type { Tree } from './tree.js';
import type { Modality, Root } from './types.js';

/** Cooperation told in the future is an AGREE, a future retreat a CONCEDE (PLOVER manual, AGREE and RETREAT). */
const FUTURE: Partial<Record<Root, Root>> = {
  CONSULT: 'AGREE',
  SUPPORT: 'AGREE',
  COOPERATE: 'AGREE',
  AID: 'AGREE',
  RETREAT: 'CONCEDE',
};

/** A hostile act that its own actor says is to come is a THREATEN: a root and an auxiliary mode make one category. */
const HOSTILE_FUTURE: Partial<Record<Root, Root>> = {
  PROTEST: 'THREATEN',
  SANCTION: 'THREATEN',
  COERCE: 'THREATEN',
  ASSAULT: 'THREATEN',
};

/** The root of an act by how it is told: refused, or still to come; `by` says which rule moved it. */
export function rootAsTold(
  tree: Tree,
  root: Root,
  modality: Modality,
  { refused, by }: Told,
): { root: Root; by?: string } {
  if (refused && quadOf(root) <= 2) return { root: 'REJECT', by: `refused ${root} is REJECT` };
  const ahead = modality === 'planned' || modality === 'offered';
  const willed = by !== undefined && inClass('will', tree.token(by).lemma);
  const future = ahead ? (FUTURE[root] ?? (willed ? HOSTILE_FUTURE[root] : undefined)) : undefined;
  return future ? { root: future, by: `future ${root} is ${future}` } : { root };
}

/** What is agreed, asked or threatened is said, and not done: the modality is that of the deed. */
export function modalityOfDeed(root: Root, modality: Modality, { lemma, pos }: Frame): Modality {
  // "opened an embassy" offers nothing, "open to talks" does.
  const offered = inClass('offering', lemma) && (lemma !== 'open' || pos === 'ADJ');
  if (modality === 'planned' && root === 'AGREE' && offered) return 'offered';
  if (modality === 'planned' && root === 'THREATEN') return 'threatened';
  if (modality !== 'done') return modality;
  if (root === 'AGREE') return offered ? 'offered' : 'planned';
  return SAID[root] ?? 'done';
}

/** The modality of the deed where only words have been. */
const SAID: Partial<Record<Root, Modality>> = { REQUEST: 'demanded', THREATEN: 'threatened' };
