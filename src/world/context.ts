import { chunksOf, type Entry } from './lexicon.js';
import { sovereignOf } from './states.js';
import { type Word, wordsOf } from './words.js';

/** What surrounds an expression and may settle what it means. */
export interface Context {
  /** ISO date of the event. */
  readonly at: string;
  /** Codes of states that the surroundings name without doubt, with how often. */
  readonly states: ReadonlyMap<string, number>;
  /** The states of the movements that the surroundings name: "Boko Haram" is of Nigeria. */
  readonly movements: ReadonlySet<string>;
  /** Keys of all words around. */
  readonly words: ReadonlySet<string>;
}

/** Reads the surroundings of an expression; without any, only the date is known. */
export function contextOf(at: string, text?: string): Context {
  return text
    ? contextOfWords(at, wordsOf(text))
    : { at, states: new Map(), movements: new Set(), words: new Set() };
}

/** Context from words already cut, and the readings of their names when those are known. */
export function contextOfWords(
  at: string,
  words: readonly Word[],
  readings: readonly (readonly Entry[])[] = chunksOf(words).map((chunk) => chunk.entries),
): Context {
  const states = new Map<string, number>();
  const movements = new Set<string>();
  for (const entries of readings) {
    const codes = new Set<string>();
    let open = false;
    for (const entry of entries) {
      if (entry.kind === 'group' && entry.row.state && entries.length === 1)
        movements.add(sovereignOf(entry.row.state));
      if (entry.kind !== 'state' && entry.kind !== 'place' && entry.kind !== 'metonym') continue;
      const code = entry.row.code || entry.row.state;
      if (code) codes.add(code);
      open ||= entry.ambiguous && entry.form !== 'capital';
    }
    if (codes.size !== 1 || open) continue;
    const [code] = codes;
    const folded = sovereignOf(code!);
    states.set(folded, (states.get(folded) ?? 0) + 1);
  }
  return { at, states, movements, words: new Set(words.map((word) => word.key)) };
}
