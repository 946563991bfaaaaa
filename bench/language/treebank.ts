import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A word of a treebank; offsets are into the text of its document. */
export interface Word {
  readonly form: string;
  readonly upos: string;
  /** Position in its sentence, -1 for the root. */
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
  readonly start: number;
  readonly end: number;
}

/** A document rebuilt as plain text: sentences with a blank between them, a blank line before a new paragraph. */
export interface Document {
  readonly name: string;
  readonly text: string;
  readonly sentences: readonly (readonly Word[])[];
  /** Whether its mentions and their coreference are annotated. */
  readonly entities: boolean;
}

const FOLDER = fileURLToPath(new URL('../../../shared/data/treebank/', import.meta.url));

export const treebankIsHere = (): boolean => existsSync(FOLDER);

/** GUM's documents, of `dev` or `train`. */
export const gum = (half: 'dev' | 'train'): Document[] =>
  readdirSync(`${FOLDER}${half}`)
    .sort()
    .flatMap((name) => documents(`${half}/${name}`));

export const ewt = (half: 'dev' | 'train'): Document[] => documents(`ewt/${half}.conllu`);

function documents(file: string): Document[] {
  const content = readFileSync(FOLDER + file, 'utf8');
  const entities = content.includes('# global.Entity');
  return content.split(/(?=^# newdoc)/m).flatMap((part) => {
    const name = /^# newdoc id = (.*)$/m.exec(part)?.[1];
    return name ? [{ name, entities, ...rebuilt(part) }] : [];
  });
}

function rebuilt(part: string): { text: string; sentences: Word[][] } {
  let text = '';
  const sentences: Word[][] = [];
  for (const block of part.split(/\n\n+/)) {
    const lines = block.split('\n');
    const stated = lines.find((line) => line.startsWith('# text = '))?.slice(9);
    if (stated === undefined) continue;
    if (text) text += lines.some((line) => line.startsWith('# newpar')) ? '\n\n' : ' ';
    const from = text.length;
    let cursor = 0;
    const words = lines
      .map((line) => line.split('\t'))
      .filter((cells) => /^\d+$/.test(cells[0]!))
      .map((cells) => {
        const at = stated.indexOf(cells[1]!, cursor);
        if (at >= 0) cursor = at + cells[1]!.length;
        const start = from + (at < 0 ? cursor : at);
        return {
          ...{
            form: cells[1]!,
            upos: cells[3]!,
            head: Number(cells[6]) - 1,
            deprel: cells[7]!,
            misc: cells[9]!,
          },
          ...{ start, end: from + cursor },
        };
      });
    text += stated;
    sentences.push(words);
  }
  return { text, sentences };
}

/** A mention of the treebank: first and last word counted through its document, the head among them. */
export interface GoldMention {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly kind: string;
  readonly named: boolean;
  readonly entity: string;
}

/** The mentions in the brackets of `Entity=`, those in several pieces left out. */
export function goldMentions(document: Document): GoldMention[] {
  const found: GoldMention[] = [];
  const open: { first: number; entity: string; kind: string }[] = [];
  let before = 0;
  for (const sentence of document.sentences) {
    const heads = sentence.map(({ head }) => (head < 0 ? -1 : before + head));
    const close = (first: number, last: number, entity: string, kind: string): void => {
      const at = headOf(sentence, heads, first, last, before);
      found.push({ first, last, head: at, kind, named: sentence[at - before]!.upos === 'PROPN', entity });
    };
    sentence.forEach((word, i) => {
      for (const [part] of (/Entity=([^|]*)/.exec(word.misc)?.[1] ?? '').matchAll(/\([^()]*\)?|[^()]+\)/g)) {
        const [entity = '', kind = ''] = part.replace(/[()]/g, '').split('-');
        if (entity.includes('[')) continue;
        if (!part.startsWith('(')) {
          const at = open.findLastIndex((one) => one.entity === entity);
          const [one] = at < 0 ? [] : open.splice(at, 1);
          if (one) close(one.first, before + i, entity, one.kind);
        } else if (part.endsWith(')')) close(before + i, before + i, entity, kind);
        else open.push({ first: before + i, entity, kind });
      }
    });
    before += sentence.length;
  }
  return found;
}

/** The first word of a stretch, marks apart, whose own head lies outside it. */
function headOf(
  sentence: readonly Word[],
  heads: readonly number[],
  first: number,
  last: number,
  before: number,
): number {
  for (let at = first; at <= last; at++) {
    const head = heads[at - before] ?? -1;
    if ((head < first || head > last) && sentence[at - before]?.upos !== 'PUNCT') return at;
  }
  return first;
}
