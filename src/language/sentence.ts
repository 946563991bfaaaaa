import { overlaps, type Span } from '../base/index.js';
import { splitSentences } from './split.js';
import { tokenize } from './tokenize.js';

/** Characters on each side within which the sentence is looked for: an endless line costs no more than a long one. */
const REACH = 500;

/** The sentences, as one stretch, that some characters of a text stand in; found without analysing the whole text. */
export function sentenceAround(text: string, span: Span): Span {
  const from = Math.max(0, span.start - REACH, text.lastIndexOf('\n\n', span.start) + 1);
  const gap = text.indexOf('\n\n', span.end);
  const to = Math.min(text.length, span.end + REACH, gap < 0 ? text.length : gap);
  const window = text.slice(from, to);
  const around = splitSentences(window, tokenize(window))
    .map((words) => ({ start: from + words[0]!.start, end: from + words.at(-1)!.end }))
    .filter((sentence) => overlaps(sentence, span));
  return {
    start: Math.min(span.start, ...around.map((s) => s.start)),
    end: Math.max(span.end, ...around.map((s) => s.end)),
  };
}
