import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { shadowOf } from './shadow.js';
import type { Upos } from './types.js';

const nlp = winkNLP(model, ['sbd', 'pos']);
const its = nlp.its;

/** One token of a stretch of text; offsets are relative to the stretch. */
export interface RawToken {
  start: number;
  end: number;
  pos: Upos;
  lemma: string;
}

/** Tokens of a stretch of prose, sentence by sentence, by wink-nlp. Linear in the length of the text. */
export function winkSentences(text: string): RawToken[][] {
  const shadow = shadowOf(text);
  const doc = nlp.readDoc(shadow.text);
  const values = doc.tokens().out() as string[];
  const tags = doc.tokens().out(its.pos) as string[];
  const lemmas = doc.tokens().out(its.lemma as never) as string[];
  const spans = doc.sentences().out(its.span as never) as unknown as [number, number][];
  const tokens: RawToken[] = [];
  let cursor = 0;
  for (let i = 0; i < values.length; i++) {
    const at = find(shadow.text, values[i]!, cursor);
    cursor = at + values[i]!.length;
    tokens.push({
      start: shadow.original(at),
      end: shadow.original(cursor),
      pos: tags[i] as Upos,
      lemma: (lemmas[i] ?? values[i]!).toLowerCase(),
    });
  }
  return spans.map(([first, last]) => tokens.slice(first, last + 1)).filter((s) => s.length > 0);
}

/** Where the next token stands: right after white space, else (the library normalised it) close by. */
function find(text: string, token: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  if (text.startsWith(token, at)) return at;
  const near = text.slice(at, at + token.length + 64).indexOf(token);
  return near < 0 ? Math.min(at, text.length) : at + near;
}
