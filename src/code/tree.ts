import { firstNotBefore, type Span } from '../base/index.js';
import type { Document, Token } from '../language/index.js';

/** The dependency trees of a document, walked from heads to dependents. */
export class Tree {
  private readonly dependents: number[][];

  constructor(readonly document: Document) {
    this.dependents = document.tokens.map(() => []);
    for (const token of document.tokens) if (token.head >= 0) this.dependents[token.head]!.push(token.index);
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
    return this.children(index).filter((child) =>
      relations.some((relation) => isRelation(this.token(child), relation)),
    );
  }

  has(index: number, ...relations: string[]): boolean {
    return this.withRelation(index, ...relations).length > 0;
  }

  head(index: number): number {
    return this.token(index).head;
  }

  is(index: number, ...relations: string[]): boolean {
    return relations.some((relation) => isRelation(this.token(index), relation));
  }

  /** The word and everything joined to it by "and", "or" or a comma. */
  joined(index: number): number[] {
    const out: number[] = [];
    const open = [index];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      out.push(next);
      const joined = this.withRelation(next, 'conj').filter(
        (child) => this.isNominal(child) === this.isNominal(index),
      );
      // "a Dane, two Swedes, and a Finn": the tree takes the middle of a list for an apposition.
      const last = joined[joined.length - 1] ?? -1;
      const listed = this.isNominal(index) && this.isAfterComma(last) ? this.withRelation(next, 'appos') : [];
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
    return ['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'X', 'DET', 'ADJ'].includes(this.token(index).pos);
  }

  /** The prepositions that mark a nominal: "in", "out of", "according to". */
  caseOf(index: number): string {
    return this.withRelation(index, 'case')
      .map((child) => [child, ...this.withRelation(child, 'fixed')].map((i) => this.token(i).lower).join(' '))
      .filter((text) => text !== "'s" && text !== '’s' && text !== "'" && text !== '’')
      .join(' ');
  }

  /** The conjunction or "to" that opens a clause. */
  markOf(index: number): string {
    return this.withRelation(index, 'mark')
      .map((child) => [child, ...this.withRelation(child, 'fixed')].map((i) => this.token(i).lower).join(' '))
      .join(' ');
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

function isRelation(token: Token, relation: string): boolean {
  return token.deprel === relation || token.deprel.startsWith(`${relation}:`);
}

/** The index of the sentence in which a character of the text lies. */
export function sentenceAt({ sentences, tokens }: Document, offset: number): number {
  return firstNotBefore(0, sentences.length, (i) => tokens[sentences[i]!.last - 1]!.end <= offset);
}
