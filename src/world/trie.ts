import type { Word } from './words.js';

/** How the letters of a name must stand in the text: all capitals, capitals where the name has them, or any. */
export type Case = 'caps' | 'capital' | 'any';

interface Leaf<T> {
  readonly value: T;
  readonly case: Case;
  readonly capitals: readonly boolean[];
}

interface Node<T> {
  next?: Map<string, Node<T>>;
  leaves?: Leaf<T>[];
}

/** Names by their words, so that a text is compared with all of them in one pass. */
export class Trie<T> {
  private readonly root: Node<T> = { next: new Map() };

  /** Enters a name. A short name without small letters is an abbreviation and must stand in capitals. */
  add(words: readonly Word[], value: T, any = false): void {
    if (words.length === 0) return;
    let node = this.root;
    for (const word of words) {
      node.next ??= new Map();
      let next = node.next.get(word.key);
      if (!next) {
        next = {};
        node.next.set(word.key, next);
      }
      node = next;
    }
    const kind: Case = any
      ? 'any'
      : words.length === 1 && words[0]!.caps && words[0]!.key.length <= 6
        ? 'caps'
        : 'capital';
    node.leaves ??= [];
    node.leaves.push({ value, case: kind, capitals: words.map((word) => word.capital) });
  }

  /** Every name that begins at a word, shortest first, with the position after its last word. */
  matches(words: readonly Word[], at: number, loose = false): { end: number; values: T[] }[] {
    const out: { end: number; values: T[] }[] = [];
    let node: Node<T> | undefined = this.root;
    for (let i = at; i < words.length; i++) {
      if (i > at && !words[i]!.joined) break;
      node = node.next?.get(words[i]!.key);
      if (!node) break;
      const values = (node.leaves ?? [])
        .filter((leaf) => fits(leaf, words, at, loose))
        .map((leaf) => leaf.value);
      if (values.length > 0) out.push({ end: i + 1, values });
    }
    return out;
  }
}

function fits<T>(leaf: Leaf<T>, words: readonly Word[], at: number, loose: boolean): boolean {
  if (loose || leaf.case === 'any') return true;
  if (leaf.case === 'caps')
    return words[at]!.caps || (leaf.capitals.length === 1 && words[at]!.key.length === 1);
  return leaf.capitals.every((capital, i) => !capital || words[at + i]!.capital);
}
