import { type Frame, frameOf } from './frame.js';
import { inClass } from './lexicon.js';
import { type Match, obliquesBy } from './match.js';
import { isSpeech } from './reported.js';
import type { Tree } from './tree.js';
import type { Root } from './types.js';

/** What makes an act of several: no row of the lexicon, but that they do it together. */
export const TOGETHER = 'done together';
/** How surely what several do together is cooperation. */
const TRUST = 0.6;
/** Words beside which others stand: "side by side", "shoulder to shoulder", "hand in hand". */
const ABREAST = /^(?:side|shoulder|hand|arm|back)$/;
/** Prepositions of the undertaking in which somebody does something: "in a joint raid", "on their joint patrol". */
const WITHIN = /^(?:in|during|on|as|through|under|by)$/;
/** Roots of deeds: several may do them together; what several say together they say to somebody else. */
const DEEDS: ReadonlySet<Root> = new Set<Root>([
  ...(['COOPERATE', 'AID', 'MOBILIZE', 'COERCE', 'ASSAULT', 'RETREAT'] as const),
]);

/** Whether what a predicate tells by its own reading may be done together: no reading, or one of a deed. */
export const mayBeJoint = (root: Root | undefined): boolean => root === undefined || DEEDS.has(root);

/**
 * What several do as one, whatever it is: "Thai and Burmese agents raided the compound in concert", "Chad and Niger have begun
 * joint patrols". Undefined where no word says that they do it together; whether they are two is for their sides to tell.
 */
export function jointMatch(tree: Tree, frame: Frame): Match | undefined {
  return frame.pos === 'VERB' ? ofVerb(tree, frame) : ofNoun(tree, frame);
}

function ofVerb(tree: Tree, frame: Frame): Match | undefined {
  const { lemma } = frame;
  if (isSpeech(lemma) || inClass('idle', lemma) || inClass('tally', lemma)) return undefined;
  const word = adverbOf(tree, frame);
  if (word === undefined) {
    const joint =
      inClass('undertake', tree.token(frame.index).lemma) &&
      frame.objects.some((o) => isJoint(tree, o) || inClass('exercise', tree.token(o).lemma));
    const partners = obliquesBy(tree, frame, (p) => p === 'alongside' || (joint && p === 'with'));
    return joint || partners.length > 0 ? match(frame, frame.subjects, partners) : undefined;
  }
  const phrases = [...tree.withRelation(word, 'obl', 'nmod'), ...frame.obliques.map((o) => o.index)];
  const partners = phrases.filter((i) => /^(?:with|alongside)$/.test(tree.caseOf(i).split(' ').at(-1)!));
  return match(frame, frame.subjects, partners);
}

/** Whether a noun is an undertaking of several: "a joint raid", "mixed teams". */
const isJoint = (tree: Tree, noun: number): boolean =>
  inClass('undertaking', tree.token(noun).lemma) &&
  tree.withRelation(noun, 'amod', 'compound').some((i) => inClass('joint', tree.token(i).lower));

/** The word that says that what a verb tells is done together. */
function adverbOf(tree: Tree, { subjects, objects, obliques, modifiers }: Frame): number | undefined {
  // "France, together with Germany, launched": the tree may hang it from the subject.
  const ofSubjects = subjects.flatMap((subject) => tree.withRelation(subject, 'advmod'));
  const adverb = [...modifiers, ...ofSubjects].find((i) => inClass('jointly', tree.token(i).lower));
  if (adverb !== undefined) return adverb;
  const phrase = obliques.find(
    (o) => o.preposition === 'in' && inClass('concert', tree.token(o.index).lower),
  );
  if (phrase) return phrase.index;
  return [...objects, ...obliques.map((o) => o.index)].find(
    (i) => isAbreast(tree, i) || isAbreast(tree, i - 2),
  );
}

/** "side by side": the same word on both sides of a preposition. */
function isAbreast({ document: { tokens } }: Tree, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  return (
    ABREAST.test(lower) && tokens[at + 2]?.lower === lower && /^(?:by|to|in)$/.test(tokens[at + 1]!.lower)
  );
}

/** "arrested nine people in a joint raid": who did it together is who did what the clause tells. */
function ofNoun(tree: Tree, frame: Frame): Match | undefined {
  const { index, obliques } = frame;
  if (!isJoint(tree, index) || !tree.is(index, 'obl') || !WITHIN.test(tree.caseOf(index))) return undefined;
  const verb = tree.head(index);
  const clause = frameOf(tree, verb);
  if (clause?.pos !== 'VERB' || inClass('idle', clause.lemma) || isSpeech(clause.lemma)) return undefined;
  const partners = [...obliques, ...clause.obliques].filter((o) => o.preposition === 'with');
  return match(
    frame,
    clause.subjects,
    partners.map((o) => o.index),
    verb,
  );
}

function match(
  frame: Frame,
  actors: readonly number[],
  recipients: readonly number[],
  clause?: number,
): Match {
  return {
    frame,
    reading: {
      row: TOGETHER,
      ...{ lemma: frame.lemma, pos: frame.pos, conditions: [], root: 'COOPERATE', weight: TRUST },
      roles: { actors: ['subj'], recipients: ['with'], reciprocal: true },
    },
    actors: [actors],
    recipients: [recipients],
    consumed: frame.objects,
    ...(clause === undefined ? {} : { clause }),
  };
}
