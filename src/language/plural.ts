import { hasUnder, type Word } from './mended.js';
import { SENSES, sensesOf } from './reader/senses.js';

const PARTICLE = /^(?:off|over|out|up|down|back)$/i;
/** Words before a number that belong to it: "at least ten", "more than 80", "nearly 300". */
const BOUND = /^(?:least|most|than|to|about|around|nearly|almost|roughly|some|over)$/i;

/**
 * "Egypt pardons two journalists.", "The army cuts off the power.": nothing that is a plural stands right before an article, a
 * number or a name of its own sentence; it is the verb, what stands before it the subject, what stands behind it the object.
 */
export function verbOfPlural(forms: readonly string[], words: Word[]): void {
  if (!/^[.!?]$/.test(forms.at(-1) ?? '')) return;
  const verb = words.findIndex(({ deprel }) => deprel === 'root');
  const { upos, xpos } = words[verb] ?? {};
  if (upos !== 'NOUN' || !/^(?:NNS|VBZ)$/.test(xpos!) || hasUnder(words, verb, /^(?:cop|aux)/)) return;
  if (actorBefore(words, verb) || verb === 0) return;
  const subject = subjectOf(words, verb);
  if (subject < 0 || (xpos === 'NNS' && isPerson(forms[verb]!))) return;
  const object = objectOf(forms, words, verb);
  // Of its two tags the finer one may know it for a verb.
  if (xpos === 'VBZ') words[verb]!.upos = 'VERB';
  if (object === undefined) return;
  asVerb(forms, words, verb, subject, object);
}

/** "Rebels seize the town.": a plural at the top with a bare verb below it is its subject. */
function actorBefore(words: Word[], noun: number): boolean {
  const verb = words.findIndex(
    (w, i) => i > noun && w.head === noun && /^VBP?$/.test(w.xpos) && /^(?:acl|amod)$/.test(w.deprel),
  );
  if (verb < 0 || hasUnder(words, verb, /^(?:mark|aux|nsubj)/)) return false;
  Object.assign(words[verb]!, { xpos: 'VBP', head: -1, deprel: 'root' });
  Object.assign(words[noun]!, { head: verb, deprel: 'nsubj' });
  words.forEach((word, i) => {
    if (i > verb && word.head === noun) word.head = verb;
  });
  return true;
}

/** The word right before the plural that may do it: a name, a noun in the singular, or the "military" of "the Thai military". */
function subjectOf(words: readonly Word[], verb: number): number {
  const own = words.findIndex((w, i) => i < verb && w.head === verb && /^nsubj$/.test(w.deprel));
  if (own >= 0) return own;
  const before = words[verb - 1]!;
  if (before.head !== verb || !/^(?:compound|amod|flat|nmod:desc)$/.test(before.deprel)) return -1;
  if (before.upos === 'PROPN' || before.xpos === 'NN') return verb - 1;
  const definite = words.some(
    (w, i) => i < verb - 1 && w.head === verb && /^(?:det|nmod:poss)$/.test(w.deprel),
  );
  const several =
    words.filter((w, i) => i < verb && w.head === verb && /^(?:amod|compound)$/.test(w.deprel)).length > 1;
  return before.upos === 'ADJ' && (definite || several) && several ? verb - 1 : -1;
}

/** Whether a plural names people: "leaders". */
export function isPerson(form: string): boolean {
  const lower = form.toLowerCase();
  const [first] = sensesOf(lower.replace(/s$/, ''), lower);
  return first !== undefined && /^(?:person|group)$/.test(SENSES[first] ?? '');
}

/** The object behind the plural, -1 where a clause stands there, undefined where nothing that may follow a verb does. */
function objectOf(forms: readonly string[], words: readonly Word[], verb: number): number | undefined {
  let next = verb + 1;
  if (PARTICLE.test(forms[next] ?? '')) next++;
  if (/^to$/i.test(forms[next] ?? '') && words[next + 1]?.xpos === 'VB') return -1;
  while (
    next < words.length - 2 &&
    (BOUND.test(forms[next]!) || BOUND.test(forms[next + 1]!)) &&
    words[next]!.upos !== 'DET'
  )
    next++;
  const { upos, xpos } = words[next] ?? {};
  const after = next > verb + 1 ? /^(?:DET|NUM|PROPN|NOUN|PRON)$/ : /^(?:DET|NUM|PROPN)$/;
  const possessive = xpos === 'PRP$';
  if (!upos || !(after.test(upos) || possessive)) return undefined;
  // The head of the phrase that begins there.
  let at = next;
  for (let steps = 0; steps < 8; steps++) {
    const { head } = words[at]!;
    if (
      head === verb ||
      head < next ||
      !/^(?:det|nummod|compound|amod|nmod:poss|flat|nmod:unmarked|case|nmod:desc)/.test(words[at]!.deprel)
    )
      break;
    at = head;
  }
  return at;
}

function asVerb(
  forms: readonly string[],
  words: Word[],
  verb: number,
  subject: number,
  object: number,
): void {
  Object.assign(words[verb]!, { upos: 'VERB', xpos: 'VBZ' });
  const doer = words[subject]!;
  if (doer.upos === 'ADJ') Object.assign(doer, { upos: 'NOUN', xpos: 'NN' });
  Object.assign(doer, { head: verb, deprel: 'nsubj' });
  words.forEach((word, i) => {
    if (i < subject && word.head === verb && /^(?:det|amod|compound|nmod|nummod|flat)/.test(word.deprel))
      word.head = isAhead(forms, words, i, subject) ? verb : subject;
    if (i < subject && word.head === verb && word.deprel === 'nmod') word.deprel = 'obl';
    if (i > verb && word.head === verb && /^(?:nmod|nsubj)$/.test(word.deprel)) word.deprel = 'obl';
  });
  if (PARTICLE.test(forms[verb + 1]!))
    Object.assign(words[verb + 1]!, { upos: 'ADP', xpos: 'RP', head: verb, deprel: 'compound:prt' });
  if (object < 0) {
    words.forEach((word, i) => {
      if (i > verb && word.head === verb && word.deprel === 'acl') word.deprel = 'xcomp';
    });
    return;
  }
  if (words[object]!.deprel !== 'obj') Object.assign(words[object]!, { head: verb, deprel: 'obj' });
  // "releases 183 prisoners": the tree may hang the number from the verb.
  const counted = words.findIndex((w, i) => i === object + 1 || (i === object + 2 && w.head === verb));
  const noun = words.findIndex(
    (w, i) => i > object && i <= object + 3 && w.head === verb && w.deprel === 'appos',
  );
  if (words[object]!.upos === 'NUM' && noun > object && counted >= 0) {
    Object.assign(words[noun]!, { deprel: 'obj' });
    Object.assign(words[object]!, { head: noun, deprel: 'nummod' });
  }
  const thing = words[object]!.upos === 'NUM' && noun > object ? noun : object;
  words.forEach((word, i) => {
    if (i > thing && word.head === verb && word.deprel === 'appos') word.head = thing;
  });
}

/** Whether a phrase stands before the subject, behind a comma: "At the same time, Israel". */
function isAhead(forms: readonly string[], words: readonly Word[], from: number, subject: number): boolean {
  if (!words.some((w, i) => w.head === from && w.deprel === 'case' && i < from)) return false;
  for (let i = from + 1; i < subject; i++) if (forms[i] === ',') return true;
  return false;
}
