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
  if (root === 'REJECT' && modality === 'denied' && isLeftOpen(tree, frame))
    return { root: 'THREATEN', modality: 'threatened', by: 'what is not ruled out is THREATEN' };
  if (root === 'REQUEST' && /^(?:done|demanded)$/.test(modality) && isUltimatum(tree, frame))
    return { root: 'THREATEN', modality: 'threatened', by: 'a demand with "or" is THREATEN' };
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

/** Words against somebody, which are no agreement when somebody vows or means to say them. */
const WORDS_AGAINST: ReadonlySet<Root> = new Set<Root>(['THREATEN', 'ACCUSE', 'REJECT']);

/** The hostile root of what somebody vows, intends or is ready to do: "vowed to shell the town". */
function hostileDeed(tree: Tree, { pos, infinitives }: Frame): Root | undefined {
  if (pos === 'NOUN') return undefined;
  for (const index of infinitives) {
    const deed = frameOf(tree, index);
    const root = deed && matchFrame(tree, deed)?.reading.root;
    if (root && (HOSTILE_FUTURE[root] || WORDS_AGAINST.has(root))) return root;
  }
  return undefined;
}

/** "told Paris to leave or bear the consequences". */
function isUltimatum(tree: Tree, { index, infinitives, clauses }: Frame): boolean {
  return [index, ...infinitives, ...clauses].some((deed) =>
    tree.withRelation(deed, 'conj').some((other) => {
      if (!tree.withRelation(other, 'cc').some((word) => tree.token(word).lower === 'or')) return false;
      const { lemma, xpos } = tree.token(other);
      return (
        inClass('suffering', lemma) ||
        inClass('regretting', lemma) ||
        (xpos === 'VBN' && inClass('punishing', lemma))
      );
    }),
  );
}

/** "did not rule out force": the force, if it is some. */
function isLeftOpen(tree: Tree, { lemma, objects, gerunds }: Frame): boolean {
  if (!inClass('excluding', lemma)) return false;
  return [...objects, ...gerunds].some((thing) => {
    const deed = frameOf(tree, thing);
    const root = deed && matchFrame(tree, deed)?.reading.root;
    return inClass('punishment', tree.token(thing).lemma) || (root !== undefined && root in HOSTILE_FUTURE);
  });
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
  return bill || reporterOf(tree, deed) >= 0 || reporterOf(tree, verb) >= 0 ? word : '';
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
