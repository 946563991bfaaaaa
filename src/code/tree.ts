import { firstNotBefore, type Span } from '../base/index.js';
import type { Document, Token } from '../language/index.js';

/** What hangs from a word from which nothing hangs. */
const NONE: readonly number[] = [];

/** The dependency trees of a document, walked from heads to dependents. */
export class Tree {
  private readonly dependents: (readonly number[])[];
  /** Prepositions and conjunctions of words, as they were asked for. */
  private readonly cases: string[];
  private readonly marks: string[];

  constructor(readonly document: Document) {
    const { tokens } = document;
    const dependents: number[][] = new Array(tokens.length).fill(NONE);
    for (const { head, index } of tokens) {
      if (head < 0) continue;
      if (dependents[head] === NONE) dependents[head] = [index];
      else dependents[head]!.push(index);
    }
    this.dependents = dependents;
    this.cases = new Array(tokens.length);
    this.marks = new Array(tokens.length);
  }

  token(index: number): Token {
    return this.document.tokens[index]!;
  }

  /** Dependents in text order. */
  children(index: number): readonly number[] {
    return this.dependents[index]!;
  }

  /** Dependents with one of the given relations; `nsubj` also stands for its subtypes, `nsubj:pass` for itself. */
  withRelation(index: number, ...relations: string[]): number[] {
    const found: number[] = [];
    for (const child of this.children(index)) if (this.is(child, ...relations)) found.push(child);
    return found;
  }

  has(index: number, ...relations: string[]): boolean {
    for (const child of this.children(index)) if (this.is(child, ...relations)) return true;
    return false;
  }

  head(index: number): number {
    return this.token(index).head;
  }

  is(index: number, ...relations: string[]): boolean {
    const { deprel } = this.token(index);
    for (const relation of relations) if (isRelation(deprel, relation)) return true;
    return false;
  }

  /** The word and everything joined to it by "and", "or" or a comma. */
  joined(index: number): number[] {
    if (!this.has(index, 'conj')) return [index];
    const nominal = this.isNominal(index);
    const out: number[] = [];
    const open = [index];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      out.push(next);
      const joined = this.withRelation(next, 'conj').filter((child) => this.isNominal(child) === nominal);
      // "a Dane, two Swedes, and a Finn": the tree takes the middle of a list for an apposition.
      const last = joined[joined.length - 1] ?? -1;
      const listed = nominal && this.isAfterComma(last) ? this.withRelation(next, 'appos') : [];
      open.push(...joined, ...listed.filter((child) => child < last));
    }
    return out.sort((a, b) => a - b);
  }

  /** Whether a comma stands before the "and" of a joined word. */
  private isAfterComma(index: number): boolean {
    if (index < 0) return false;
    const and = this.withRelation(index, 'cc')[0] ?? 0;
    return and > 0 && this.token(and - 1).text === ',';
  }

  isNominal(index: number): boolean {
    return NOMINAL.has(this.token(index).pos);
  }

  /** The prepositions that mark a nominal: "in", "out of", "according to". */
  caseOf(index: number): string {
    this.cases[index] ??= this.markersOf(index, 'case')
      .filter((text) => !POSSESSIVE.has(text))
      .join(' ');
    return this.cases[index];
  }

  /** The conjunction or "to" that opens a clause. */
  markOf(index: number): string {
    this.marks[index] ??= this.markersOf(index, 'mark').join(' ');
    return this.marks[index];
  }

  private markersOf(index: number, relation: string): string[] {
    return this.withRelation(index, relation).map((child) => {
      const { lower } = this.token(child);
      const fixed = this.withRelation(child, 'fixed');
      return fixed.length === 0 ? lower : [lower, ...fixed.map((i) => this.token(i).lower)].join(' ');
    });
  }

  /** First and one past the last token of everything that hangs from a word. Iterative: depth is no limit. */
  extent(index: number, skip: (child: number) => boolean = () => false): { first: number; last: number } {
    let first = index;
    let last = index;
    const open = [index];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next < first) first = next;
      if (next > last) last = next;
      for (const child of this.children(next)) if (!skip(child)) open.push(child);
    }
    return { first, last: last + 1 };
  }

  /** The characters of an extent, without punctuation at its ends. */
  spanOf(index: number, skip?: (child: number) => boolean): Span {
    let { first, last } = this.extent(index, skip);
    while (first < index && this.token(first).pos === 'PUNCT') first++;
    while (last - 1 > index && this.token(last - 1).pos === 'PUNCT') last--;
    return { start: this.token(first).start, end: this.token(last - 1).end };
  }

  /** Whether `index` hangs from `ancestor`, directly or not. */
  under(index: number, ancestor: number): boolean {
    for (let at = index; at >= 0; at = this.head(at)) if (at === ancestor) return true;
    return false;
  }

  /** The word `up` steps above another; -1 beyond the root. */
  ancestor(index: number, up: number): number {
    let at = index;
    for (let i = 0; i < up && at >= 0; i++) at = this.head(at);
    return at;
  }

  /** Whether a clause hangs from an act but tells something else. */
  isAside(child: number): boolean {
    return this.is(child, 'parataxis') || (this.is(child, 'conj') && this.token(child).pos === 'VERB');
  }
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'X', 'DET', 'ADJ']);
const POSSESSIVE: ReadonlySet<string> = new Set(["'s", '’s', "'", '’']);

/** Whether a relation is another or a subtype of it. */
function isRelation(deprel: string, relation: string): boolean {
  return deprel === relation || (deprel[relation.length] === ':' && deprel.startsWith(relation));
}

/** The index of the sentence in which a character of the text lies. */
export function sentenceAt({ sentences, tokens }: Document, offset: number): number {
  return firstNotBefore(0, sentences.length, (i) => tokens[sentences[i]!.last - 1]!.end <= offset);
}
