import type { Frame } from './frame.js';
import { inClass } from './lexicon.js';
import type { Oblique } from './obliques.js';
import type { Tree } from './tree.js';

/** The prepositional phrases of a predicate, and those of what hangs from it that may be its own. */
interface Phrases {
  readonly ofObjects: readonly Oblique[];
  readonly ofObliques: readonly Oblique[];
}

const phrased = new WeakMap<Frame, Phrases>();

/** Prepositional phrases of a predicate, also those the tree hangs from its object ("impose sanctions on"). */
export function obliquesBy(tree: Tree, frame: Frame, test: (preposition: string) => boolean): number[] {
  const own = fitting(frame.obliques, test);
  if (frame.pos === 'NOUN' && (own.length > 0 || test('of'))) return own;
  let phrases = phrased.get(frame);
  if (!phrases) {
    phrases = phrasesBelow(tree, frame);
    phrased.set(frame, phrases);
  }
  const ofObjects = fitting(phrases.ofObjects, test);
  if (own.length + ofObjects.length > 0) return [...own, ...ofObjects];
  // "lodged a complaint with the Council against Israel": the second phrase may hang from the first, too.
  const deeper = test('against')
    ? phrases.ofObjects.flatMap(({ index }) => fitting(phrasesOf(tree, index), test))
    : [];
  return deeper.length > 0 ? deeper : fitting(phrases.ofObliques, test);
}

function phrasesBelow(tree: Tree, { pos, lemma, objects, obliques }: Frame): Phrases {
  if (pos === 'NOUN') {
    // "the arrest of two editors by Togo's police", "an attack on a post by rebels": the tree hangs the second phrase from the first.
    const below = obliques.flatMap(({ preposition, index }) =>
      phrasesOf(tree, index).filter(
        (phrase) => preposition === 'of' || (phrase.preposition === 'by' && inClass('attack', lemma)),
      ),
    );
    return { ofObjects: [], ofObliques: below };
  }
  return {
    ofObjects: objects.flatMap((i) => [i, ...contentOf(tree, i)]).flatMap((i) => phrasesOf(tree, i)),
    // "spoke by telephone with": the tree may hang the second phrase from the first.
    ofObliques: obliques.flatMap(({ index }) => phrasesOf(tree, index)),
  };
}

const fitting = (phrases: readonly Oblique[], test: (preposition: string) => boolean): number[] =>
  phrases.filter(({ preposition }) => test(preposition)).map(({ index }) => index);

/** What a noun of quantity is full of: the missiles of "a wave of missiles". */
export function contentOf(tree: Tree, noun: number): number[] {
  return inClass('quantity', tree.token(noun).lemma) ? fitting(phrasesOf(tree, noun), (p) => p === 'of') : [];
}

/** The nominals that hang from a noun by a preposition. */
function phrasesOf(tree: Tree, noun: number): Oblique[] {
  // "sought sandbags and pumps from Hungary": the tree may take a phrase below a noun for one below a verb.
  const loose = tree.token(noun).pos === 'NOUN' ? tree.withRelation(noun, 'obl') : [];
  return [...tree.withRelation(noun, 'nmod'), ...loose]
    .flatMap((child) => tree.joined(child))
    .map((index) => ({ preposition: tree.caseOf(index) || inherited(tree, index), index }));
}

/** The preposition of the first of several joined nominals holds for all. */
function inherited(tree: Tree, index: number): string {
  return tree.is(index, 'conj') ? tree.caseOf(tree.head(index)) : '';
}
