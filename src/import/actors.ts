import { readTable } from '../base/index.js';
import { codeOfCameoBody, stateOfCode, who } from '../world/index.js';
import type { Losses } from './losses.js';
import type { Side } from './types.js';

/** Sectors that are also codes of actors of no state. */
const TOP: ReadonlySet<string> = new Set(['IGO', 'NGO', 'MNC', 'IMG']);

const lazily = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const exceptions = lazily(
  () =>
    new Map(readTable('import/cameo-actors.tsv').map((row) => [row.code!, { to: row.to!, note: row.note! }])),
);
const countryNames = lazily(
  () => new Map(readTable('import/country-names.tsv').map((row) => [row.name!, row.code!])),
);
const sectorRows = lazily(
  () => new Map(readTable('import/sectors.tsv').map((row) => [`${row.scheme}/${row.code}`, row.to!])),
);
const ours = lazily(() => new Set(readTable('plover/sectors.tsv').map((row) => row.code!)));

export type Scheme = 'cameo' | 'icews' | 'polecat';

/** Our sectors of a file's, in their order, each once; those without one of ours are told. */
export function sectorsOf(scheme: Scheme, names: readonly string[], losses: Losses): string[] {
  const found = new Set<string>();
  for (const name of names) {
    const to = sectorRows().get(`${scheme}/${name}`) ?? (ours().has(name) ? name : undefined);
    if (to !== undefined) found.add(to);
    else losses.note('sector', name, 'no sector of ours');
  }
  return [...found];
}

/** What one three-letter code of CAMEO stands for: a state or body of ours, or nothing, and then why. */
function standsFor(code: string): { code?: string; why?: string } {
  const exception = exceptions().get(code);
  if (exception) return exception.to ? { code: exception.to } : { why: exception.note };
  const found = stateOfCode(code) ?? codeOfCameoBody(code);
  return found === undefined ? { why: 'stands for no state or organization of ours' } : { code: found };
}

/**
 * A side by the parts that GDELT gives: country, known group, and types. A country comes first, then a group, then
 * what it is at all (IGO, NGO, MNC, IMG).
 */
export function sideOfParts(
  whole: string,
  name: string,
  country: string,
  group: string,
  types: readonly string[],
  losses: Losses,
): Side {
  if (whole === '' && name === '') return { code: null, sectors: [], name: null };
  const agents = types.filter((type) => type !== '');
  const kinds = agents.filter((type) => !TOP.has(type) || country !== '');
  const sectors = kinds.length > 0 ? sectorsOf('cameo', kinds, losses) : [];
  let code: string | undefined;
  let why: string | undefined;
  for (const part of [country, group, whole.slice(0, 3)]) {
    if (code !== undefined || part === '' || part === agents[0]) continue;
    ({ code, why } = standsFor(part));
  }
  code ??= agents.find((type) => TOP.has(type));
  if (code === undefined)
    losses.note('actor', country || group || whole, why ?? 'names no state or organization');
  return { code: code ?? null, sectors, name: name || whole };
}

const sides = new Map<string, { side: Side; notes: readonly (readonly [string, string, string])[] }>();

/** A side by one string of three-letter codes, `UKRGOVENV`, `IGOEUREEC`: the first known state or body, then sectors. */
export function sideOfString(whole: string, name: string, losses: Losses): Side {
  const known = sides.get(whole) ?? newSide(whole);
  sides.set(whole, known);
  for (const note of known.notes) losses.note(...note);
  return name === '' ? known.side : { ...known.side, name };
}

function newSide(whole: string): { side: Side; notes: (readonly [string, string, string])[] } {
  const notes: [string, string, string][] = [];
  const noting = { note: (...note: [string, string, string]) => notes.push(note) } as unknown as Losses;
  const triples = whole.match(/.{1,3}/g) ?? [];
  if (triples.length === 0) return { side: { code: null, sectors: [], name: null }, notes };
  const [head, ...rest] = triples as [string, ...string[]];
  const first = standsFor(head);
  // What follows a state are sectors; an organization is named behind IGO or NGO and sometimes a region.
  const at =
    first.code !== undefined || !TOP.has(head) ? -1 : rest.findIndex((t) => codeOfCameoBody(t) !== undefined);
  const code = first.code ?? (at >= 0 ? codeOfCameoBody(rest[at]!) : TOP.has(head) ? head : undefined);
  const agents =
    first.code !== undefined ? rest : triples.filter((t, i) => i - 1 !== at && !exceptions().has(t));
  const sectors = sectorsOf(
    'cameo',
    agents.filter((t) => stateOfCode(t) === undefined),
    noting,
  );
  if (code === undefined) notes.push(['actor', whole, first.why ?? 'names no state or organization']);
  return { side: { code: code ?? null, sectors, name: whole }, notes };
}

const named = new Map<string, string | null>();

/** The code of a country by its name in a file; null where it is none, and that is told. */
export function codeOfCountry(name: string, losses: Losses): string | null {
  if (name === '' || name === 'NA') return null;
  let code = named.get(name);
  if (code === undefined) {
    code =
      countryNames().get(name) ??
      stateNamed(name) ??
      (/^[A-Z]{3}$/.test(name) ? (standsFor(name).code ?? null) : null);
    named.set(name, code);
  }
  if (code === null) losses.note('country', name, 'no name of a state that we know');
  return code;
}

function stateNamed(name: string): string | undefined {
  const actor = who(name).actor;
  return actor && (actor.kind === 'state' || actor.kind === 'government') ? actor.code : undefined;
}

/** So many names of bodies are remembered; the rest are looked up again. */
const MOST = 50_000;
const bodies = new Map<string, string | null>();

/** The code of an organization or group of no country, by its name; null where it is not known. */
export function codeOfBody(name: string): string | null {
  let code = bodies.get(name);
  if (code === undefined) {
    const actor = who(name).actor;
    code = actor && (actor.kind === 'organization' || actor.kind === 'group') ? actor.code || null : null;
    if (bodies.size >= MOST) bodies.clear();
    bodies.set(name, code);
  }
  return code;
}
