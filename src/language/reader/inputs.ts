import { loaded, rowsOfWord } from '../parser/index.js';
import type { Sentence, Token } from '../types.js';
import { sensesOf } from './senses.js';

/** What the reader of mentions sees of a word; positions count within the sentence. */
export interface Input {
  readonly text: string;
  /** Rows of the tables of words, forms, prefixes, suffixes (two), shapes, names, tags, relations. */
  readonly rows: readonly number[];
  /** Rows of the table of senses. */
  readonly senses: readonly number[];
  /** The word that it hangs from; -1 for the root. */
  readonly head: number;
  /** The first preposition or 's and the first determiner or owner that hang from it; -1 where there is none. */
  readonly marker: number;
  readonly determiner: number;
}

/** How many words before and behind its head a mention may reach. */
export const REACH = 60;

let fine: Map<string, number> | undefined;
let labels: Map<string, number> | undefined;

const places = (list: readonly string[]): Map<string, number> => new Map(list.map((one, i) => [one, i + 1]));

/** The relation of a word as a number from 1; 0 where the treebanks have none such. */
function relationOf(token: Token): number {
  labels ??= places(loaded().labels);
  return labels.get(token.deprel) ?? 0;
}

/** What is seen of each word of a sentence. */
export function inputsOf(tokens: readonly Token[], { first, last }: Sentence): Input[] {
  fine ??= places(loaded().fine);
  const marker = new Int32Array(last - first).fill(-1);
  const determiner = new Int32Array(last - first).fill(-1);
  for (let i = first; i < last; i++) {
    const { head, deprel } = tokens[i]!;
    if (head < 0) continue;
    const list = deprel === 'case' ? marker : /^(?:det|nmod:poss)$/.test(deprel) ? determiner : undefined;
    if (list && list[head - first]! < 0) list[head - first] = i - first;
  }
  return tokens.slice(first, last).map((token, i) => ({
    text: token.text,
    rows: [...rowsOfWord(token.text), fine!.get(token.xpos) ?? 0, relationOf(token)],
    senses: /^(?:NOUN|PROPN|ADJ|X)$/.test(token.pos) ? sensesOf(token.lemma, token.lower) : [],
    head: token.head < 0 ? -1 : token.head - first,
    marker: marker[i]!,
    determiner: determiner[i]!,
  }));
}

/** What an edge of a mention can be told by, for a head: see `edgesOf`. */
export interface Edges {
  /** Codes of the words from the head forwards, and from the head backwards. */
  readonly right: readonly number[];
  readonly left: readonly number[];
}

/**
 * Gives for a word, when asked, codes of the words before and behind that its mention could reach to: three times the relation by which
 * a word belongs to the head (0 the head itself, 1 none), plus 1 where a branch of the head ends with it, 2 where a smaller
 * branch does.
 */
export function edgesOf(tokens: readonly Token[], { first, last }: Sentence): (head: number) => Edges {
  const n = last - first;
  const heads = Int32Array.from({ length: n }, (_, i) => {
    const { head } = tokens[first + i]!;
    return head < 0 ? -1 : head - first;
  });
  const relations = Int32Array.from({ length: n }, (_, i) => relationOf(tokens[first + i]!));
  const low = Int32Array.from({ length: n }, (_, i) => i);
  const high = Int32Array.from({ length: n }, (_, i) => i);
  for (const i of fromLeaves(heads)) {
    const head = heads[i]!;
    if (head < 0) continue;
    low[head] = Math.min(low[head]!, low[i]!);
    high[head] = Math.max(high[head]!, high[i]!);
  }
  const code = (h: number, j: number, end: Int32Array): number => {
    if (j === h) return 0;
    let ends = 0;
    let at = j;
    for (let steps = 0; steps < REACH && heads[at]! >= 0 && heads[at] !== h; steps++) {
      if (end[at] === j) ends = 2;
      at = heads[at]!;
    }
    if (heads[at] !== h) return 3 + ends;
    return 3 * (2 + relations[at]!) + (end[at] === j ? 1 : ends);
  };
  const codes = (h: number, way: 1 | -1, count: number, end: Int32Array): number[] => {
    const out = new Array<number>(count);
    for (let k = 0; k < count; k++) out[k] = code(h, h + way * k, end);
    return out;
  };
  return (h) => ({
    right: codes(h, 1, Math.min(REACH, n - h), high),
    left: codes(h, -1, Math.min(REACH, h + 1), low),
  });
}

/** The words of a sentence, each after all that hang from it. */
function fromLeaves(heads: Int32Array): number[] {
  const waiting = new Int32Array(heads.length);
  for (const head of heads) if (head >= 0) waiting[head]!++;
  const order: number[] = [];
  waiting.forEach((count, i) => {
    if (count === 0) order.push(i);
  });
  for (let k = 0; k < order.length; k++) {
    const head = heads[order[k]!]!;
    if (head >= 0 && --waiting[head]! === 0) order.push(head);
  }
  return order;
}
