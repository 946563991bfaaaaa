import type { Document, Token } from '../../language/index.js';
import { Tree } from '../tree.js';
import type { Layout } from './layout.js';

/** The tree of a sentence's words and what of it holds its parties together. Positions are those of the layout. */
export interface Syntax {
  readonly tree: Tree;
  /** Word that heads each party's first mention; -1 for a party that is not marked. */
  readonly source: number;
  readonly target: number;
  /** The predicate that speaks of the pair, then what completes it: "agreed", "send"; "launched", "attack". */
  readonly chain: readonly number[];
}

/** Words that deny what they stand with. */
export const NEGATION: ReadonlySet<string> = new Set([
  ...['not', 'never', "n't", 'n’t', 'no', 'without', 'nor', 'neither'],
]);
/** The longest way up a tree that is looked at. */
const LONGEST = 12;
/** How many predicates a chain holds at most. */
const CHAIN = 4;

/** Lays the tree out around the parties. Linear in the length of the sentence. */
export function syntaxOf(layout: Layout): Syntax {
  const tree = treeOf(layout);
  const source = headOf(tree, layout.source);
  const target = headOf(tree, layout.target);
  return { tree, source, target, chain: chainOf(tree, layout, source, target) };
}

const trees = new WeakMap<Token, Tree>();

/** The words' tree with positions counted from the sentence's first word, grown once for all pairs of the sentence. */
function treeOf({ words }: Layout): Tree {
  const [first] = words;
  let tree = first && trees.get(first);
  if (tree?.document.tokens.length === words.length) return tree;
  tree = grown(words);
  if (first) trees.set(first, tree);
  return tree;
}

function grown(words: readonly Token[]): Tree {
  const base = words[0]?.index ?? 0;
  const tokens =
    base === 0
      ? words
      : words.map((word, index) => ({
          ...word,
          index,
          head: word.head < base || word.head >= base + words.length ? -1 : word.head - base,
        }));
  return new Tree({ tokens } as unknown as Document);
}

/** The word of a party that hangs from outside it. */
function headOf(tree: Tree, span: { from: number; to: number } | undefined): number {
  if (!span) return -1;
  for (let i = span.from; i < span.to; i++) {
    const head = tree.head(i);
    if ((head < span.from || head >= span.to) && tree.token(i).pos !== 'PUNCT') return i;
  }
  return span.from;
}

/** The word and those above it, up to the root. */
function wayUp(tree: Tree, from: number): number[] {
  const out: number[] = [];
  for (let at = from; at >= 0 && out.length < LONGEST; at = tree.head(at)) out.push(at);
  return out;
}

const PREDICATES: ReadonlySet<string> = new Set(['VERB', 'AUX', 'ADJ']);

/** The first predicate above a word that is not one of another party; -1 where there is none. */
function predicateAbove(tree: Tree, layout: Layout, from: number): number {
  const above = wayUp(tree, from).slice(1);
  return above.find((i) => PREDICATES.has(tree.token(i).pos) && !layout.party[i]) ?? -1;
}

const SAYING = new Set(['say', 'tell', 'announce', 'state', 'add', 'report', 'reiterate', 'note', 'explain']);

function chainOf(tree: Tree, layout: Layout, source: number, target: number): number[] {
  const first = firstOf(tree, layout, source, target);
  if (first < 0) return [];
  const chain = [first];
  while (chain.length < CHAIN) {
    const next = completionOf(tree, layout, chain[chain.length - 1]!, target);
    if (next < 0 || chain.includes(next)) break;
    chain.push(next);
  }
  // "said it would send": what is said tells the act, not the saying.
  return chain.length > 1 && SAYING.has(tree.token(first).lemma) ? chain.slice(1) : chain;
}

/** The predicate above the source, else the word that both parties hang from, else the predicate above the target. */
function firstOf(tree: Tree, layout: Layout, source: number, target: number): number {
  const ofSource = source < 0 ? -1 : predicateAbove(tree, layout, source);
  if (ofSource >= 0) return ofSource;
  const overTarget = wayUp(tree, target);
  const meet = wayUp(tree, source).find((i) => overTarget.includes(i)) ?? -1;
  if (meet >= 0 && !layout.party[meet]) return meet;
  return target < 0 ? -1 : predicateAbove(tree, layout, target);
}

/** The word that completes a predicate: a clause, else an object or a noun after a preposition that is no party. */
function completionOf(tree: Tree, layout: Layout, index: number, target: number): number {
  const free = (list: readonly number[]) => list.filter((i) => !layout.party[i]);
  const clauses = free(tree.withRelation(index, 'xcomp', 'ccomp'));
  const withTarget = clauses.find((i) => target >= 0 && tree.under(target, i));
  if (withTarget !== undefined) return withTarget;
  if (clauses.length > 0) return clauses[0]!;
  const nouns = free(tree.withRelation(index, 'obj', 'acl', 'iobj'));
  const noun = nouns.find((i) => target >= 0 && tree.under(target, i)) ?? nouns[0];
  if (noun !== undefined) return noun;
  const obliques = free(tree.withRelation(index, 'obl', 'nmod', 'advcl')).filter((i) => i > index);
  return obliques.find((i) => target >= 0 && tree.under(target, i)) ?? -1;
}
