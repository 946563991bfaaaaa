import type { Frame } from './frame.js';
import { inClass } from './lexicon.js';
import type { Tree } from './tree.js';
import type { Party } from './types.js';

/** "blamed each other", "each side accused the other". */
export function isEachOther(tree: Tree, { objects, obliques, subjects }: Frame): boolean {
  const each = subjects.some((i) =>
    [i, ...tree.withRelation(i, 'det')].some((d) => tree.token(d).lower === 'each'),
  );
  return [...objects, ...obliques.map(({ index }) => index)].some((i) => {
    const before = i > 0 ? tree.token(i - 1).lower : '';
    const { lower } = tree.token(i);
    if (lower === 'another') return before === 'one';
    return lower === 'other' && (before === 'each' || (before === 'the' && each));
  });
}

/** What somebody does to themselves is no relation: "defended itself". */
export function isOnSelf(tree: Tree, frame: Frame): boolean {
  return frame.objects.some((o) => /sel(?:f|ves)$/.test(tree.token(o).lower));
}

/** Whether a noun of what is done together names only with whom: "deals with Togo", not "deals between Togo and Mali". */
export function isWith(frame: Frame): boolean {
  return frame.pos === 'NOUN' && frame.obliques.some(({ preposition }) => preposition === 'with');
}

/** "Russia's war against Ukraine" has a direction, "the war between Mali and Togo" none. */
export function isAgainst(tree: Tree, frame: Frame, recipients: readonly Party[]): boolean {
  if (frame.pos !== 'NOUN' || recipients.length === 0 || !inClass('attack', frame.lemma)) return false;
  return (
    tree.has(frame.index, 'nmod:poss') &&
    frame.obliques.some(({ preposition }) => /^(?:against|on|in|of)$/.test(preposition))
  );
}
