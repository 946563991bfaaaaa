import { type Frame, frameOf } from './frame.js';
import { quadOf } from './ontology.js';
import { reporterOf } from './reported.js';
import type { Tree } from './tree.js';
import type { Root } from './types.js';

const AHEAD = /^(?:will|would|shall|'ll|’ll|may|might|could|to)$/;
const CONDITION = /^(?:if|unless|until|once|should)$/;

/**
 * Words for those whom a deed still to come is meant for, where its own words name nobody: who is told of it ("told Canberra that
 * it would tear up the accord"), and on whom a hostile one depends ("will stop the money unless Tunis stops the boats").
 */
export function addressedBy(tree: Tree, { index, pos }: Frame, root: Root): readonly (readonly number[])[] {
  if (pos !== 'VERB' || !tree.withRelation(index, 'aux').some((aux) => AHEAD.test(tree.token(aux).lower)))
    return [];
  const reporter = reporterOf(tree, index);
  const said = reporter < 0 ? undefined : frameOf(tree, reporter);
  const told = said && !said.passive ? [said.indirect, said.objects] : [];
  if (quadOf(root) < 3) return told;
  const conditions = [index, ...(reporter < 0 ? [] : [reporter])]
    .flatMap((verb) => tree.withRelation(verb, 'advcl'))
    .filter((clause) => CONDITION.test(tree.markOf(clause)));
  return [...told, conditions.flatMap((clause) => frameOf(tree, clause)?.subjects ?? [])];
}
