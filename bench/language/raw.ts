import type { Span } from '../../src/base/index.js';
import type { Document, Word } from './treebank.js';

/** A word found in a text; the head counts through the sentence, -1 for the root. */
export interface Found extends Span {
  readonly upos: string;
  readonly head?: number;
  readonly deprel?: string;
}

/** Right, gold and found counts of one thing. */
class Count {
  right = 0;
  gold = 0;
  found = 0;

  get f1(): string {
    return ((2 * this.right) / (this.gold + this.found)).toFixed(3);
  }
}

const NAMES = ['tokens', 'sentences', 'UPOS', 'UAS', 'LAS'] as const;

/** F1 from raw text as in the CoNLL 2018 shared task: what counts are the characters a word covers. */
export class RawScore {
  private readonly counts = Object.fromEntries(NAMES.map((name) => [name, new Count()])) as Record<
    (typeof NAMES)[number],
    Count
  >;

  /** Adds a document and the sentences found in its text. */
  add(document: Document, found: readonly (readonly Found[])[]): void {
    const gold = wordsBySpan(document.sentences);
    const words = found.reduce((sum, sentence) => sum + sentence.length, 0);
    for (const name of NAMES) {
      this.counts[name].gold += name === 'sentences' ? document.sentences.length : gold.size;
      this.counts[name].found += name === 'sentences' ? found.length : words;
    }
    const ends = new Set(document.sentences.map((sentence) => edges(sentence)));
    for (const sentence of found) {
      if (sentence.length === 0) continue;
      if (ends.has(edges(sentence))) this.counts.sentences.right++;
      for (const word of sentence) this.addWord(gold.get(key(word)), word, sentence);
    }
  }

  private addWord(
    gold: { word: Word; head: string } | undefined,
    word: Found,
    sentence: readonly Found[],
  ): void {
    if (!gold) return;
    this.counts.tokens.right++;
    if (gold.word.upos === word.upos) this.counts.UPOS.right++;
    if (word.head === undefined) return;
    if (gold.head !== (word.head < 0 ? 'root' : key(sentence[word.head]!))) return;
    this.counts.UAS.right++;
    if (gold.word.deprel === word.deprel) this.counts.LAS.right++;
  }

  toString(): string {
    return NAMES.filter((name) => this.counts[name].right > 0)
      .map((name) => `${name} ${this.counts[name].f1}`)
      .join('  ');
  }
}

const key = ({ start, end }: Span): string => `${start}:${end}`;
const edges = (words: readonly Span[]): string => `${words[0]!.start}:${words.at(-1)!.end}`;

function wordsBySpan(sentences: readonly (readonly Word[])[]): Map<string, { word: Word; head: string }> {
  return new Map(
    sentences.flatMap((sentence) =>
      sentence.map(
        (word) => [key(word), { word, head: word.head < 0 ? 'root' : key(sentence[word.head]!) }] as const,
      ),
    ),
  );
}
