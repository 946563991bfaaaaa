import type { Tree } from '../code/index.js';
import type { Document, Token } from '../language/index.js';
import { type Cue, cueOf } from './cues.js';
import { findMarks, type Mark } from './marks.js';

const BODY = new Set(['paragraph', 'item', 'headline']);

/** A sentence, or several that one pair of marks holds together. */
export interface Unit {
  readonly index: number;
  readonly first: number;
  readonly last: number; // one past the last token
  readonly part: number;
}

/** The words of a document in a row, with the marks and reporting verbs among them. */
export class Surface {
  readonly marks: readonly Mark[];
  readonly units: readonly Unit[];
  private readonly markAt: Int32Array;
  private readonly unitAt: Int32Array;

  constructor(
    readonly document: Document,
    readonly tree: Tree,
  ) {
    this.marks = findMarks(document, (part) => this.isBody(part));
    this.markAt = new Int32Array(document.tokens.length).fill(-1);
    for (const mark of this.marks) this.markAt.fill(mark.index, mark.first, mark.last);
    this.units = this.join();
    this.unitAt = new Int32Array(document.tokens.length).fill(-1);
    for (const unit of this.units) this.unitAt.fill(unit.index, unit.first, unit.last);
  }

  isBody(part: number): boolean {
    return BODY.has(this.document.report.parts[part]!.kind);
  }

  token(index: number): Token {
    return this.document.tokens[index]!;
  }

  /** The word outside every pair of marks at a position, within a unit. */
  outer(unit: Unit, index: number): Token | undefined {
    return index >= unit.first && index < unit.last && this.markAt[index] === -1
      ? this.token(index)
      : undefined;
  }

  /** Position in `marks` of the pair around a token; -1 outside. */
  markOf(index: number): number {
    return this.markAt[index] ?? -1;
  }

  unitOf(index: number): Unit | undefined {
    return this.units[this.unitAt[index] ?? -1];
  }

  /** The reporting verb at a token; undefined for a noun, a passive or any other word. */
  cueAt(index: number): Cue | undefined {
    const token = this.document.tokens[index];
    if (token?.xpos === 'NNS' && this.isHeadline(token) && this.markAt[index + 1]! >= 0)
      return cueOf(token.lower.replace(/s$/, ''));
    if (!token || !/^VB/.test(token.xpos) || token.pos === 'AUX' || token.deprel === 'amod') return undefined;
    // "well-understood concepts"
    if (this.document.tokens[index - 1]?.text === '-') return undefined;
    const next = this.document.tokens[index + 1];
    const phrase = next && cueOf(`${token.lemma} ${next.lower}`);
    return phrase ?? cueOf(token.lemma);
  }

  /** In headlines a verb before marks may be tagged as a noun: "Minister slams 'reckless' flight". */
  private isHeadline(token: Token): boolean {
    return this.document.report.parts[this.document.sentences[token.sentence]!.part]!.kind === 'headline';
  }

  /** "was told", "is believed": who reports is not the subject. */
  isPassive(index: number): boolean {
    const token = this.token(index);
    if (token.xpos !== 'VBN' && token.xpos !== 'VBD') return false;
    // "was seized and told that"
    const joined =
      token.xpos === 'VBN' && this.tree.is(index, 'conj') && !this.tree.has(index, 'nsubj', 'aux');
    if (joined && this.tree.has(this.tree.head(index), 'aux:pass')) return true;
    let at = index - 1;
    while (at >= 0 && /^RB/.test(this.token(at).xpos)) at--;
    const before = at >= 0 ? this.token(at) : undefined;
    return before !== undefined && ['be', 'get'].includes(before.lemma) && before.sentence === token.sentence;
  }

  /** "did not say", "refused to say", "without saying": the words were not said. */
  isNegated(index: number): boolean {
    for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
      const token = this.token(at);
      if (/^(?:not|n't|n’t|never|without|nor)$/.test(token.lower)) return true;
      if (/^(?:refuse|decline|fail)$/.test(token.lemma)) return true;
      if (!/^(?:RB|MD|TO|VB[DZP]?|VBN)$/.test(token.xpos) && token.pos !== 'AUX') return false;
    }
    return false;
  }

  private join(): Unit[] {
    const out: { index: number; first: number; last: number; part: number }[] = [];
    for (const sentence of this.document.sentences) {
      const before = out.at(-1);
      const mark = sentence.first > 0 ? this.markAt[sentence.first - 1]! : -1;
      const held = mark >= 0 && this.markAt[sentence.first] === mark;
      // A runaway pair of marks must not make one unit of a whole page.
      if (before && held && before.part === sentence.part && sentence.last - before.first < 600) {
        before.last = sentence.last;
      } else {
        const { first, last, part } = sentence;
        out.push({ index: out.length, first, last, part });
      }
    }
    return out;
  }
}
