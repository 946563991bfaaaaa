import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Found } from './raw.js';

const nlp = winkNLP(model, ['sbd', 'pos']);

/** Sentences and tags by wink-nlp, which our own engine took the place of, a paragraph at a time. */
export function readByWink(text: string): Found[][] {
  const out: Found[][] = [];
  let offset = 0;
  for (const paragraph of text.split('\n\n')) {
    const document = nlp.readDoc(paragraph);
    const values = document.tokens().out() as string[];
    const tags = document.tokens().out(nlp.its.pos) as string[];
    const spans = document.sentences().out(nlp.its.span as never) as unknown as [number, number][];
    let cursor = 0;
    const words = values.map((value, i) => {
      const at = Math.max(cursor, paragraph.indexOf(value, cursor));
      cursor = at + value.length;
      return { start: offset + at, end: offset + cursor, upos: tags[i]! };
    });
    out.push(...spans.map(([first, last]) => words.slice(first, last + 1)));
    offset += paragraph.length + 2;
  }
  return out;
}
