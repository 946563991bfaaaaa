import { remembered, type Span } from '../base/index.js';
import { abbreviation } from './abbreviations.js';

/** What stands between blanks is cut at most this long at a time, so that one endless run costs no more than many short ones. */
const LONGEST_RUN = 400;

const ADDRESS =
  /^(?:(?:https?|ftp):\/\/[^\s<>"”’)\]]+|www\.[^\s<>"”’)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,3}\.(?:com|org|net|gov|edu|int|info|io|co\.uk|ru|cn|uk|de|fr|ir|kp|kr)(?:\/[^\s<>"”’)\]]*)?)/i;
/** Figures with their own commas, points and colons; ordinals and decades keep their letters. */
const FIGURE = /^(?:\d+|(?=\.\d))(?:,\d{3}(?!\d)|[.:]\d+)*(?:(?:st|nd|rd|th|s)(?![\p{L}\p{N}]))?/u;
/** Dates, fractions and telephone numbers that are written without a blank. */
const DATED = /^(?:\d{4}-\d{2}-\d{2}|\d{1,4}(?:\/\d{1,4}){1,2}|(?:\d-)?\d{3}-\d{3,4}-\d{4})(?![\d\p{L}])/u;
/** Names of firms: AT&T. */
const JOINED = /^[A-Z]{1,3}&[A-Z]{1,3}(?![\p{L}\p{N}])/u;
/** Names of things: F-16, COVID-19, S-400, MH17, G7. */
const CODE =
  /^(?:[A-Z][\p{L}]{0,7}-\d+[\p{L}]{0,2}|[\p{L}]+\d[\p{L}\p{N}]*|\d+[A-Z]{1,4}\d+)(?![\p{L}\p{N}])/u;
const LETTERS = /^[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}]+)*/u;
const ACRONYM = /^(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?/u;
const SMILEY = /^(?:[:;]-?[)(DPp](?![\p{L}\p{N}])|<3)/u;
const MANY =
  /^(?:\.{2,}|-{2,}|[!?]{2,}|[*_=~#]{2,}|[<>]{2,}|…+|—+|\[(?:\.\.\.|…)\]|[A-Z]{1,3}\$|[#@][\p{L}_][\p{L}\p{N}_]+)/u;

/** The endings of contractions: they are words of their own. */
const ENDING = /(?:n['’]t|['’](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M))$/;
/** Two words written as one: where the second begins. */
const FUSED: Readonly<Record<string, number>> = {
  ...{ cannot: 3, gonna: 3, gotta: 3, wanna: 3, gimme: 3, lemme: 3 },
};
/** Before a hyphen these are no words of their own. */
const PREFIX =
  /^(?:non|e|anti|re|co|pre|mid|pro|cross|post|semi|over|counter|sub|ex|multi|mini|inter|intra|socio|neo|micro|ultra|quasi-?|al|el|ash|as|an|ad|ar|at|az|ul|bin|de|o)$/i;

/** The tokens of a stretch of text, as the English treebanks of Universal Dependencies cut them. Linear in its length. */
export function tokenize(text: string): Span[] {
  const out: Span[] = [];
  for (const run of text.matchAll(/\S+/g)) {
    const at = run.index;
    for (const { start, end } of tokensOf(run[0])) out.push({ start: at + start, end: at + end });
  }
  return out;
}

/** Runs no longer than this are remembered: news writes the same words with the same marks over and over. */
const SHORT = 20;
const KEPT = 20_000;
const short = remembered(KEPT, cutRun);

/** The tokens of what stands between blanks. */
const tokensOf = (run: string): readonly Span[] => (run.length > SHORT ? cutRun(run) : short(run));

function cutRun(run: string): Span[] {
  const out: Span[] = [];
  for (let from = 0; from < run.length; ) {
    const piece = run.slice(from, from + LONGEST_RUN);
    const length = token(piece, from === 0);
    cut(piece.slice(0, length), from, out);
    from += length;
  }
  return out;
}

/** Length of the token that begins a piece without blanks. */
function token(piece: string, begins: boolean): number {
  const address = begins || /^(?:https?:|www\.)/i.test(piece) ? ADDRESS.exec(piece) : null;
  if (address) return address[0].replace(/[.,;:!?]+$/, '').length;
  for (const pattern of [SMILEY, MANY, DATED, JOINED, CODE]) {
    const found = pattern.exec(piece);
    if (found) return found[0].length;
  }
  const acronym = ACRONYM.exec(piece);
  if (acronym) return acronym[0].length;
  const figure = FIGURE.exec(piece);
  if (figure) return figure[0].length;
  const word = LETTERS.exec(piece);
  if (!word) return wholeCharacter(piece);
  return hyphened(piece, dotted(piece, word[0].length));
}

/** The length with its full stop where that belongs to an abbreviation. */
function dotted(piece: string, length: number): number {
  if (piece[length] !== '.') return length;
  const kind = abbreviation(piece.slice(0, length + 1));
  const known =
    kind !== undefined && (kind !== 'number' || /^\p{Lu}/u.test(piece) || piece.length > length + 1);
  const initial = length === 1 && /\p{Lu}/u.test(piece[0]!);
  return known || (initial && piece.length > 1) ? length + 1 : length;
}

/** The length with what follows the hyphen of a prefix. */
function hyphened(piece: string, length: number): number {
  if (piece[length] !== '-' || !PREFIX.test(piece.slice(0, length))) return length;
  const rest = LETTERS.exec(piece.slice(length + 1));
  if (!rest || /^(?:al|el|ash|as|an|ad|ar|at|az|ul|bin|de|o)$/i.test(piece.slice(0, length))) return length;
  return length + 1 + rest[0].length;
}

/** A character with its other surrogate and the marks upon it. */
const wholeCharacter = (piece: string): number => /^(?:.\p{M}*)/u.exec(piece)?.[0].length ?? 1;

/** Adds a word, or the two of a contraction. */
function cut(form: string, at: number, out: Span[]): void {
  const end = at + form.length;
  const second = FUSED[form.toLowerCase()] ?? ENDING.exec(form)?.index ?? 0;
  if (second > 0) out.push({ start: at, end: at + second });
  out.push({ start: at + second, end });
}
