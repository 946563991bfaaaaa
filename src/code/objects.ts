import type { Tree } from './tree.js';

/** To whom something is given, and what: of two objects the first, even where the tree calls both the same. */
export function givenTo(tree: Tree, index: number): [indirect: number[], objects: number[]] {
  const indirect = tree.withRelation(index, 'iobj');
  const objects = tree.withRelation(index, 'obj');
  const [first, second] = objects;
  if (indirect.length > 0 || second === undefined || first! < index) return [indirect, objects];
  // "accused Kabul of sheltering them, a charge it denies": no second object.
  if (tree.document.tokens.slice(first, second).some(({ text }) => text === ',')) return [indirect, objects];
  return [[first!], objects.slice(1)];
}

/** What somebody is declared, where the tree has no other object: "declared the consul persona non grata". */
export function calledWhat(tree: Tree, index: number): number[] {
  if (
    !/^(?:declare|name|label|brand|designate|proclaim)$/.test(tree.token(index).lemma) ||
    tree.has(index, 'obj')
  )
    return [];
  return tree
    .withRelation(index, 'xcomp')
    .filter(
      (child) =>
        child > index && /^(?:NOUN|PROPN)$/.test(tree.token(child).pos) && !tree.has(child, 'mark', 'case'),
    );
}

/** The verb whose object a verb without one shares: "boarded and towed away a boat", "arrested and deported them". */
export function sharing(tree: Tree, index: number): number {
  if (tree.has(index, 'obj', 'iobj', 'obl', 'ccomp', 'xcomp', 'advcl')) return index;
  const next = tree.withRelation(index, 'conj').find((other) => tree.token(other).pos === 'VERB');
  if (
    next === undefined ||
    tree.has(next, 'nsubj', 'aux:pass', 'aux') ||
    tree.token(next).xpos !== tree.token(index).xpos
  )
    return index;
  const between = tree.document.tokens.slice(index + 1, next);
  return between.every(({ pos }) => pos === 'CCONJ' || pos === 'ADV' || pos === 'ADP') ? next : index;
}
