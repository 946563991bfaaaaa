import type { NameWord, Word } from './words.js';

/** How the letters of a name must stand in the text: all capitals, where the name has them, any, or the same ("LeT"). */
export type Case = 'caps' | 'capital' | 'any' | 'same';

interface Leaf<T> {
  readonly value: T;
  readonly case: Case;
  readonly capitals: readonly boolean[];
  readonly text: string;
}

/** What one name, by the keys of its words, may stand for. */
interface Names<T> {
  readonly leaves: Leaf<T>[];
  readonly values: T[];
}

/** A name that stands in a text. */
interface Found<T> {
  readonly end: number;
  readonly values: readonly T[];
}

/** Names by their words, so that a text is compared with all of them in one pass. */
export class NameIndex<T> {
  private readonly names = new Map<string, Names<T>>();
  /** The number of words of the longest name that begins with a word. */
  private readonly longest = new Map<string, number>();

  /** Enters a name. A short name without small letters is an abbreviation and must stand in capitals. */
  add(words: readonly NameWord[], value: T, any = false): void {
    const first = words[0];
    if (!first) return;
    let key = first.key;
    for (let i = 1; i < words.length; i++) key += ` ${words[i]!.key}`;
    const short = words.length === 1 && first.caps && first.key.length <= 6;
    const leaf: Leaf<T> = {
      value,
      case: any
        ? 'any'
        : short
          ? 'caps'
          : words.length === 1 && /^[A-Z][a-z]?[A-Z]$/.test(first.text)
            ? 'same'
            : 'capital',
      capitals: words.map((word) => word.capital),
      text: first.text,
    };
    const same = this.names.get(key);
    same?.leaves.push(leaf);
    same?.values.push(value);
    if (!same) this.names.set(key, { leaves: [leaf], values: [value] });
    if ((this.longest.get(first.key) ?? 0) < words.length) this.longest.set(first.key, words.length);
  }

  /**
   * Every name that begins at a word, shortest first, with the position after its last word. The same list of values wherever
   * all that a name may stand for fits.
   */
  matches(words: readonly Word[], at: number, loose = false): readonly Found<T>[] {
    const out: Found<T>[] = [];
    const most = this.longest.get(words[at]!.key);
    if (most === undefined) return out;
    let key = '';
    for (let i = at; i < words.length && i < at + most; i++) {
      if (i > at && !words[i]!.joined) break;
      key = i === at ? words[i]!.key : `${key} ${words[i]!.key}`;
      const named = this.names.get(key);
      if (!named) continue;
      const { leaves } = named;
      const values = leaves.every((leaf) => fits(leaf, words, at, loose))
        ? named.values
        : leaves.filter((leaf) => fits(leaf, words, at, loose)).map((leaf) => leaf.value);
      if (values.length > 0) out.push({ end: i + 1, values });
    }
    return out;
  }
}

function fits<T>(leaf: Leaf<T>, words: readonly Word[], at: number, loose: boolean): boolean {
  if (loose || leaf.case === 'any') return true;
  if (leaf.case === 'same') return words[at]!.text === leaf.text;
  if (leaf.case === 'caps')
    return words[at]!.caps || (leaf.capitals.length === 1 && words[at]!.key.length === 1);
  return leaf.capitals.every((capital, i) => !capital || words[at + i]!.capital);
}
