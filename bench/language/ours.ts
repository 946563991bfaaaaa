import { type Document as Analysed, analyse, analyseWords } from '../../src/language/index.js';
import type { Found } from './raw.js';
import type { Document } from './treebank.js';

/** A text read by us, each paragraph a part of its own. */
export function readRaw(name: string, text: string): Analysed {
  let end = -2;
  const parts = text.split('\n\n').map((paragraph) => {
    const start = end + 2;
    end = start + paragraph.length;
    return { kind: 'paragraph' as const, span: { start, end } };
  });
  return analyse({ id: name, origin: name, text, parts });
}

/** A document of the treebank read by us with its own sentences and words given. */
export function readGiven(document: Document): Analysed {
  return analyseWords(document.name, document.text, document.sentences);
}

/** Its sentences as the score from raw text takes them. */
export function sentencesOf({ sentences, tokens }: Analysed): Found[][] {
  return sentences.map(({ first, last }) =>
    tokens.slice(first, last).map(({ start, end, pos, head, deprel }) => ({
      ...{ start, end, upos: pos, head: head < 0 ? -1 : head - first, deprel },
    })),
  );
}
