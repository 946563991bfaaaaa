import { chunksOf } from './lexicon.js';
import type { Line } from './runs.js';
import { sovereignOf } from './states.js';
import { wordsOf } from './words.js';

/** What surrounds an expression and may settle what it means. */
export interface Context {
  /** ISO date of the event. */
  readonly at: string;
  /** Codes of states that the surroundings name without doubt, with how often. */
  readonly states: ReadonlyMap<string, number>;
  /** Whether a word stands around, by its key. */
  readonly has: (key: string) => boolean;
}

/** Reads the surroundings of an expression; without any, only the date is known. */
export function contextOf(at: string, text?: string): Context {
  const words = text ? wordsOf(text) : [];
  return { at, ...around([{ words, chunks: chunksOf(words) }]) };
}

type Around = Omit<Context, 'at'>;
const known = new WeakMap<readonly Line[], Around>();

/** The surroundings that the lines of a document make, worked out once for all dates. */
export function contextOfLines(lines: readonly Line[], at: string): Context {
  let found = known.get(lines);
  if (!found) {
    found = around(lines);
    known.set(lines, found);
  }
  return { at, ...found };
}

type Named = Pick<Line, 'words' | 'chunks'>;

/** The keys of the words are gathered when first asked for: few names need them. */
function around(lines: readonly Named[]): Around {
  let keys: ReadonlySet<string> | undefined;
  const has = (key: string): boolean => {
    keys ??= new Set(lines.flatMap(({ words }) => words.map((word) => word.key)));
    return keys.has(key);
  };
  return { states: statesIn(lines), has };
}

/** Codes of the states named without doubt, with how often. */
function statesIn(lines: readonly Named[]): ReadonlyMap<string, number> {
  const states = new Map<string, number>();
  for (const { entries } of lines.flatMap(({ chunks }) => chunks)) {
    const codes = new Set<string>();
    let open = false;
    for (const entry of entries) {
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
  return states;
}
