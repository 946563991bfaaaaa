import type { Span } from '../base/index.js';
import type { Part, PartKind, Report } from '../read/index.js';
import { formOf, lemmaOfForm } from './forms.js';
import { asHeadline } from './headline.js';
import { parseWords } from './parser/index.js';
import { findQuoted } from './quoted.js';
import { repaired } from './repair.js';
import { splitSentences } from './split.js';
import { tokenize } from './tokenize.js';
import type { Document, Sentence, Token, Upos } from './types.js';

const PROSE: ReadonlySet<PartKind> = new Set([
  'headline',
  'synopsis',
  'takeaway',
  'paragraph',
  'item',
  'caption',
]);

/** The longest stretch analysed at once; a longer paragraph is cut at white space. */
const LONGEST_STRETCH = 20_000;

/** Sentences, tokens, tags, lemmas and trees of every part of a report that holds prose. */
export function analyse(report: Report): Document {
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  report.parts.forEach((part, index) => {
    if (!PROSE.has(part.kind)) return;
    for (const stretch of stretches(report.text, bodyOf(report, part))) {
      const text = report.text.slice(stretch.start, stretch.end);
      for (const words of splitSentences(text, tokenize(text)))
        addSentence(sentences, tokens, index, report.text, words, stretch.start);
    }
  });
  const quoted = findQuoted(
    report.text,
    report.parts.filter((part) => PROSE.has(part.kind)).map((part) => part.span),
  );
  return { report, sentences, tokens, quoted };
}

/** The same for a text whose sentences and words are given, as spans into it. */
export function analyseWords(id: string, text: string, given: readonly (readonly Span[])[]): Document {
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  for (const words of given) addSentence(sentences, tokens, 0, text, words, 0);
  const span = { start: 0, end: text.length };
  const report: Report = { id, origin: id, text, parts: [{ kind: 'paragraph', span }] };
  return { report, sentences, tokens, quoted: findQuoted(text, [span]) };
}

/** Adds a sentence with its tokens; `words` are spans into the text from `offset` on. */
function addSentence(
  sentences: Sentence[],
  tokens: Token[],
  part: number,
  text: string,
  words: readonly Span[],
  offset: number,
): void {
  const first = tokens.length;
  const known = words.map(({ start, end }) => formOf(text.slice(offset + start, offset + end)));
  const forms = known.map((form) => form.text);
  const parsed = asHeadline(forms, repaired(forms, parseWords(forms)));
  parsed.forEach((word, i) => {
    const form = known[i]!;
    const pos = word.upos as Upos;
    tokens.push({
      start: offset + words[i]!.start,
      end: offset + words[i]!.end,
      index: first + i,
      sentence: sentences.length,
      text: form.text,
      lower: form.lower,
      lemma: lemmaOfForm(form, pos, word.xpos),
      pos,
      xpos: word.xpos,
      head: word.head < 0 ? -1 : first + word.head,
      deprel: word.deprel,
    });
  });
  const start = tokens[first]!.start;
  const end = tokens[tokens.length - 1]!.end;
  sentences.push({ index: sentences.length, part, first, last: tokens.length, start, end });
}

/** A part without the dateline that opens it. */
function bodyOf(report: Report, part: Part): Span {
  const dateline = report.dateline?.span;
  if (dateline && part.span.start <= dateline.start && dateline.end <= part.span.end) {
    return { start: dateline.end, end: part.span.end };
  }
  return part.span;
}

/** A span in pieces of bounded length, cut at white space where there is any. */
function stretches(text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  while (span.end - start > LONGEST_STRETCH) {
    const cut = text.lastIndexOf(' ', start + LONGEST_STRETCH);
    const end = cut > start ? cut : start + LONGEST_STRETCH;
    pieces.push({ start, end });
    start = end;
  }
  if (start < span.end) pieces.push({ start, end: span.end });
  return pieces;
}
