import type { Token } from '../language/index.js';
import { isNoun } from './cues.js';
import type { Surface } from './surface.js';

/** A noun phrase: tokens from `first` to `last`, one past the end, and its head. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** Tags of words that a noun phrase is made of. */
export const NOMINAL = /^(?:NN|PRP|CD|DT|JJ|POS|EX|FW|\$|HYPH)/;
/** Tokens that a phrase is followed over at most. */
export const LONGEST = 60;

export function isTime(token: Token): boolean {
  return isNoun(token.lower, 'time') || isNoun(token.lemma, 'time');
}

/** A hyphen within a word, or what follows one: "Song|-|ho". */
export function isHyphened(surface: Surface, at: number): boolean {
  const { tokens } = surface.document;
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!before || !token || before.end !== token.start) return false;
  return before.text === '-' || (token.text === '-' && tokens[at + 1]?.start === token.end);
}

/** The head noun: the last noun of the first run of nouns. */
export function headOf(surface: Surface, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const token = surface.token(i);
    const next = i + 1 < last ? surface.token(i + 1) : undefined;
    if (/^(?:NN|PRP$|CD)/.test(token.xpos) && !(next && /^(?:NN|POS|HYPH)/.test(next.xpos))) return i;
  }
  return last - 1;
}
