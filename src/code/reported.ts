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
