import type { Tree } from './tree.js';

/** A nominal that hangs from a predicate by a preposition. */
export interface Oblique {
  readonly preposition: string;
  readonly index: number;
}

/** What hangs from a predicate by a preposition, each of several that are joined by itself. */
export function obliquesOf(tree: Tree, index: number): Oblique[] {
  return tree
    .withRelation(index, 'obl', 'nmod')
    .filter(
      (child) =>
        !tree.is(child, 'nmod:poss', 'nmod:desc', 'obl:tmod', 'nmod:tmod', 'obl:unmarked', 'nmod:unmarked'),
    )
    .flatMap((child) => {
      const preposition = tree.caseOf(child);
      return tree.joined(child).map((i) => ({ preposition: tree.caseOf(i) || preposition, index: i }));
    });
}
