import type { Tree } from './tree.js';

/** "accused Serbia of massing troops": the tree may hang the gerund from the verb or from its object. */
export function gerundsOf(tree: Tree, index: number): number[] {
  return [...tree.withRelation(index, 'advcl', 'xcomp'), ...ofObjects(tree, index)].filter(
    (i) => tree.token(i).xpos === 'VBG',
  );
}

/** Infinitives of purpose: "sent troops to help". */
export function purpose(tree: Tree, index: number): number[] {
  return [...tree.withRelation(index, 'advcl'), ...ofObjects(tree, index)];
}

/** The clauses that hang from the objects of a verb. */
const ofObjects = (tree: Tree, index: number): number[] =>
  tree.withRelation(index, 'obj').flatMap((object) => tree.withRelation(object, 'acl'));

/** "cited deployments to support Russia": the tree may hang the infinitive from the verb, the words from the noun. */
export function following(tree: Tree, index: number): number[] {
  const head = tree.head(index);
  if (head < 0 || !tree.is(index, 'obj', 'obl')) return [];
  return tree.withRelation(head, 'advcl', 'xcomp').filter((i) => tree.extent(i).first === index + 1);
}
