import type { Span } from '../../base/index.js';
import { abbreviation } from '../../language/index.js';

/** No sentence is read further than this from the words that tell the act. */
const LONGEST = 400;
/** A mark that may end a sentence, with what closes behind it, or the end of a line. */
const END = /[.!?]["”’)]*(?=\s|$)|\n/g;

/** The sentence that a span stands in, by its full stops; parts of a report are apart by line breaks. */
export function sentenceAround(text: string, span: Span): Span {
  const from = Math.max(0, span.start - LONGEST);
  let start = from;
  for (const end of endsOf(text, from, span.start)) start = end;
  const first = text.slice(start).search(/\S/);
  start = Math.min(span.start, start + Math.max(0, first));
  // "QUITO, April 6 (Sample Wire) - " is no part of the sentence.
  const dateline = /^[^\n]{0,100}?\)\s*[-–—]+\s*/.exec(text.slice(start, span.start))?.[0].length ?? 0;
  const to = Math.min(text.length, span.end + LONGEST);
  const [stop = to] = endsOf(text, Math.max(span.start, span.end - 1), to);
  return { start: start + dateline, end: Math.max(span.end, stop) };
}

/** The sentences of a text, without the white space between them. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of [...endsOf(text, 0, text.length), text.length]) {
    const words = text.slice(start, end);
    const trimmed = words.trim();
    const at = start + words.indexOf(trimmed);
    if (trimmed !== '') spans.push({ start: at, end: at + trimmed.length });
    start = end;
  }
  return spans;
}

/** Where sentences end between two places: behind the mark. "U.S." and "Gen." end none. */
function endsOf(text: string, from: number, to: number): number[] {
  const stretch = text.slice(from, to);
  return [...stretch.matchAll(END)].flatMap((match) => {
    const before = /[^\s("“‘]*$/.exec(stretch.slice(Math.max(0, match.index - 20), match.index))?.[0] ?? '';
    // "Joseph R. Biden": an initial.
    const initial = /^\p{Lu}$/u.test(before);
    const abbreviated = match[0] === '.' && (initial || abbreviation(`${before}.`) !== undefined);
    return abbreviated ? [] : [from + match.index + match[0].length];
  });
}
