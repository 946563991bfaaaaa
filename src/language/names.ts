import { readTable } from '../base/index.js';

/** Kinds of names that a word occurs in. */
const BITS: Readonly<Record<string, number>> = {
  male: 1,
  female: 1,
  family: 2,
  state: 4,
  place: 8,
  body: 16,
};

interface Names {
  readonly classes: ReadonlyMap<string, number>;
  readonly genders: ReadonlyMap<string, 'm' | 'f'>;
}

let loaded: Names | undefined;

function names(): Names {
  if (loaded) return loaded;
  const classes = new Map<string, number>();
  const genders = new Map<string, 'm' | 'f'>();
  for (const row of readTable('language/names.tsv')) {
    const kinds = row.classes!.split('|');
    classes.set(
      row.word!,
      kinds.reduce((sum, kind) => sum | BITS[kind]!, 0),
    );
    if (kinds.includes('male') !== kinds.includes('female'))
      genders.set(row.word!, kinds.includes('male') ? 'm' : 'f');
  }
  loaded = { classes, genders };
  return loaded;
}

/** The kinds of names a word with a capital occurs in, as bits: 1 given, 2 family, 4 state, 8 place, 16 body. */
export function nameClasses(word: string): number {
  const low = word.toLowerCase();
  return word[0] === low[0] ? 0 : (names().classes.get(low) ?? 0);
}

/** The gender that a given name is borne by; undefined where both bear it, or where it is not known. */
export function genderOf(word: string): 'm' | 'f' | undefined {
  return names().genders.get(word.toLowerCase());
}
