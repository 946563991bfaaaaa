import { type Frame, frameOf } from './frame.js';
import { inClass } from './lexicon.js';
import { matchFrame } from './match.js';
import type { Told } from './modality.js';
import { quadOf } from './ontology.js';
import { reporterOf } from './reported.js';
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

/** What an act becomes by how it is told, and which rule moved it. */
export interface Moved {
  readonly root: Root;
  readonly modality: Modality;
  readonly by?: string;
}

/** The root and the modality of an act by how it is told: refused, or still to come; `by` says which rule moved it. */
export function rootAsTold(
  tree: Tree,
  { root, frame, together }: { readonly root: Root; readonly frame: Frame; readonly together: boolean },
  modality: Modality,
  { refused, by }: Told,
): Moved {
  if (refused && quadOf(root) <= 2) return { root: 'REJECT', modality, by: `refused ${root} is REJECT` };
  const ahead = modality === 'planned' || modality === 'offered';
  const willed = by !== undefined && inClass('will', tree.token(by).lemma);
  const vowed = root === 'AGREE' && modality !== 'denied' && !together ? hostileDeed(tree, frame) : undefined;
  if (vowed)
    return { root: 'THREATEN', modality: 'threatened', by: `${vowed} that somebody vows is THREATEN` };
  const held = by === undefined ? '' : heldOut(tree, frame.index, by);
  if (modality === 'hypothetical' && held && HOSTILE_FUTURE[root]) {
    const threat = HOSTILE_FUTURE[root];
    return {
      root: threat,
      modality: held === 'would' ? 'threatened' : modality,
      by: `${root} held out is ${threat}`,
    };
  }
  const future = ahead ? (FUTURE[root] ?? (willed ? HOSTILE_FUTURE[root] : undefined)) : undefined;
  return future ? { root: future, modality, by: `future ${root} is ${future}` } : { root, modality };
}

/** The hostile root of what somebody vows, intends or is ready to do: "vowed to shell the town". */
function hostileDeed(tree: Tree, { pos, infinitives }: Frame): Root | undefined {
  if (pos === 'NOUN') return undefined;
  for (const index of infinitives) {
    const deed = frameOf(tree, index);
    const root = deed && matchFrame(tree, deed)?.reading.root;
    if (root && (HOSTILE_FUTURE[root] || root === 'THREATEN')) return root;
  }
  return undefined;
}

/** The modal by which somebody holds out a deed ("may expel", "said it would expel, if"), not what may have been; empty where none does. */
function heldOut(tree: Tree, deed: number, by: number): string {
  const word = tree.token(by).lower;
  const verb = tree.is(by, 'aux') ? tree.head(by) : by;
  if (tree.withRelation(verb, 'aux').some((aux) => tree.token(aux).lower === 'have')) return '';
  if (/^(?:may|might|could)$/.test(word)) return word;
  if (word !== 'would') return inClass('weighing', tree.token(by).lemma) ? word : '';
  // "a bill that would ban imports"
  const bill = tree.is(deed, 'acl:relcl') && inClass('message', tree.token(tree.head(deed)).lemma);
  return bill || reporterOf(tree, deed) >= 0 ? word : '';
}

/** What is agreed, asked or threatened is said, and not done: the modality is that of the deed. */
export function modalityOfDeed(root: Root, modality: Modality, { lemma, pos }: Frame): Modality {
  // "opened an embassy" offers nothing, "open to talks" does.
  const offered = inClass('offering', lemma) && (lemma !== 'open' || pos === 'ADJ');
  if (modality === 'planned' && root === 'AGREE' && offered) return 'offered';
  if ((modality === 'planned' || modality === 'offered') && root === 'THREATEN') return 'threatened';
  if (modality !== 'done') return modality;
  if (root === 'AGREE') return offered ? 'offered' : 'planned';
  return SAID[root] ?? 'done';
}

/** The modality of the deed where only words have been. */
const SAID: Partial<Record<Root, Modality>> = { REQUEST: 'demanded', THREATEN: 'threatened' };
