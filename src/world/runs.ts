import type { Document, Sentence, Token } from '../language/index.js';
import { type Chunk, chunksOf } from './lexicon.js';
import { type Word, wordsOf } from './words.js';

/** The words of a sentence with their readings and the tokens they belong to. */
export interface Line {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly chunks: readonly Chunk[];
  /** Token of each word. */
  readonly tokens: readonly Token[];
  /** Chunk over each word, if any. */
  readonly over: readonly (Chunk | undefined)[];
}

/** A stretch of words that form one noun phrase without what follows it. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

const cut = new WeakMap<Document, readonly Line[]>();

/** The lines of a document's sentences, worked out once. */
export function linesOf(document: Document): readonly Line[] {
  const known = cut.get(document);
  if (known) return known;
  const lines = document.sentences.map((sentence) => lineOf(document, sentence));
  cut.set(document, lines);
  return lines;
}

/** Cuts a sentence of a document into words with readings. */
function lineOf(document: Document, sentence: Sentence): Line {
  const words = wordsOf(document.report.text, sentence.start, sentence.end);
  const chunks = chunksOf(words);
  const over: (Chunk | undefined)[] = new Array(words.length);
  for (const chunk of chunks) over.fill(chunk, chunk.first, chunk.last);
  const tokens: Token[] = [];
  let at = sentence.first;
  for (const word of words) {
    while (at + 1 < sentence.last && document.tokens[at]!.end <= word.start) at++;
    tokens.push(document.tokens[at]!);
  }
  return { sentence, words, chunks, tokens, over };
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'X', 'SYM']);

/** The noun phrases of a line, left to right, without overlaps. */
export function runsOf(line: Line): Run[] {
  const out: Run[] = [];
  let first = -1;
  const close = (last: number) => {
    if (first >= 0 && last > first) out.push(...split(line, { first, last }));
    first = -1;
  };
  for (let i = 0; i < line.words.length; i++) {
    const whole = isWhole(line, i);
    const inner = whole && line.over[i]!.first < i;
    const starts = !inner && startsPhrase(line, i);
    if (!whole && !belongs(line, i)) {
      close(i);
      continue;
    }
    if (first >= 0 && !inner && (starts || parted(line, i))) close(i);
    if (first < 0) first = i;
  }
  close(line.words.length);
  return out;
}

/** Whether a word is part of a name or noun of the lexicon, whatever its tag. */
function isWhole(line: Line, i: number): boolean {
  const chunk = line.over[i];
  if (!chunk) return false;
  if (chunk.entries.some((entry) => entry.kind !== 'agent'))
    return line.words[chunk.first]!.capital || NOMINAL.has(line.tokens[i]!.pos);
  if (chunk.last - chunk.first > 1) return NOMINAL.has(line.tokens[chunk.last - 1]!.pos);
  return (
    line.tokens[i]!.pos === 'NOUN' ||
    line.tokens[i]!.pos === 'PROPN' ||
    (line.words[i]!.capital && line.tokens[i]!.pos !== 'VERB')
  );
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|january|february|april|june|july|september|october|november|december)$/;

/** A year that dates the clause, and counts nobody: "In 2011 Chad asked". */
const isYear = ({ text, deprel }: Token): boolean => /^(?:1[89]|20)\d\d$/.test(text) && /^obl/.test(deprel);

function belongs(line: Line, i: number): boolean {
  const token = line.tokens[i]!;
  if (CALENDAR.test(token.lower) || isYear(token)) return false;
  if (/^VB[ZDP]$/.test(token.xpos) && token.head < 0) return false;
  if (NOMINAL.has(token.pos)) return true;
  if (token.pos === 'VERB' && (token.deprel === 'amod' || token.deprel === 'compound')) return true;
  if (token.pos === 'PRON' && /^(?:nmod:poss)$/.test(token.deprel)) return true;
  if (line.words[i]!.hyphen && token.pos !== 'CCONJ') return true;
  const next = line.words[i + 1];
  return !!next?.hyphen && /^(?:pro|anti|ex|non|vice)$/.test(line.words[i]!.key);
}

/** An article, or a possessive pronoun, opens a new phrase. */
function startsPhrase(line: Line, i: number): boolean {
  const token = line.tokens[i]!;
  return (token.pos === 'DET' || token.pos === 'PRON') && !line.words[i]!.hyphen;
}

/** A comma, bracket, dash or other mark stands before the word. */
function parted(line: Line, i: number): boolean {
  const word = line.words[i]!;
  return !word.joined && i > 0;
}

/** Parts "gave Ukraine weapons" and "said Kim Friday", where two phrases stand side by side. */
function split(line: Line, run: Run): Run[] {
  const out: Run[] = [];
  let first = run.first;
  for (let i = run.first; i + 1 < run.last; i++) {
    if (line.over[i] && line.over[i] === line.over[i + 1]) continue;
    if (line.words[i + 1]!.hyphen || line.words[i]!.possessive) continue;
    if (isVerbLike(line, i) && i > first) {
      out.push({ first, last: i }, { first: i, last: i + 1 });
      first = i + 1;
      continue;
    }
    if (beforeName(line, i) || !standsAlone(line, i, first, run.last)) continue;
    out.push({ first, last: i + 1 });
    first = i + 1;
  }
  out.push({ first, last: run.last });
  return out;
}

/** "Italy summons Iran's ambassador", where a headline's verb was taken for a noun. */
function isVerbLike(line: Line, i: number): boolean {
  const word = line.words[i]!;
  const before = line.over[i - 1];
  if (word.capital || line.over[i] || word.hyphen || !/[^s]s$/.test(word.key) || !line.words[i + 1]!.capital)
    return false;
  return !!before && before.entries.some((entry) => entry.kind !== 'agent' && entry.form !== 'adjective');
}

/** "President Xiomara Castro": a name behind a title belongs to it, whatever the tree says. */
function beforeName(line: Line, i: number): boolean {
  const title = line.over[i]?.entries.some((entry) => entry.kind === 'agent' && entry.row.kind === 'person');
  return !!title && line.words[i + 1]!.capital && line.tokens[i + 1]!.pos === 'PROPN';
}

/** Whether a noun hangs from a verb outside the run although more of the run follows. */
function standsAlone(line: Line, i: number, first: number, last: number): boolean {
  const token = line.tokens[i]!;
  if (!/^(?:nsubj|obj|iobj|obl|root)/.test(token.deprel)) return false;
  if (line.over[i]?.entries.some((entry) => entry.form === 'adjective')) return false;
  if (token.pos !== 'NOUN' && token.pos !== 'PROPN') return false;
  const from = line.tokens[first]!.index;
  const to = line.tokens[last - 1]!.index;
  if (token.head >= from && token.head <= to) return false;
  const rest = line.tokens.slice(i + 1, last);
  return rest.some(
    (other) =>
      other.head >= 0 &&
      other.head !== token.index &&
      (other.head < from || other.head > to) &&
      !/^(?:flat|appos|compound|amod|nmod|nmod:desc)/.test(other.deprel),
  );
}
