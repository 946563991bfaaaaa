import { readTable } from '../base/index.js';
import type { Parsed } from './parser/index.js';
import type { Document, Mention, MentionKind, Sentence, Token } from './types.js';

/** What hangs from the head of a mention and is yet no part of it, as the GUM corpus draws the line. */
const APART = new Set(
  'case cc conj punct mark cop aux nsubj csubj advcl parataxis discourse appos dislocated vocative obl ccomp expl'
    .concat(' reparandum orphan list obj iobj xcomp dep')
    .split(' '),
);

/**
 * The kind of the mention that each word of a sentence heads. Numbers, which the network does not tell apart, go by their
 * tag, and a name of several words is of the kind of its last part ("Secretary Cardona") where the network sees that part
 * only.
 */
export function kindsOf(parsed: readonly Parsed[], forms: readonly string[]): (MentionKind | undefined)[] {
  const kinds = parsed.map((word, i) => {
    if (word.mention > 0) return translated(word.kind);
    return word.upos === 'NUM' && /\d/.test(forms[i]!) ? 'number' : undefined;
  });
  parsed.forEach((word, i) => {
    if (kinds[i] !== undefined || word.upos !== 'PROPN' || PART_OF_NAME.test(word.deprel)) return;
    const part = parsed.findLastIndex(
      (other, k) =>
        other.head === i &&
        other.upos === 'PROPN' &&
        PART_OF_NAME.test(other.deprel) &&
        kinds[k] !== undefined,
    );
    if (part < 0) return;
    kinds[i] = kinds[part];
    if (parsed[part]!.deprel === 'flat') kinds[part] = undefined;
  });
  // A title and the name behind it are one: the word that hangs from the other is no mention of its own.
  parsed.forEach((word, i) => {
    const { head } = word;
    const joined = head >= 0 && word.upos === 'PROPN' && /^(?:flat|compound|nmod:desc)$/.test(word.deprel);
    if (joined && kinds[i] === 'person' && parsed[head]!.upos === 'PROPN' && Math.abs(head - i) < 4) {
      if (kinds[head] === undefined || kinds[head] === 'person') {
        kinds[head] = 'person';
        kinds[i] = undefined;
      }
    }
  });
  return kinds;
}

const PART_OF_NAME = /^(?:flat|compound|goeswith|amod|nummod|det)/;

/** The network's kinds are those of the GUM corpus, which calls a date a time. */
const translated = (kind: string): MentionKind => (kind === 'time' ? 'date' : (kind as MentionKind));

/** All mentions of a document in the order of their beginnings, the longer first. Linear in its length. */
export function findMentions(document: Document): Mention[] {
  return agreed(
    document.tokens,
    document.sentences.flatMap((sentence) => inSentence(document.tokens, sentence)),
  );
}

/** Gives a name the kind that it has most often in its document: one sentence alone tells too little of it. */
function agreed(tokens: readonly Token[], mentions: readonly Mention[]): Mention[] {
  const votes = new Map<string, Map<MentionKind, number>>();
  const called = (mention: Mention): string => tokens[mention.head]!.lower;
  for (const mention of mentions) {
    if (mention.form !== 'name') continue;
    const counts = votes.get(called(mention)) ?? new Map<MentionKind, number>();
    votes.set(called(mention), counts);
    counts.set(mention.kind, (counts.get(mention.kind) ?? 0) + 1);
  }
  return mentions.map((mention) => {
    const counts = mention.form === 'name' ? votes.get(called(mention))! : undefined;
    if (!counts || counts.size < 2) return mention;
    const [kind, most] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
    return most > counts.get(mention.kind)! ? { ...mention, kind } : mention;
  });
}

function inSentence(tokens: readonly Token[], sentence: Sentence): Mention[] {
  const reach = reaches(tokens, sentence);
  const found: Mention[] = [];
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = tokens[i]!;
    if (token.heads === undefined) continue;
    const [low, high] = reach[i - sentence.first]!;
    const first = trimmed(tokens, low, i, 1);
    const last = trimmed(tokens, high, i, -1);
    const start = tokens[first]!.start;
    const form =
      token.pos === 'PRON' || token.pos === 'DET' ? 'pronoun' : token.pos === 'PROPN' ? 'name' : 'noun';
    found.push({
      ...{ start, end: tokens[last]!.end, form, head: i, first, last: last + 1 },
      kind: form === 'name' ? (kindOfHead(token) ?? token.heads) : token.heads,
      state: form === 'name' && isState(tokens, i),
    });
  }
  return found.sort((a, b) => a.first - b.first || b.last - a.last);
}

/** First and last token of each phrase: the word with what belongs to it. */
function reaches(tokens: readonly Token[], { first, last }: Sentence): [number, number][] {
  const whole = Array.from({ length: last - first }, (_, k): [number, number] => [first + k, first + k]);
  const phrase = whole.map(([at]): [number, number] => [at, at]);
  for (const i of fromLeaves(tokens, first, last)) {
    const { head } = tokens[i]!;
    if (head < 0) continue;
    widen(whole[head - first]!, whole[i - first]!);
    const bracketed = tokens[i]!.deprel === 'appos' && tokens[whole[i - first]![0]]!.text === '(';
    if (bracketed || !apart(tokens[i]!, i, head)) widen(phrase[head - first]!, whole[i - first]!);
  }
  return phrase;
}

function widen(to: [number, number], by: readonly [number, number]): void {
  if (by[0] < to[0]) to[0] = by[0];
  if (by[1] > to[1]) to[1] = by[1];
}

/** The tokens of a sentence, each after all that hang from it. */
function fromLeaves(tokens: readonly Token[], first: number, last: number): number[] {
  const waiting = new Int32Array(last - first);
  for (let i = first; i < last; i++) if (tokens[i]!.head >= 0) waiting[tokens[i]!.head - first]!++;
  const order: number[] = [];
  for (let i = first; i < last; i++) if (waiting[i - first] === 0) order.push(i);
  for (let k = 0; k < order.length; k++) {
    const { head } = tokens[order[k]!]!;
    if (head >= 0 && --waiting[head - first]! === 0) order.push(head);
  }
  return order;
}

function apart(token: Token, at: number, head: number): boolean {
  const relation = token.deprel.split(':')[0]!;
  if (token.deprel === 'case' && at > head) return false; // the 's of an owner
  if (relation === 'advmod')
    return (
      at < head && /^(?:WRB|RB)$/.test(token.xpos) && !/^(?:about|over|nearly|almost|only)$/.test(token.lower)
    );
  return APART.has(relation);
}

/** Without the marks at an edge. */
function trimmed(tokens: readonly Token[], from: number, head: number, step: 1 | -1): number {
  let at = from;
  while (at !== head && /^[,;:.–—-]$/.test(tokens[at]!.text)) at += step;
  return at;
}

let nameHeads: Map<string, MentionKind> | undefined;

/** The kind that the last word of a name gives away: "Trinity College", "Oakland Bay". */
function kindOfHead(head: Token): MentionKind | undefined {
  nameHeads ??= new Map(
    readTable('language/name-heads.tsv').map((row) => [row.word!, row.kind as MentionKind]),
  );
  return nameHeads.get(head.lower);
}

let states: Set<string> | undefined;

/** Whether a name is that of a state: the head with the names before it. */
function isState(tokens: readonly Token[], head: number): boolean {
  states ??= new Set(readTable('world/states.tsv').map((row) => row.name!.toLowerCase()));
  let first = head;
  while (tokens[first - 1]?.head === head && tokens[first - 1]!.pos === 'PROPN') first--;
  const name = tokens.slice(first, head + 1).map((token) => token.lower);
  return states.has(name.join(' ')) || states.has(tokens[head]!.lower);
}
