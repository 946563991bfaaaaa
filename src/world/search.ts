import { isState, stateName } from './states.js';
import { rowsOf } from './tables.js';
import { who } from './who.js';

/** An actor code with its name. */
export interface Coded {
  readonly code: string;
  readonly name: string;
  readonly kind: string | null;
}

/** What an actor code stands for; a code that is not known keeps itself as its name. */
export function codedActor(code: string): Coded {
  if (isState(code)) return { code, name: stateName(code), kind: 'state' };
  const top = rowsOf('top-codes').find((row) => row.code === code);
  return top ? { code, name: top.name!, kind: top.kind! } : { code, name: code, kind: null };
}

/** The actor code that a word means: a code as it is, else what the name stands for today; undefined when that is open. */
export function codeMeant(text: string): string | undefined {
  return /^[A-Z]{3}$/.test(text) ? text : who(text).actor?.code || undefined;
}

/**
 * Actors whose code or one of whose names begins with the words, those of the words themselves first; last whom the
 * words mean as a name ("the Kremlin", "Putin").
 * @param first Codes that come before others that fit as well.
 */
export function searchActors(words: string, limit: number, first: readonly string[] = []): Coded[] {
  const wanted = words.trim().toLowerCase();
  const rank = new Map(first.map((code, at) => [code, at]));
  const all = [...new Set([...first, ...states(), ...rowsOf('top-codes').map((row) => row.code!)])];
  const found = all
    .map((code) => ({ code, fit: fitOf(code, wanted) }))
    .filter(({ fit }) => fit > 0)
    .sort(
      (a, b) =>
        b.fit - a.fit ||
        (rank.get(a.code) ?? all.length) - (rank.get(b.code) ?? all.length) ||
        (stateName(a.code) < stateName(b.code) ? -1 : 1),
    )
    .map(({ code }) => codedActor(code));
  const meant = wanted === '' ? undefined : who(words).actor;
  if (meant?.code && !found.some(({ code }) => code === meant.code))
    found.push({
      code: meant.code,
      name: `${codedActor(meant.code).name} (${meant.name})`,
      kind: meant.kind,
    });
  return found.slice(0, limit);
}

let stateCodes: readonly string[] | undefined;
let names: ReadonlyMap<string, readonly string[]> | undefined;

function states(): readonly string[] {
  stateCodes ??= rowsOf('states')
    .filter((row) => !row.end)
    .map((row) => row.code!);
  return stateCodes;
}

function namesOf(code: string): readonly string[] {
  if (!names) {
    const all = new Map<string, string[]>();
    for (const row of rowsOf('state-names'))
      all.set(row.code!, [...(all.get(row.code!) ?? []), row.name!.toLowerCase()]);
    names = all;
  }
  return names.get(code) ?? [];
}

/** 3: the code or the whole name; 2: the name begins so; 1: a word of it, or another name, does; 0: none. */
function fitOf(code: string, wanted: string): number {
  if (wanted === '') return 1;
  const name = codedActor(code).name.toLowerCase();
  if (code.toLowerCase() === wanted || name === wanted) return 3;
  if (name.startsWith(wanted)) return 2;
  const within = ` ${name}`.includes(` ${wanted}`) || code.toLowerCase().startsWith(wanted);
  return within || namesOf(code).some((other) => other.startsWith(wanted)) ? 1 : 0;
}
