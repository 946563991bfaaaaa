import { type Frame, frameOf } from './frame.js';
import { readingsOf } from './lexicon.js';
import { type Match, matchFrame } from './match.js';
import type { Tree } from './tree.js';

/**
 * Words for whoever did the deed of force that somebody accuses of: what stands before its noun, and its "by". "Condemned the Russian
 * invasion of Ukraine" blames Russia, never Ukraine; "condemned the attack on Kenya" blames nobody named. Undefined where an
 * act is no reproach, or is not for such a deed.
 */
export function blamedFor({ frame, reading }: Match, tree: Tree): number[] | undefined {
  const deed = reading.root === 'ACCUSE' ? deedOf(tree, frame) : undefined;
  return deed === undefined ? undefined : doersOf(tree, deed);
}

/** Whether a word is told of the deed for which a predicate blames somebody, and not as who did it. */
export function isVictim(tree: Tree, predicate: number, word: number): boolean {
  const frame = frameOf(tree, predicate);
  const root = frame && (matchFrame(tree, frame)?.reading.root ?? 'ACCUSE');
  const deed = frame && root === 'ACCUSE' ? deedOf(tree, frame) : undefined;
  if (deed === undefined || !tree.under(word, deed)) return false;
  return !doersOf(tree, deed).some((doer) => doer === word || tree.under(word, doer));
}

/** The deed of force that is the object of a verb, or the "of" of its noun: "condemned the raid", "condemnation of the raid". */
function deedOf(tree: Tree, { pos, objects, obliques }: Frame): number | undefined {
  const about = pos === 'NOUN' ? obliques.filter((o) => o.preposition === 'of').map((o) => o.index) : objects;
  return about.find((index) => {
    const { lemma, pos: word } = tree.token(index);
    const root = word === 'NOUN' ? readingsOf(lemma, 'NOUN').find((r) => r.root)?.root : undefined;
    return root === 'ASSAULT' || root === 'COERCE';
  });
}

/** What stands before the noun of a deed, its "by", and that of a participle: "the attack launched by Togo". */
function doersOf(tree: Tree, deed: number): number[] {
  const participles = tree.withRelation(deed, 'acl').filter((child) => tree.token(child).xpos === 'VBN');
  const agents = [deed, ...participles]
    .flatMap((at) => tree.children(at))
    .filter((child) => tree.caseOf(child) === 'by');
  const { first } = tree.extent(deed);
  const before = Array.from({ length: deed - first }, (_, i) => first + i);
  return [...agents, ...before];
}
