import type { Document, Sentence, Token } from '../language/index.js';
import type { Reading } from '../stages.js';
import { ENTITY_FIELDS, entityMarks } from './entities.js';

/** A report as CoNLL-U: a block a sentence, with mentions, coreference and actor codes as `Entity=` in MISC. */
export function conllu(reading: Pick<Reading, 'report' | 'document' | 'mentions'>): string {
  const { report, document, mentions } = reading;
  const marks = entityMarks(document, mentions);
  const begin = `# newdoc id = ${report.id}\n${ENTITY_FIELDS}\n`;
  const blocks = document.sentences
    .map((sentence, i) => {
      const text = report.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
      const lines = wordsOf(document, sentence).map((token, k, all) =>
        line(token, sentence, all[k + 1], marks),
      );
      return `# sent_id = ${report.id}-${i + 1}\n# text = ${text}\n${lines.join('\n')}\n\n`;
    })
    .join('');
  return begin + blocks;
}

const wordsOf = (document: Document, sentence: Sentence): readonly Token[] =>
  document.tokens.slice(sentence.first, sentence.last);

function line(
  token: Token,
  sentence: Sentence,
  next: Token | undefined,
  marks: ReadonlyMap<number, string>,
): string {
  const misc = [
    ...(marks.has(token.index) ? [`Entity=${marks.get(token.index)}`] : []),
    ...(next?.start === token.end ? ['SpaceAfter=No'] : []),
    `TokenRange=${token.start}:${token.end}`,
  ];
  return rowOf(`${token.index - sentence.first + 1}`, token, sentence.first, misc);
}

/** The ten columns of a token of the sentence that begins with token `first`. */
export function rowOf(id: string, token: Token, first: number, misc: readonly string[]): string {
  const { text, lemma, pos, xpos, head, deprel } = token;
  return [
    ...[id, text, lemmaShown(text, pos, lemma), pos, xpos, '_'],
    ...[head < 0 ? 0 : head - first + 1, head < 0 ? 'root' : deprel, '_', misc.join('|') || '_'],
  ].join('\t');
}

/** The treebanks keep the capitals of names; ours are small, to be looked up. */
const lemmaShown = (form: string, upos: string, lemma: string): string => (upos === 'PROPN' ? form : lemma);

/** Each sentence as a tree of indented lines: the root, and under each word what hangs from it, in the order of the text. */
export function syntaxText(document: Document): string {
  return document.sentences
    .map((sentence) => {
      const words = wordsOf(document, sentence);
      const under = (head: number, depth: number): string[] =>
        words
          .filter((token) => token.head === head)
          .flatMap((token) => [
            `${'  '.repeat(depth)}${token.text}  ${token.pos} ${token.deprel}  [${token.start}:${token.end}]`,
            ...(depth < DEEPEST ? under(token.index, depth + 1) : []),
          ]);
      return `${words.map((token) => token.text).join(' ')}\n${under(-1, 1).join('\n')}\n\n`;
    })
    .join('');
}

/** No real sentence is deeper; a list of thousands of words may be. */
const DEEPEST = 200;
