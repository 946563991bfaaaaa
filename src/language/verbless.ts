import { hasUnder, type Word } from './mended.js';
import type { Parsed } from './parser/index.js';
import { isPerson } from './plural.js';

/** Words that begin a clause where a verb follows, and are prepositions else. */
const CONJUNCTION = /^(?:after|as|before|while|until|since)$/i;
const NAMED = /^(?:NOUN|PROPN)$/;

/**
 * "Thai troops exchange fire near the border.", "after Mali shells Gao province": no sentence is a bare noun phrase, and no
 * state a part of shells; the noun behind the plural, or the plural behind the name, is the verb.
 */
export function verbOfVerbless(forms: readonly string[], words: Word[]): void {
  words.forEach((word, thing) => {
    const { upos, deprel } = word;
    if (upos !== 'NOUN' || (deprel !== 'root' && deprel !== 'obl')) return;
    const opener = deprel === 'obl' ? openerOf(forms, words, thing) : -1;
    if (deprel === 'root' ? !/^[.!?]$/.test(forms.at(-1)!) : opener < 0) return;
    if (hasUnder(words, thing, /^(?:cop|nsubj|aux|det|nmod:poss)/)) return;
    const verb = verbWithin(words, opener + 1, thing);
    if (verb >= 0) asClause(words, thing, verb, opener);
    else if (opener >= 0) pluralAsVerb(words, opener, thing);
  });
}

/** The conjunction, taken for a preposition, with which a phrase begins. */
function openerOf(forms: readonly string[], words: readonly Parsed[], thing: number): number {
  return words.findIndex((w, i) => w.head === thing && w.deprel === 'case' && CONJUNCTION.test(forms[i]!));
}

/** A singular noun right behind a plural one, both before the noun that they are taken to be parts of. */
function verbWithin(words: readonly Parsed[], from: number, thing: number): number {
  for (let i = Math.max(from + 1, 1); i < thing; i++) {
    const [subject, verb] = [words[i - 1]!, words[i]!];
    if (verb.head !== thing || verb.deprel !== 'compound' || verb.xpos !== 'NN') continue;
    if (subject.xpos === 'NNS' && NAMED.test(subject.upos) && isOpening(words, from, i - 1, thing)) return i;
  }
  return -1;
}

/** Whether all from the beginning up to a noun belongs to it or to the noun phrase: "Malian and Thai troops". */
function isOpening(words: readonly Parsed[], from: number, last: number, thing: number): boolean {
  for (let i = from; i <= last; i++) {
    const { head } = words[i]!;
    if (!(head === thing || (head >= from && head <= last))) return false;
  }
  return true;
}

/** Makes a noun phrase the clause of its verb: what stood before the verb is its subject, the noun its object. */
function asClause(words: Word[], thing: number, verb: number, opener: number): void {
  const subject = verb - 1;
  const noun = words[thing]!;
  const joined = words[subject]!.deprel === 'conj' ? words[subject]!.head : -1;
  Object.assign(words[verb]!, {
    ...{ upos: 'VERB', xpos: 'VBP', head: noun.head },
    deprel: noun.deprel === 'root' ? 'root' : 'advcl',
  });
  Object.assign(noun, { head: verb, deprel: 'obj' });
  words.forEach((word, i) => {
    if (i === opener) Object.assign(word, { head: verb, deprel: 'mark' });
    else if (i < subject && word.head === thing) word.head = subject;
    else if (i > thing && word.head === thing && /^(?:nmod|punct)$/.test(word.deprel))
      Object.assign(word, { head: verb, deprel: word.deprel === 'nmod' ? 'obl' : 'punct' });
  });
  Object.assign(words[subject]!, { head: verb, deprel: 'nsubj' });
  // "Malian and Thai troops": the plural was joined to the adjective before it.
  if (joined >= 0 && joined < subject) adjectivesOf(words, joined, subject);
}

function adjectivesOf(words: Word[], first: number, noun: number): void {
  const second = words.findIndex((w, i) => i > first && i < noun && w.head === noun && w.upos === 'ADJ');
  Object.assign(words[first]!, { head: noun, deprel: 'amod' });
  if (second < 0) return;
  Object.assign(words[second]!, { head: first, deprel: 'conj' });
  for (let i = first + 1; i < second; i++) if (words[i]!.deprel === 'cc') words[i]!.head = second;
}

/** "after Mali shells Gao province": a plural between two names, of which neither is its own. */
function pluralAsVerb(words: Word[], opener: number, verb: number): void {
  const name = verb - 1;
  const next = words[verb + 1];
  if (words[verb]!.xpos !== 'NNS' || name !== opener + 1 || next?.upos !== 'PROPN') return;
  if (words[name]!.upos !== 'PROPN' || words[name]!.head !== verb) return;
  const thing = next.head === verb ? verb + 1 : next.head;
  if (words[thing]?.head !== verb || thing < verb) return;
  Object.assign(words[verb]!, { upos: 'VERB', xpos: 'VBZ', deprel: 'advcl' });
  Object.assign(words[opener]!, { deprel: 'mark' });
  Object.assign(words[name]!, { deprel: 'nsubj' });
  Object.assign(words[thing]!, { deprel: 'obj' });
}

/** "Mali's envoy, Moussa Keita, calls for talks": a verb is not joined to the noun with the name in commas, it is what that does. */
export function verbOfApposed(forms: readonly string[], words: Word[]): void {
  const noun = words.findIndex(({ deprel }) => deprel === 'root');
  if (words[noun]?.upos !== 'NOUN' || hasUnder(words, noun, /^(?:cop|nsubj|aux)/)) return;
  // The joined words may hang from what belongs to the noun: "envoy to the United Nations, Moussa Keita, calls".
  const joined = (i: number, upTo: number): boolean =>
    /^(?:conj|appos)$/.test(words[i]!.deprel) && words[i]!.head >= noun && words[i]!.head < upTo;
  const name = words.findIndex(
    (w, i) => i > noun && w.upos === 'PROPN' && forms[i - 1] === ',' && joined(i, i),
  );
  const verb = words.findIndex((w, i) => i > name && /^VB[ZDP]$/.test(w.xpos) && joined(i, name));
  if (name < 0 || verb < 0 || forms[verb - 1] !== ',' || hasUnder(words, verb, /^(?:cc|nsubj)/)) return;
  const above = words[verb]!.head;
  Object.assign(words[verb]!, { head: -1, deprel: 'root' });
  Object.assign(words[noun]!, { head: verb, deprel: 'nsubj' });
  Object.assign(words[name]!, { head: noun, deprel: 'appos' });
  words.forEach((word, i) => {
    if (i > verb && (word.head === noun || word.head === above)) word.head = verb;
  });
}

/**
 * "Chad sanctions former ministers of Mali.", "Mali blocks access to a site.": no sentence is a bare noun phrase, and no plural has
 * another noun right behind it without a comma; the plural behind whoever opens the sentence is its verb.
 */
export function verbOfPart(forms: readonly string[], words: Word[]): void {
  const top = words.findIndex(({ deprel }) => deprel === 'root');
  if (words[top]?.upos !== 'NOUN' || !/^[.!?]$/.test(forms.at(-1)!)) return;
  if (hasUnder(words, top, /^(?:cop|aux|csubj)/)) return;
  const apposed =
    words[top]!.xpos === 'NNS' && forms[top + 1] !== ',' && !hasUnder(words, top, /^nsubj/)
      ? thingBehind(words, top)
      : -1;
  const verb = apposed >= 0 ? top : pluralBefore(words, top);
  if (verb < 1 || !isSubject(words, verb) || !/[^s]s$/.test(forms[verb]!) || isPerson(forms[verb]!)) return;
  const thing = verb === top ? apposed : top;
  const subject = verb - 1;
  Object.assign(words[verb]!, { upos: 'VERB', xpos: 'VBZ', head: -1, deprel: 'root' });
  words.forEach((word, i) => {
    if (i < subject && (word.head === verb || word.head === top)) word.head = subject;
    else if (i > verb && word.head === top && i !== thing) asOfVerb(word, verb, top);
  });
  if (words[subject]!.upos === 'ADJ') Object.assign(words[subject]!, { upos: 'NOUN', xpos: 'NN' });
  Object.assign(words[subject]!, { head: verb, deprel: 'nsubj' });
  Object.assign(words[thing]!, { head: verb, deprel: 'obj' });
}

/** The noun phrase that begins right behind a noun and is taken for the same thing; -1 where none does. */
function thingBehind(words: readonly Parsed[], noun: number): number {
  const thing = words.findIndex((w, i) => i > noun && w.head === noun && w.deprel === 'appos');
  if (thing < 0) return -1;
  for (let at = noun + 1, up = 0; at !== thing; at = words[at]!.head, up++)
    if (at <= noun || up > 5) return -1;
  return thing;
}

/** A plural taken for a part of the noun right behind it, as no plural but a name is. */
function pluralBefore(words: readonly Parsed[], top: number): number {
  return words.findIndex((w, i) => {
    const part = w.head === top && /^(?:compound|nsubj)$/.test(w.deprel) && w.xpos === 'NNS';
    return part && w.upos === 'NOUN' && i < top && words[i - 1]?.upos === 'PROPN' && words[i - 1]!.head === i;
  });
}

/** Whether all before a plural is the one phrase that ends right before it. */
function isSubject(words: readonly Parsed[], verb: number): boolean {
  const last = words[verb - 1]!;
  if (!/^(?:NOUN|PROPN|ADJ)$/.test(last.upos) || !/^(?:compound|amod|nmod)/.test(last.deprel)) return false;
  return words
    .slice(0, verb)
    .every(({ head, upos }) => head <= verb + 1 && upos !== 'VERB' && upos !== 'ADP');
}

/** What hung behind a noun hangs from the verb, but for the phrases of the thing itself. */
function asOfVerb(word: Word, verb: number, top: number): void {
  if (verb === top)
    Object.assign(word, word.deprel === 'nmod' ? { head: verb, deprel: 'obl' } : { head: verb });
  else if (/^(?:punct|advcl|obl|advmod|conj|parataxis)/.test(word.deprel)) word.head = verb;
}
