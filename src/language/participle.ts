import { hasUnder, type Word } from './mended.js';
import type { Parsed } from './parser/index.js';

const NOMINAL = /^(?:NOUN|PROPN)$/;

/**
 * "Amnesty International called on Egypt to …", "Chad severed ties with Togo.": a sentence without a verb, in which a participle
 * hangs from the noun at its top. No sentence is a bare noun phrase: the participle is its verb.
 */
export function verbOfParticiple(forms: readonly string[], words: Word[]): void {
  const top = words.findIndex(({ deprel }) => deprel === 'root');
  if (top < 0 || !NOMINAL.test(words[top]!.upos) || !/^[.!?]$/.test(forms.at(-1)!)) return;
  if (hasUnder(words, top, /^(?:cop|aux|ccomp|parataxis)/)) return;
  const verb = words.findIndex((w) => w.head === top && w.xpos === 'VBN' && /^(?:acl|amod)$/.test(w.deprel));
  if (verb < 0 || hasUnder(words, verb, /^(?:aux|nsubj|obl:agent)/)) return;
  if (words[verb]!.deprel === 'acl') subjectAtTop(words, top, verb);
  else objectAtTop(words, top, verb);
}

/** The name at the top is who does it, where the participle follows it at once. */
function subjectAtTop(words: Word[], top: number, verb: number): void {
  if (verb !== top + 1 || words[top]!.upos !== 'PROPN' || hasUnder(words, top, /^nsubj/)) return;
  words.forEach((word, i) => {
    if (i > verb && word.head === top) word.head = verb;
  });
  makeRoot(words, top, verb, 'nsubj');
}

/** The noun at the top is to what it is done, where a subject or a name stands right before the participle. */
function objectAtTop(words: Word[], top: number, verb: number): void {
  if (verb > top) return;
  const subject = subjectOf(words, top, verb);
  if (subject < 0) return;
  words.forEach((word, i) => {
    const outside = i < verb || (i > top && /^(?:obl|punct|advmod|advcl)/.test(word.deprel));
    if (i !== verb && word.head === top && outside) word.head = verb;
  });
  Object.assign(words[subject]!, { head: verb, deprel: 'nsubj' });
  makeRoot(words, top, verb, 'obj');
}

/** Whoever stands before the participle as its subject: one that the tree has for that of the noun, or a name right before it. */
function subjectOf(words: readonly Parsed[], top: number, verb: number): number {
  const subject = words.findIndex((w, i) => i < verb && w.head === top && w.deprel === 'nsubj');
  if (subject >= 0) return subject;
  const name = words[verb - 1];
  const first = words.findIndex((w) => w.head === top || w.head === verb);
  return name?.upos === 'PROPN' && name.head === verb && first === verb - 1 ? first : -1;
}

function makeRoot(words: Word[], top: number, verb: number, relation: string): void {
  Object.assign(words[verb]!, { upos: 'VERB', xpos: 'VBD', head: words[top]!.head, deprel: 'root' });
  Object.assign(words[top]!, { head: verb, deprel: relation });
}
