import { formOf } from './forms.js';
import { hasUnder, isTree, type Word } from './mended.js';
import type { Parsed } from './parser/index.js';
import { verbOfParticiple } from './participle.js';
import { verbOfPlural } from './plural.js';
import { verbOfApposed, verbOfPart, verbOfVerbless } from './verbless.js';
import { subjectOfWilling } from './willing.js';

/** No phrase is deeper; the bound is for trees that an earlier mend has closed to a circle. */
const DEEPEST = 50;

/** What makes a phrasal verb of a verb. */
const PARTICLE = /^(?:over|out|up|off|back|down)$/;

/** Verbs that with "over" or "back" give somebody away. */
const GIVING = /^(?:hand|turn|sign|send|give|pass)(?:s|ed|ing)?$|^(?:sent|gave|given|giving)$/;

/** What looks a plural and with an infinitive is a verb. */
const PLANS = /^(?:plans|aims|hopes|vows|pledges|seeks|wants)$/;

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);

/** Participles that tell of the whole clause before them: "…, based on a report". */
const OF_CLAUSE = new Set([
  ...['based', 'compared', 'joined', 'followed', 'accompanied', 'given', 'coupled', 'combined', 'led'],
]);

/**
 * Mends what no grammar allows, and attachments of news style that the treebanks hardly show. Where the mends together would
 * make it none, the tree stays as it was.
 */
export function repaired(forms: readonly string[], parsed: readonly Parsed[]): Parsed[] {
  const words = parsed.map((word): Word => ({ ...word }));
  words.forEach((word, i) => {
    const { lower } = formOf(forms[i]!);
    if (word.deprel === 'advcl' && word.xpos === 'VBN' && !OF_CLAUSE.has(lower))
      reducedRelative(forms, words, i);
    if (word.deprel === 'amod' && /^VB[DN]$/.test(word.xpos)) {
      subjectTakenForCompound(words, i);
      verbOfClause(words, i);
    }
    if (lower === 'least' || lower === 'most' || lower === 'to') boundOfCount(forms, words, i);
    if (word.deprel === 'acl' && word.xpos === 'VBN') sentBy(forms, words, i);
    if (word.deprel === 'conj' && word.upos === 'PROPN') parallelNames(forms, words, i);
    if (word.deprel === 'conj' && word.upos === 'NUM') othersOfPassive(words, i);
    if (word.deprel === 'nsubj') nameBeforeSubject(words, i);
    if (word.deprel === 'nummod') countOfCompound(forms, words, i);
    if (word.deprel === 'root' && word.xpos === 'NNS') verbTakenForNoun(forms, words, i);
    if (word.deprel === 'root' && word.upos === 'NOUN') planTakenForNoun(forms, words, i);
    if (word.deprel === 'compound' && word.upos === 'PROPN') receiverTakenForCompound(words, i);
    if (word.deprel === 'case' && words[word.head]?.deprel === 'obj') particleOfVerb(forms, words, i);
    if (/^(?:case|advmod)$/.test(word.deprel)) particleOfGiving(forms, words, i);
    if (word.deprel === 'case' && lower === 'to') infinitiveOfTwo(forms, words, i);
    if (word.deprel === 'case' && lower === 'between') betweenTwo(words, i);
    if (word.deprel === 'case' && lower === 'since') sinceAct(forms, words, word.head);
  });
  words.forEach((word, i) => {
    if (word.deprel === 'nsubj:pass') activeWithObject(words, i);
  });
  verbOfVerbless(forms, words);
  verbOfPlural(forms, words);
  verbOfPart(forms, words);
  verbOfParticiple(forms, words);
  verbOfApposed(forms, words);
  subjectOfWilling(forms, words);
  return isTree(words) ? words : [...parsed];
}

/** The word above another as long as `goesOn` holds of it. */
function climb(words: readonly Word[], from: number, goesOn: (at: number) => boolean): number {
  let at = from;
  for (let up = 0; up < DEEPEST && goesOn(at); up++) at = words[at]!.head;
  return at;
}

/** "The strike killed 19 people": what has an object and no auxiliary is no passive. */
function activeWithObject(words: Word[], subject: number): void {
  const verb = words[subject]!.head;
  if (words[verb]?.deprel !== 'root' || subject > verb) return;
  if (hasUnder(words, verb, /^obj$/) && !hasUnder(words, verb, /^aux:pass$/))
    words[subject]!.deprel = 'nsubj';
}

/** "The minister promised aid": a modifier has no noun before it as its own part; that is the subject, with its article. */
function subjectTakenForCompound(words: Word[], at: number): void {
  const noun = words[at]!.head;
  const subject = at - 1;
  if (noun < at || words[noun]!.deprel !== 'root' || words[subject]?.upos !== 'NOUN') return;
  if (words[subject]!.head !== at || words[subject]!.deprel !== 'compound') return;
  words[subject]!.deprel = 'nsubj';
  for (let i = 0; i < subject; i++) if (words[i]!.head === noun) words[i]!.head = subject;
}

/** "killed at least 19 people", "up to 19": the bound belongs to the number, and what is counted is the object. */
function boundOfCount(forms: readonly string[], words: Word[], at: number): void {
  const upTo = forms[at]!.toLowerCase() === 'to';
  if (at === 0 || forms[at - 1]!.toLowerCase() !== (upTo ? 'up' : 'at') || words[at + 1]?.upos !== 'NUM')
    return;
  const over = words[at + 1]!.head;
  const counted = over === at - 1 ? words[over]!.head : over;
  if (counted < at) return;
  const verb = words[counted]!.head;
  Object.assign(words[at - 1]!, upTo ? { head: at + 1, deprel: 'advmod' } : { head: at, deprel: 'case' });
  Object.assign(words[at]!, upTo ? { head: at - 1, deprel: 'fixed' } : { head: at + 1, deprel: 'nmod' });
  if (over === at - 1) Object.assign(words[at + 1]!, { head: counted, deprel: 'nummod' });
  const direct = verb === at - 2 && words[counted]!.deprel === 'obl' && words[verb]!.upos === 'VERB';
  if (direct && !hasUnder(words, verb, /^obj$/)) words[counted]!.deprel = 'obj';
}

/** "The minister promised aid": a modifier has no subject, so it is the verb and what it modified its object. */
function verbOfClause(words: Word[], at: number): void {
  const verb = words[at]!;
  const noun = words[verb.head];
  if (!noun || verb.head < at || !hasUnder(words, at, /^nsubj$/)) return;
  const object = verb.head;
  verb.head = noun.head;
  verb.deprel = noun.deprel;
  noun.head = at;
  noun.deprel = 'obj';
  for (const word of words) if (word.head === object && word.deprel === 'punct') word.head = at;
}

/** "follows his message to Kim, sent on May 8": the participle belongs to the noun phrase before its comma. */
function reducedRelative(forms: readonly string[], words: Word[], at: number): void {
  const verb = words[at]!.head;
  if (verb < 0 || verb >= at - 2 || forms[at - 1] !== ',') return;
  if (hasUnder(words, at, /^(?:nsubj|mark|aux)/)) return;
  const noun = climb(words, at - 2, (w) => w > verb && words[w]!.head !== verb);
  if (noun <= verb || !NOMINAL.has(words[noun]!.upos) || words[noun]!.deprel !== 'obj') return;
  words[at]!.head = noun;
  words[at]!.deprel = 'acl';
}

/** "his message to Kim, sent on May 8": what was sent is the message, not the one to whom it went. */
function sentBy(forms: readonly string[], words: Word[], at: number): void {
  const person = words[at]!.head;
  if (person < 0 || forms[at - 1] !== ',' || words[person]!.upos !== 'PROPN') return;
  const way = words.findIndex(
    (w, i) => w.head === person && w.deprel === 'case' && /^(?:to|from)$/.test(forms[i]!),
  );
  if (way < 1) return;
  const governor = words[person]!.head;
  const inside = (w: number): boolean => words[w]!.head >= 0 && words[w]!.head !== governor && w !== governor;
  const sent = climb(words, way - 1, inside);
  if (words[sent]!.upos !== 'NOUN' || !/^(?:obj|nsubj|root|conj)/.test(words[sent]!.deprel)) return;
  words[at]!.head = sent;
  Object.assign(words[person]!, { head: sent, deprel: 'nmod' });
}

/** "Presidents Doe of Chad and Roe of Mali": who has a state of his own is joined to the other name, not to the other state. */
function parallelNames(forms: readonly string[], words: Word[], at: number): void {
  const ofCase = (head: number): boolean =>
    words.some((w, i) => w.head === head && w.deprel === 'case' && forms[i]!.toLowerCase() === 'of');
  const state = words[at]!.head;
  if (words[state]?.deprel !== 'nmod') return;
  const own = words.findIndex((w, i) => i > at && w.head === at && w.deprel === 'nmod' && ofCase(i));
  if (own < 0 || !ofCase(state)) return;
  const name = climb(words, words[state]!.head, (w) => words[w]?.deprel === 'flat');
  if (words[name]?.upos === 'PROPN') words[at]!.head = name;
}

/** "Hamas gunmen attacked": of two subjects side by side the name is part of the other. */
function nameBeforeSubject(words: Word[], at: number): void {
  const next = words[at + 1];
  if (words[at]!.upos !== 'PROPN' || next?.upos !== 'NOUN') return;
  if (next.head !== words[at]!.head || !next.deprel.startsWith('nsubj')) return;
  words[at]!.head = at + 1;
  words[at]!.deprel = 'compound';
}

/** "200 combat drones": a number above one counts the plural, not the word before it. */
function countOfCompound(forms: readonly string[], words: Word[], at: number): void {
  const part = words[at]!.head;
  const whole = words[part]?.head ?? -1;
  if (part < at || whole !== part + 1 || words[part]!.deprel !== 'compound' || forms[at] === '1') return;
  if (words[whole]!.xpos === 'NNS' && words[part]!.xpos === 'NN' && forms[at]!.toLowerCase() !== 'one') {
    words[at]!.head = whole;
  }
}

/** "Washington fears that talks will fail": after a name, and with a clause behind it, what looks a plural is the verb. */
function verbTakenForNoun(forms: readonly string[], words: Word[], at: number): void {
  const name = words[at - 1];
  const clause = words.findIndex((w, i) => i > at && w.head === at && /^(?:acl|ccomp)/.test(w.deprel));
  if (name?.upos !== 'PROPN' || name.head !== at || forms[at + 1]?.toLowerCase() !== 'that') return;
  if (clause < 0 || !hasUnder(words, clause, /^nsubj/)) return;
  Object.assign(words[at]!, { upos: 'VERB', xpos: 'VBZ' });
  name.deprel = 'nsubj';
  words[clause]!.deprel = 'ccomp';
}

/** "The White House plans to impose a duty": what somebody plans is a clause, and whoever stands before it plans it. */
function planTakenForNoun(forms: readonly string[], words: Word[], at: number): void {
  const planner = at - 1;
  const deed = words.findIndex((w, i) => i > at && w.head === at && /^(?:acl|xcomp)$/.test(w.deprel));
  if (!PLANS.test(forms[at]!) || forms[at + 1]?.toLowerCase() !== 'to' || words[deed]?.upos !== 'VERB')
    return;
  if (words[planner]?.head !== at || !NOMINAL.has(words[planner]!.upos)) return;
  Object.assign(words[at]!, { upos: 'VERB', xpos: 'VBZ' });
  words[planner]!.deprel = 'nsubj';
  words[deed]!.deprel = 'xcomp';
  for (let i = 0; i < planner; i++) if (words[i]!.head === at) words[i]!.head = planner;
}

/** "gave Bosnia two aircraft": no number stands within a compound; the name before it is who gets the thing. */
function receiverTakenForCompound(words: Word[], at: number): void {
  const verb = at - 1;
  if (words[verb]?.upos !== 'VERB' || !/^(?:NUM|DET)$/.test(words[at + 1]?.upos ?? '')) return;
  const thing = climb(words, words[at]!.head, (i) => /^(?:compound|nummod|det)$/.test(words[i]!.deprel));
  if (thing < at || words[thing]!.deprel !== 'obj' || words[thing]!.head !== verb) return;
  Object.assign(words[at]!, { head: verb, deprel: 'iobj' });
}

/** "took over the town": an object has no preposition; what stands between the verb and it is the verb's particle. */
function particleOfVerb(forms: readonly string[], words: Word[], at: number): void {
  const verb = words[words[at]!.head]!.head;
  if (verb !== at - 1 || words[verb]?.upos !== 'VERB' || !PARTICLE.test(forms[at]!)) return;
  Object.assign(words[at]!, { xpos: 'RP', head: verb, deprel: 'compound:prt' });
}

/** "handed over the files", "turned the men over to Rome": over is the verb's, and no preposition of what is given or of who gets it. */
function particleOfGiving(forms: readonly string[], words: Word[], at: number): void {
  if (!/^(?:over|back)$/.test(forms[at]!.toLowerCase())) return;
  const noun = words[at]!.deprel === 'case' ? words[at]!.head : at;
  const verb = words[noun]!.head;
  if (verb < 0 || verb > at || !GIVING.test(forms[verb]!.toLowerCase())) return;
  if (noun !== at) {
    const first = verb === at - 1 && !hasUnder(words, verb, /^obj$/);
    if (first) words[noun]!.deprel = 'obj';
    else if (!/^(?:to|from|into)$/.test(forms[at + 1]?.toLowerCase() ?? '')) return;
  }
  for (const word of words) if (word.head === at) word.head = verb;
  Object.assign(words[at]!, { head: verb, deprel: forms[at] === 'over' ? 'compound:prt' : 'advmod' });
}

/** "offered to hand over two suspects": a bare noun between "to" and a particle is an infinitive, with the noun behind its object. */
function infinitiveOfTwo(forms: readonly string[], words: Word[], to: number): void {
  const at = to + 1;
  const verb = words[at];
  const particle = words[at + 1];
  if (!verb) return;
  const governor = verb.head;
  if (words[to]!.head !== at || verb.xpos !== 'NN' || words[governor]?.upos !== 'VERB' || governor > to)
    return;
  if (!PARTICLE.test(forms[at + 1]!) || particle?.head === governor) return;
  const object = words.findIndex((w, i) => i > at + 1 && w.head === governor && NOMINAL.has(w.upos));
  if (object < 0) return;
  Object.assign(verb, { upos: 'VERB', xpos: 'VB', deprel: 'xcomp' });
  Object.assign(words[to]!, { upos: 'PART', xpos: 'TO', deprel: 'mark' });
  Object.assign(particle!, { upos: 'ADP', xpos: 'RP', head: at, deprel: 'compound:prt' });
  Object.assign(words[object]!, { head: at, deprel: 'obj' });
}

/** "clashes between the Malian army and the Chadian army": what is between has two ends; the other one is what is joined behind it. */
function betweenTwo(words: Word[], at: number): void {
  const one = words[at]!.head;
  if (one < at || hasUnder(words, one, /^conj$/)) return;
  const and = words.findIndex((w, i) => i > one && w.deprel === 'cc');
  const other = and < 0 ? -1 : words[and]!.head;
  if (other <= and || words[other]!.deprel !== 'conj' || words[other]!.head >= at) return;
  if (NOMINAL.has(words[other]!.upos)) words[other]!.head = one;
}

/** "Three soldiers are killed and 29 injured": a number is not joined to a verb, its participle is. */
function othersOfPassive(words: Word[], count: number): void {
  const verb = words[count]!.head;
  const other = words.findIndex((w, i) => i > count && w.head === count && w.deprel === 'acl');
  if (words[verb]?.upos !== 'VERB' || words[other]?.xpos !== 'VBN') return;
  if (!hasUnder(words, verb, /^aux:pass$/)) return;
  Object.assign(words[other]!, { head: verb, deprel: 'conj' });
  Object.assign(words[count]!, { head: other, deprel: 'nsubj:pass' });
  for (const word of words) if (word.head === count && word.deprel === 'cc') word.head = other;
}

/** "since the signing of a treaty during the summit in June": what follows tells of the signing, not of the main verb. */
function sinceAct(forms: readonly string[], words: Word[], act: number): void {
  const verb = words[act]!.head;
  if (verb < 0 || words[act]!.upos !== 'NOUN' || !words[act]!.deprel.startsWith('obl') || verb > act) return;
  if (!/(?:ing|ion|ment|al|ure)$/i.test(forms[act]!)) return;
  for (let i = act + 1; i < words.length && forms[i] !== ','; i++) {
    if (words[i]!.head === verb && words[i]!.deprel === 'obl') {
      words[i]!.head = act;
      words[i]!.deprel = 'nmod';
    }
  }
}
