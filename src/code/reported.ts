import { readTable } from '../base/index.js';
import type { Tree } from './tree.js';

let speech: Set<string> | undefined;

/** Whether a verb reports words: "say", "announce", "warn". */
export function isSpeech(lemma: string): boolean {
  speech ??= new Set(
    readTable('source/cues.tsv')
      .filter((row) => row.kind === 'say')
      .map((row) => row.lemma!),
  );
  return speech.has(lemma);
}

/**
 * The verb that reports a clause, above it ("Berlin said that Moscow must leave") or beside it ("Moscow must leave,
 * Berlin said"); -1 where none does.
 */
export function reporterOf(tree: Tree, clause: number): number {
  let at = clause;
  while (tree.is(at, 'conj') && tree.head(at) >= 0) at = tree.head(at);
  const head = tree.head(at);
  if (head >= 0 && tree.is(at, 'ccomp', 'parataxis') && isSpeech(tree.token(head).lemma)) return head;
  return (
    tree
      .withRelation(at, 'parataxis', 'ccomp')
      .find((child) => isSpeech(tree.token(child).lemma) && tree.has(child, 'nsubj')) ?? -1
  );
}

/** Verbs that charge somebody with a deed. */
const CHARGING = /^(?:accuse|suspect|charge)$/;

/** Whether a deed is only what somebody is charged with, over "and", too: "accused Chad of arming rebels and shelling towns". */
export function isCharge(tree: Tree, index: number): boolean {
  if (tree.token(index).xpos !== 'VBG') return false;
  let at = index;
  while (!isOpened(tree, at) && isJoined(tree, at)) at = tree.head(at);
  if (!isOpened(tree, at)) return false;
  for (let head = tree.head(at), steps = 0; head >= 0 && steps < 4; head = tree.head(head), steps++)
    if (CHARGING.test(tree.token(head).lemma)) return true;
  return false;
}

/** Whether "of" or "with" opens a gerund, which the tree may take for a noun. */
const isOpened = (tree: Tree, gerund: number): boolean =>
  /^(?:of|with)$/.test(tree.markOf(gerund)) || /^(?:of|with)$/.test(tree.caseOf(gerund));

/** Whether a gerund is joined by "and" to another. */
function isJoined(tree: Tree, gerund: number): boolean {
  const head = tree.head(gerund);
  return head >= 0 && tree.is(gerund, 'conj') && /ing$/.test(tree.token(head).lower);
}
