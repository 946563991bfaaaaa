import type { Span } from '../base/index.js';
import type { Part, PartKind, Report } from '../read/index.js';
import { lemmaOf } from './lemma.js';
import { parseWords } from './parser/index.js';
import { findQuoted } from './quoted.js';
import { repaired } from './repair.js';
import { splitSentences } from './split.js';
import { tokenize } from './tokenize.js';
import type { Document, LanguageEngine, Sentence, Token, Upos } from './types.js';

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

/** Sentences, tokens, tags and lemmas of every part of a report that holds prose. */
export function analyse(report: Report): Document {
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  report.parts.forEach((part, index) => {
    if (!PROSE.has(part.kind)) return;
    for (const stretch of stretches(report.text, bodyOf(report, part))) {
      const text = report.text.slice(stretch.start, stretch.end);
      for (const raw of splitSentences(text, tokenize(text))) {
        const first = tokens.length;
        const forms = raw.map((token) => text.slice(token.start, token.end));
        repaired(forms, parseWords(forms)).forEach((parsed, i) => {
          const token = raw[i]!;
          const form = forms[i]!;
          const pos = parsed.upos as Upos;
          tokens.push({
            start: stretch.start + token.start,
            end: stretch.start + token.end,
            index: first + i,
            sentence: sentences.length,
            text: form,
            lower: form.toLowerCase(),
            lemma: lemmaOf(form, pos, parsed.xpos),
            pos,
            xpos: parsed.xpos,
            head: parsed.head < 0 ? -1 : first + parsed.head,
            deprel: parsed.deprel,
          });
        });
        const start = tokens[first]!.start;
        const end = tokens[tokens.length - 1]!.end;
        sentences.push({ index: sentences.length, part: index, first, last: tokens.length, start, end });
      }
    }
  });
  const quoted = findQuoted(
    report.text,
    report.parts.filter((part) => PROSE.has(part.kind)).map((part) => part.span),
  );
  return { report, sentences, tokens, quoted };
}

/** Tokens and sentences by rules, tags, trees and mentions by the network trained here. */
export const engine: LanguageEngine = { name: 'rapport-language', version: '2', analyse };

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
