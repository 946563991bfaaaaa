import type { Parsed } from './parser/index.js';

type Word = { -readonly [K in keyof Parsed]: Parsed[K] };

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);

/** Participles that tell of the whole clause before them: "…, based on a report". */
const OF_CLAUSE = new Set([
  ...['based', 'compared', 'joined', 'followed', 'accompanied', 'given', 'coupled', 'combined', 'led'],
]);

/** Mends what no grammar allows, and two attachments of news style that the treebanks hardly show; the tree stays one. */
export function repaired(forms: readonly string[], parsed: readonly Parsed[]): Parsed[] {
  const words = parsed.map((word): Word => ({ ...word }));
  words.forEach((word, i) => {
    if (word.deprel === 'advcl' && word.xpos === 'VBN' && !OF_CLAUSE.has(forms[i]!.toLowerCase()))
      reducedRelative(forms, words, i);
    if (word.deprel === 'amod' && /^VB[DN]$/.test(word.xpos)) verbOfClause(words, i);
    if (word.deprel === 'case' && forms[i]!.toLowerCase() === 'since') sinceAct(forms, words, word.head);
  });
  return words;
}

/** "The minister promised aid": a modifier has no subject, so it is the verb and what it modified its object. */
function verbOfClause(words: Word[], at: number): void {
  const verb = words[at]!;
  const noun = words[verb.head];
  if (!noun || verb.head < at || !words.some((w) => w.head === at && w.deprel === 'nsubj')) return;
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
  if (words.some((w) => w.head === at && /^(?:nsubj|mark|aux)/.test(w.deprel))) return;
  let noun = at - 2;
  while (noun > verb && words[noun]!.head !== verb) noun = words[noun]!.head;
  if (noun <= verb || !NOMINAL.has(words[noun]!.upos) || words[noun]!.deprel !== 'obj') return;
  words[at]!.head = noun;
  words[at]!.deprel = 'acl';
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
