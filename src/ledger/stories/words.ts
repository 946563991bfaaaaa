import { readTable, type Span } from '../../base/index.js';
import { lemmaOf } from '../../language/index.js';
import { sentenceAround } from './sentences.js';
import { statesNamed } from './states.js';
import { weightOf } from './weights.js';

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|yesterday|weeks?|months?|years?|days?)$/;

const lemmas = new Map<string, string>();
let states: Set<string> | undefined;

const YEAR = /^(?:19|20)\d\d$/;
const DAY_BEHIND = /^\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const DAY_AHEAD = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+$/;

/** "November 26, 2021": what the date says already is no word in common. */
function isOfDate(text: string, at: number, word: string): boolean {
  if (YEAR.test(word)) return true;
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) return false;
  return (
    DAY_BEHIND.test(text.slice(at + word.length, at + word.length + 6)) ||
    DAY_AHEAD.test(text.slice(Math.max(0, at - 12), at))
  );
}

/** Lemmas of the words of the sentences around some spans: without days, months and names of states. Sorted, distinct. */
export function wordsAround(text: string, spans: readonly Span[], without: readonly Span[] = []): string[] {
  return wordsIn(
    text,
    spans.map((span) => sentenceAround(text, span)),
    without,
  );
}

/** The same of the spans alone. */
export function wordsIn(text: string, spans: readonly Span[], without: readonly Span[] = []): string[] {
  const words = new Set<string>();
  for (const { start, end } of spans)
    for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
      const at = start + match.index;
      const word = match[0].toLowerCase().replace(/['’]s$/, '');
      if (word.length < 2 || CALENDAR.test(word) || namesState(word) || isOfDate(text, at, word)) continue;
      if (!without.some((other) => other.start <= at && at < other.end)) words.add(lemma(word));
    }
  return [...words].sort();
}

/** Weight from which a capitalised word is a name that tells one act from another, and no title. */
const TELLING = 5;

/** The places named in the sentences around some spans: rare capitalised words behind a word of place. */
export function namesAround(text: string, spans: readonly Span[], without: readonly Span[] = []): string[] {
  const names = new Set<string>();
  for (const span of spans) {
    const { start, end } = sentenceAround(text, span);
    for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
      const at = start + match.index;
      const word = match[0].replace(/['’]s$/, '');
      const lower = word.toLowerCase();
      if (match.index === 0 || lower === word || word.length < 3 || /^\d/.test(word)) continue;
      if (CALENDAR.test(lower) || namesState(lower)) continue;
      if (!PLACED.test(text.slice(Math.max(0, at - 12), at))) continue;
      if (weightOf(lower) < TELLING && !isCapital(lower)) continue;
      if (!without.some((other) => other.start <= at && at < other.end)) names.add(lower);
    }
  }
  return [...names].sort();
}

/** The states named in the sentences around some spans, by code. */
export function statesAround(text: string, spans: readonly Span[]): string[] {
  const codes = spans
    .map((span) => sentenceAround(text, span))
    .flatMap(({ start, end }) => statesNamed(text.slice(start, end)));
  return [...new Set(codes)].sort();
}

/** One spelling for all forms of a word, whether it is a noun or a verb. */
export function lemma(word: string): string {
  let found = lemmas.get(word);
  if (found === undefined) {
    const verb = lemmaOf(word, 'VERB', 'VBD');
    found = verb !== word ? verb : lemmaOf(word, 'NOUN', 'NNS');
    lemmas.set(word, found);
  }
  return found;
}

/** What makes a name the place of an act, not one who speaks. */
const PLACED = /\b(?:on|in|at|of|near|hits?|struck|strikes?|against|over|around)\s+$/;
let capitals: Set<string> | undefined;

/** Capitals stand in many sentences and are still places. */
function isCapital(word: string): boolean {
  capitals ??= new Set(
    readTable('world/state-names.tsv')
      .filter((row) => row.type === 'capital')
      .map((row) => row.name!.toLowerCase()),
  );
  return capitals.has(word);
}

/** Whether a word, lower case, is part of the name of a state or its people: the sides themselves tell these. */
export function namesState(word: string): boolean {
  states ??= new Set(
    readTable('world/state-names.tsv')
      .filter((row) => row.type !== 'capital')
      .flatMap((row) => row.name!.toLowerCase().split(/[^\p{L}]+/u))
      .filter((part) => part.length > 2 && !['the', 'and', 'republic', 'united'].includes(part)),
  );
  return states.has(word);
}
