import { hasUnder, type Word } from './mended.js';
import type { Parsed } from './parser/index.js';

const NOMINAL = /^(?:NOUN|PROPN)$/;
/** Participles that have an object as passives, too: "a man named Ivan", "troops given leave". */
const GIVING =
  /^(?:named|called|dubbed|titled|nicknamed|labelled|labeled|given|granted|awarded|offered|paid|taught|told|asked|sent|shown)$/;

/**
 * "Amnesty International called on Egypt to …", "Chad severed ties with Togo.": a sentence without a verb, in which a participle
 * hangs from the noun at its top. No sentence is a bare noun phrase: the participle is its verb.
 */
export function verbOfParticiple(forms: readonly string[], words: Word[]): void {
  const top = words.findIndex(({ deprel }) => deprel === 'root');
  if (top < 0 || !NOMINAL.test(words[top]!.upos) || !/^[.!?]$/.test(forms.at(-1)!)) return;
  if (hasUnder(words, top, /^(?:cop|aux|ccomp|parataxis)/)) return;
  const verbs = words.flatMap((w, i) =>
    w.head === top && /^VB[DN]$/.test(w.xpos) && /^(?:acl|amod)$/.test(w.deprel) ? [i] : [],
  );
  const free = verbs.filter((i) => !hasUnder(words, i, /^(?:aux|nsubj|obl:agent)/));
  const behind = words.findIndex((w, i) => i > top + 1 && w.head === top && w.deprel === 'obj');
  const within = words.findIndex(
    (w, i) => i > top && i < behind && w.head === behind && /^VB[DN]$/.test(w.xpos) && w.deprel === 'amod',
  );
  if (behind > 0 && within > 0) {
    // "Estonia's guards traded places with Latvia's": a noun has no object, and what it has was done by it.
    words[within]!.head = top;
    words[behind]!.head = within;
  }
  const active =
    within > 0 && behind > 0
      ? within
      : free.find((i) => i > top && hasUnder(words, i, /^obj$/) && !GIVING.test(forms[i]!.toLowerCase()));
  const verb = verbs.find((i) => words[i]!.xpos === 'VBN') ?? -1;
  if (active !== undefined) makeClause(words, top, active);
  else if (!free.includes(verb)) return;
  else if (words[verb]!.deprel === 'acl') subjectAtTop(words, top, verb);
  else objectAtTop(words, top, verb);
}

/** The name at the top is who does it, where the participle follows it at once. */
function subjectAtTop(words: Word[], top: number, verb: number): void {
  if (verb !== top + 1 || words[top]!.upos !== 'PROPN' || hasUnder(words, top, /^nsubj/)) return;
  makeClause(words, top, verb);
}

/** "Civil guards searched canoes": what stands at the top, and before a verb with an object of its own, is who does it. */
function makeClause(words: Word[], top: number, verb: number): void {
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
  const owned = name?.head === verb || (name?.head === top && name.deprel === 'compound');
  return name?.upos === 'PROPN' && owned && first === verb - 1 ? first : -1;
}

function makeRoot(words: Word[], top: number, verb: number, relation: string): void {
  Object.assign(words[verb]!, { upos: 'VERB', xpos: 'VBD', head: words[top]!.head, deprel: 'root' });
  Object.assign(words[top]!, { head: verb, deprel: relation });
}
