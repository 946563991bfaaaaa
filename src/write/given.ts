import { analyseWords, type Document, type Token } from '../language/index.js';
import { rowOf } from './conllu.js';
import { ENTITY_FIELDS, entityMarks } from './entities.js';

/**
 * CoNLL-U with the same sentences, tokens and comments, its lemmas, tags, trees and entities replaced by ours. Empty
 * nodes, which no basic tree holds, are left out. Throws on a line that is not CoNLL-U, naming it.
 */
export function retagged(text: string): string {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((block) => block.split('\n').filter((row) => row !== ''))
    .filter((lines) => lines.length > 0);
  blocks.forEach((lines, at) => {
    const bad = lines.findIndex((row) => !/^(#|\d+([-.]\d+)?\t([^\t]+\t){8}[^\t]+$)/.test(row));
    if (bad >= 0) throw new Error(`sentence ${at + 1}, line ${bad + 1} is not CoNLL-U (ten columns, tabs)`);
  });
  return documentsOf(blocks).map(retaggedDocument).join('');
}

type Block = readonly string[];

/** Coreference ends with a document: a block with `# newdoc` begins another. */
function documentsOf(blocks: readonly Block[]): Block[][] {
  const documents: Block[][] = [];
  for (const block of blocks) {
    const last = documents.at(-1);
    if (last && !block.some((row) => row.startsWith('# newdoc'))) last.push(block);
    else documents.push([block]);
  }
  return documents;
}

const isWord = (row: string): boolean => /^\d+\t/.test(row);

function retaggedDocument(blocks: readonly Block[]): string {
  const document = read(blocks);
  const marks = entityMarks(document, []);
  let next = 0;
  return blocks
    .map((lines, at) => {
      const first = next;
      const rows = lines
        .filter((row) => !/^\d+\.\d+\t/.test(row) && !row.startsWith('# global.Entity'))
        .map((row) => {
          if (!isWord(row)) return row;
          const token = document.tokens[next++]!;
          return retag(row, token, first, marks.get(token.index));
        });
      if (at === 0) rows.splice(rows[0]!.startsWith('# newdoc') ? 1 : 0, 0, ENTITY_FIELDS);
      return `${rows.join('\n')}\n\n`;
    })
    .join('');
}

/** The words, joined by blanks, as a document. */
function read(blocks: readonly Block[]): Document {
  let text = '';
  const sentences = blocks.map((lines) =>
    lines.filter(isWord).map((row) => {
      const form = row.split('\t')[1]!;
      const start = text.length;
      text += `${form} `;
      return { start, end: start + form.length };
    }),
  );
  // A block of comments alone holds no sentence.
  return analyseWords(
    'given',
    text,
    sentences.filter((words) => words.length > 0),
  );
}

function retag(row: string, token: Token, first: number, mark: string | undefined): string {
  const cells = row.split('\t');
  const kept = cells[9]!.split('|').filter((field) => field !== '_' && !field.startsWith('Entity='));
  return rowOf(cells[0]!, token, first, [...(mark ? [`Entity=${mark}`] : []), ...kept]);
}
