import { inClass } from './lexicon.js';
import type { Oblique } from './obliques.js';
import type { Tree } from './tree.js';

/** What somebody taken is called, behind the verb. */
const CAPTIVE = /^(?:hostage|captive|prisoner)$/;

/** Who does it: behind "by", which the tree may hang from a noun between ("held without charge by the Houthis"). */
export function agentsOf(
  tree: Tree,
  index: number,
  obliques: readonly Oblique[],
  passive: boolean,
): number[] {
  const own = obliques.filter((o) => o.preposition === 'by').map((o) => o.index);
  if (own.length > 0 || !passive) return own;
  return tree
    .withRelation(index, 'obl', 'obj')
    .flatMap((noun) => tree.withRelation(noun, 'nmod'))
    .filter((child) => tree.caseOf(child) === 'by' && !inClass('attack', tree.token(child).lemma));
}

/** A passive has a passive auxiliary or subject; a participle after its noun ("the treaty signed in May") is one too. */
export function isPassive(tree: Tree, index: number): boolean {
  const token = tree.token(index);
  if (tree.has(index, 'aux:pass')) return true;
  // "Kyiv called for sanctions": the tree takes the past for a participle and its subject for that of a passive.
  if (isCalling(tree, index)) return false;
  if (tree.has(index, 'nsubj:pass')) return token.xpos !== 'VBD';
  // "spoke by phone" has an agent for the parser only.
  if (tree.has(index, 'obl:agent') && !/^VB[DPZ]$/.test(token.xpos)) return true;
  if (token.xpos !== 'VBN' || tree.has(index, 'aux', 'nsubj')) {
    // "were singled out and shot by gunmen": a past and a participle may look the same.
    const like =
      token.xpos === 'VBN' || (token.xpos === 'VBD' && !tree.has(index, 'obj') && isDoneBy(tree, index));
    // "Three are killed and two others injured": the second subject is one of a passive, too.
    const alone = !tree.has(index, 'nsubj') || (token.xpos === 'VBN' && !tree.has(index, 'obj'));
    return (
      like && tree.is(index, 'conj') && alone && !tree.has(index, 'aux') && isPassive(tree, tree.head(index))
    );
  }
  // "two sailors taken hostage": the object only says as what.
  const objects = tree.withRelation(index, 'obj').filter((o) => !CAPTIVE.test(tree.token(o).lemma));
  return (
    tree.is(index, 'acl', 'advcl', 'conj') &&
    objects.length === 0 &&
    (!tree.is(index, 'conj') || isPassive(tree, tree.head(index)))
  );
}

/** A verb right before the preposition of whom or what it calls on or for, which makes no passive without an auxiliary. */
const isCalling = (tree: Tree, index: number): boolean =>
  inClass('calling', tree.token(index).lemma) &&
  /^(?:for|on|upon)$/.test(tree.document.tokens[index + 1]?.lower ?? '') &&
  !isDoneBy(tree, index);

const isDoneBy = (tree: Tree, index: number): boolean =>
  tree.withRelation(index, 'obl').some((child) => tree.caseOf(child) === 'by');
