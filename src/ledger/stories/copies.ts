/** Words in a shingle. Five in a row are seldom shared by chance. */
const SHINGLE = 4;
/** Shingles in a winnowing window: a run of SHINGLE + WINDOW - 1 words shared by two texts is always found. */
const WINDOW = 3;
/** Texts of so few fingerprints are copies only when they are equal. */
export const FEW = 6;
/** Share of the shorter text's fingerprints that stand in the longer one, from which it counts as a copy. */
export const COPY = 0.5;
/** Copies follow each other within so many days. */
export const COPY_DAYS = 10;
/** A fingerprint in more texts than this is a formula ("Reporting by …"), which tells nothing. */
const FORMULA = 400;

/**
 * Fingerprints of a text: hashes of runs of four words, of which each window of three keeps the least. Sorted, distinct.
 * Winnowing: Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003; the
 * least hash of a set as its sample: Broder, "On the resemblance and containment of documents", 1997.
 */
export function sketch(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes: number[] = [];
  for (let i = 0; i + SHINGLE <= words.length; i++) hashes.push(hash(words.slice(i, i + SHINGLE).join(' ')));
  if (hashes.length === 0 && words.length > 0) hashes.push(hash(words.join(' ')));
  const kept = new Set<number>();
  for (let i = 0; i === 0 || i + WINDOW <= hashes.length; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let j = i; j < Math.min(i + WINDOW, hashes.length); j++) least = Math.min(least, hashes[j]!);
    if (least !== Number.POSITIVE_INFINITY) kept.add(least);
  }
  return Uint32Array.from(kept).sort();
}

/** FNV-1a over UTF-16 units, with the finish of MurmurHash3 so that all bits count in comparisons. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Share of the smaller sketch that the larger one holds, 0 to 1: Broder's containment. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  const least = Math.min(a.length, b.length);
  return least === 0 ? 0 : shared(a, b) / least;
}

function shared(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      count++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return count;
}

/** A report as the search for copies knows it. */
export interface Sketched {
  readonly report: string;
  readonly day: number | null;
  readonly sketch: Uint32Array;
}

/**
 * Finds texts that were copied from each other, in whole or with paragraphs added or cut, as they come in. The groups
 * do not depend on the order of arrival, except for fingerprints that more than 400 texts share.
 */
export class Copies {
  private readonly at = new Map<number, number[]>();
  private readonly texts: Sketched[] = [];
  private readonly parent: number[] = [];
  private readonly equal = new Map<string, number>();
  private readonly index = new Map<string, number>();

  /** Takes a text in. Gives the reports it was found to be a copy of. */
  add(text: Sketched): string[] {
    const me = this.texts.length;
    this.texts.push(text);
    this.parent.push(me);
    this.index.set(text.report, me);
    const key = text.sketch.join();
    const twin = this.equal.get(key);
    if (twin !== undefined && this.near(twin, me)) {
      this.parent[me] = this.root(twin);
      return [this.texts[twin]!.report];
    }
    this.equal.set(key, me);
    const found = this.candidates(text)
      .filter(([other, count]) => this.near(other, me) && this.isCopy(other, me, count))
      .map(([other]) => other);
    for (const other of found) this.union(other, me);
    for (const print of text.sketch) {
      const list = this.at.get(print);
      if (list === undefined) this.at.set(print, [me]);
      else if (list.length <= FORMULA) list.push(me);
    }
    return found.map((other) => this.texts[other]!.report);
  }

  /** The report that stands for all copies of a text: the earliest, then the one whose id comes first. */
  groups(): Map<string, string> {
    const first = new Map<number, Sketched>();
    this.texts.forEach((text, i) => {
      const root = this.root(i);
      const best = first.get(root);
      if (best === undefined || earlier(text, best)) first.set(root, text);
    });
    return new Map(this.texts.map((text, i) => [text.report, first.get(this.root(i))!.report]));
  }

  private candidates(text: Sketched): [number, number][] {
    const counts = new Map<number, number>();
    for (const print of text.sketch) {
      const list = this.at.get(print);
      if (list === undefined || list.length > FORMULA) continue;
      for (const other of list) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    return [...counts];
  }

  private isCopy(other: number, me: number, count: number): boolean {
    const least = Math.min(this.texts[other]!.sketch.length, this.texts[me]!.sketch.length);
    return least >= FEW && count >= FEW && count / least >= COPY;
  }

  private near(other: number, me: number): boolean {
    const a = this.texts[other]!.day;
    const b = this.texts[me]!.day;
    return a === null || b === null || Math.abs(a - b) <= COPY_DAYS;
  }

  private root(i: number): number {
    let at = i;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }

  private union(a: number, b: number): void {
    this.parent[this.root(a)] = this.root(b);
  }
}

function earlier(a: Sketched, b: Sketched): boolean {
  const day = (a.day ?? Number.POSITIVE_INFINITY) - (b.day ?? Number.POSITIVE_INFINITY);
  return day < 0 || (!(day > 0) && a.report < b.report);
}
