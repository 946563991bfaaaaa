import type { Document, Sentence, Token } from '../language/index.js';
import type { Reading } from '../stages.js';
import type { Mention } from '../world/index.js';

/** A report as CoNLL-U: a block a sentence, with the actors named in it as `Entity=` in MISC. */
export function conllu(reading: Pick<Reading, 'report' | 'document' | 'mentions'>): string {
  const { report, document, mentions } = reading;
  const marks = entityMarks(document, mentions);
  return document.sentences
    .map((sentence, i) => {
      const text = report.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
      const lines = wordsOf(document, sentence).map((token, k, all) =>
        line(token, sentence, all[k + 1], marks),
      );
      return `# sent_id = ${report.id}-${i + 1}\n# text = ${text}\n${lines.join('\n')}\n\n`;
    })
    .join('');
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
  const head = token.head < 0 ? 0 : token.head - sentence.first + 1;
  const cells = [
    ...[
      token.index - sentence.first + 1,
      token.text,
      lemmaShown(token.text, token.pos, token.lemma),
      token.pos || '_',
      token.xpos || '_',
      '_',
    ],
    ...[head, token.head < 0 ? 'root' : token.deprel, '_', misc.join('|')],
  ];
  return cells.join('\t');
}

/** The treebanks keep the capitals of names; ours are small, to be looked up. */
const lemmaShown = (form: string, upos: string, lemma: string): string => (upos === 'PROPN' ? form : lemma);

/** Brackets as in GUM: `(state-PRK` on the first word of a mention, `)` on its last; outer brackets outermost. */
function entityMarks(document: Document, mentions: readonly Mention[]): Map<number, string> {
  const opening = new Map<number, string>();
  const closing = new Map<number, string>();
  const named = mentions.filter((m) => m.resolution.actor && m.form !== 'pronoun');
  for (const mention of [...named].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const inside = document.tokens.filter((t) => t.start < mention.end && t.end > mention.start);
    const first = inside[0];
    const last = inside[inside.length - 1];
    if (!first || !last) continue;
    const actor = mention.resolution.actor!;
    opening.set(first.index, `${opening.get(first.index) ?? ''}(${actor.kind}-${actor.code}`);
    closing.set(last.index, `${closing.get(last.index) ?? ''})`);
  }
  const all = new Map(opening);
  for (const [index, brackets] of closing) all.set(index, (all.get(index) ?? '') + brackets);
  return all;
}

/** What a parser says of one given word; the head as a position in its sentence, -1 for the root. */
export interface Tagged {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

/**
 * CoNLL-U with the same sentences, tokens and comments, its tags and trees replaced by those of `parse`. Empty nodes,
 * which no basic tree holds, are left out. Throws on a line that is not CoNLL-U, naming it.
 */
export function retagged(text: string, parse: (forms: readonly string[]) => readonly Tagged[]): string {
  let at = 0;
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const lines = block.split('\n').filter((row) => row !== '');
      const words = lines.filter((row) => /^\d+\t/.test(row)).map((row) => row.split('\t'));
      const bad = lines.findIndex((row) => !/^(#|\d+([-.]\d+)?\t([^\t]+\t){8}[^\t]+$)/.test(row));
      if (bad >= 0) throw new Error(`sentence ${at + 1}, line ${bad + 1} is not CoNLL-U (ten columns, tabs)`);
      at++;
      const parsed = parse(words.map((cells) => cells[1]!));
      let word = 0;
      const out = lines
        .filter((row) => !/^\d+\.\d+\t/.test(row))
        .map((row) => (/^\d+\t/.test(row) ? retag(row.split('\t'), parsed[word++]!) : row));
      return `${out.join('\n')}\n\n`;
    })
    .join('');
}

function retag(cells: readonly string[], word: Tagged): string {
  const [id, form] = cells;
  const head = word.head + 1;
  return [
    ...[id, form, lemmaShown(form!, word.upos, word.lemma), word.upos || '_', word.xpos || '_', '_', head],
    ...[head === 0 ? 'root' : word.deprel, '_', cells[9]],
  ].join('\t');
}

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
