import type { Document, Token } from '../language/index.js';

/** A noun phrase around its head word: token positions, first to last exclusive. */
export interface Phrase {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  /** Where the words after the name or noun itself begin: "of Russia", "to the UN". */
  readonly tail: number;
}

const INSIDE = new Set([
  'det',
  'amod',
  'compound',
  'nummod',
  'nmod:poss',
  'flat',
  'det:predet',
  'nmod:desc',
  'goeswith',
  'nmod:unmarked',
  'punct',
  'case',
  'advmod',
  'conj',
  'cc',
]);
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);

/** Children of every token of a document. */
export function childrenOf(document: Document): number[][] {
  const children: number[][] = document.tokens.map(() => []);
  for (const token of document.tokens) if (token.head >= 0) children[token.head]!.push(token.index);
  return children;
}

/** The noun phrases of a sentence, one for each nominal that is not itself part of another's name. */
export function phrasesOf(
  document: Document,
  children: readonly number[][],
  first: number,
  last: number,
): Phrase[] {
  const out: Phrase[] = [];
  for (let i = first; i < last; i++) {
    const token = document.tokens[i]!;
    if (!NOMINAL.has(token.pos) && !(token.pos === 'ADJ' && isHeadless(document, token))) continue;
    if (isPart(document, token)) continue;
    out.push(phraseAt(document, children, i));
  }
  return out;
}

/** "the wounded", "the Taliban's": an adjective that stands for a noun. */
function isHeadless(document: Document, token: Token): boolean {
  return /^(?:nsubj|obj|obl|iobj|nmod)/.test(token.deprel) && document.tokens[token.head] !== undefined;
}

/** A word that belongs to the name or title of its head. */
function isPart(document: Document, token: Token): boolean {
  if (!/^(?:compound|flat|nummod|goeswith|amod|nmod:desc)$/.test(token.deprel)) return false;
  const head = document.tokens[token.head];
  return head !== undefined && NOMINAL.has(head.pos);
}

function phraseAt(document: Document, children: readonly number[][], head: number): Phrase {
  let first = head;
  let last = head + 1;
  for (const child of children[head]!) {
    const token = document.tokens[child]!;
    const relation = token.deprel;
    const before = child < head;
    const base = relation.split(':')[0]!;
    if (!INSIDE.has(relation) && !INSIDE.has(base) && base !== 'appos') continue;
    if (
      before &&
      base !== 'cc' &&
      base !== 'conj' &&
      !(base === 'case' && token.pos === 'ADP') &&
      base !== 'punct' &&
      base !== 'advmod'
    ) {
      first = Math.min(first, leftmost(document, children, child));
    }
    if (!before && (base === 'flat' || base === 'compound')) last = Math.max(last, child + 1);
    if (!before && base === 'appos' && child === last && token.pos === 'PROPN') last = child + 1;
    if (!before && base === 'case' && child === last && /^['’]s?$/.test(token.text)) continue;
  }
  // "Prime Minister Sanae Takaichi": names that no file knows do not always hang together in the tree.
  while (document.tokens[head]!.pos === 'PROPN' && isNameGoingOn(document, first, last)) last++;
  // "Kim Jong-un": the tokenizer parts hyphened names, and the tree does not always join them again.
  while (last < document.tokens.length && hyphened(document, last)) last += 2;
  return { head, first, last, tail: last };
}

function isNameGoingOn(document: Document, first: number, last: number): boolean {
  const next = document.tokens[last];
  const before = document.tokens[last - 1];
  if (!next || !before || next.pos !== 'PROPN' || before.pos !== 'PROPN' || next.sentence !== before.sentence)
    return false;
  return next.start === before.end + 1 && next.head >= first && next.head < last;
}

function hyphened(document: Document, at: number): boolean {
  const hyphen = document.tokens[at];
  const next = document.tokens[at + 1];
  const before = document.tokens[at - 1];
  if (!hyphen || !next || !before || !/^[-–]$/.test(hyphen.text)) return false;
  return hyphen.start === before.end && next.start === hyphen.end && before.pos === 'PROPN';
}

function leftmost(document: Document, children: readonly number[][], index: number): number {
  let first = index;
  const open = [index];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    first = Math.min(first, next);
    for (const child of children[next]!) {
      const relation = document.tokens[child]!.deprel;
      if (child < index && !relation.startsWith('punct') && !relation.startsWith('acl')) open.push(child);
    }
  }
  return first;
}
