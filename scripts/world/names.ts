import { createRequire } from 'node:module';
import { join } from 'node:path';
import { additions, list, type Row, upstream, write } from './table.js';

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** ISO codes by the names that the upstream files use. */
function codesByName(states: readonly Row[]): Map<string, string> {
  const codes = new Map(states.map((row) => [row.name!, row.code!]));
  for (const row of additions('state-names'))
    for (const name of list(row.names)) if (!codes.has(name)) codes.set(name, row.code!);
  for (const [name, code] of [
    ['Congo', 'COG'],
    ['UAE', 'ARE'],
    ['Macao', 'MAC'],
    ['Palestine territories', 'PSE'],
    ['Vatican City', 'VAT'],
  ] as const)
    codes.set(name, code);
  return codes;
}

/** Armed groups of UCDP (organized, with one home state) and the hand-kept ones that news names. */
export function buildGroups(folder: string, states: readonly Row[]): void {
  const rows: Row[] = additions('groups').map((row) => ({
    ...row,
    id: slug(row.name!),
    source: 'public knowledge; check: the group in Wikidata',
  }));
  const taken = new Set(
    rows.flatMap((row) => [row.name!, ...list(row.aliases)]).map((name) => name.toLowerCase()),
  );
  const codes = codesByName(states);
  for (const group of upstream(folder, 'ucdp-actor-221.csv')) {
    if (group.Org !== '1') continue;
    const state = codes.get(group.Location!.split(',')[0]!.replace(/ \(.*/, '').trim());
    const names = [group.NameData, group.NameOrigFullEng, group.NameOrigFull]
      .map((name) => (name ?? '').replace(/\|/g, '/').trim())
      .filter((name) => name.length > 2 && name !== 'n/a');
    const [name, ...aliases] = [...new Set(names)];
    if (!state || !name || names.some((each) => taken.has(each.toLowerCase()))) continue;
    const source = `UCDP Actor 22.1 (CC BY 4.0), ${group.ActorId}`;
    rows.push({
      id: `ucdp-${group.ActorId}`,
      name,
      aliases: aliases.join('|'),
      state,
      sector: 'REB',
      source,
    });
  }
  write(
    'groups',
    ['id', 'name', 'aliases', 'state', 'sector', 'start', 'end', 'wikidata', 'source'],
    ['id', 'start'],
    rows,
  );
}

/** Ownership by the matrix's typology: SC and CaPu are the state's, CaPr captured private, IP and ISF public. */
const OWNERSHIP: Record<string, string> = {
  SC: 'state',
  CaPu: 'state',
  CaPr: 'private',
  ISFM: 'public',
  'ISFM?': 'public',
  ISF: 'public',
  ISM: 'public',
  IP: 'public',
};

function kindOf(name: string): string {
  if (/news agency|agency|agence|agencia|press association/i.test(name)) return 'agency';
  if (/\b(tv|television|radio|channel|broadcast\w*|fm)\b/i.test(name)) return 'broadcaster';
  if (/\b(news|daily|times|post|gazette|herald|journal)\b/i.test(name)) return 'newspaper';
  return '';
}

/** Outlets of the State Media Matrix and the hand-kept ones. */
export function buildOutlets(folder: string, states: readonly Row[]): void {
  const rows: Row[] = additions('outlets').map((row) => ({
    ...row,
    id: slug(row.name!),
    source: 'public knowledge; check: the outlet’s own site',
  }));
  const taken = new Set(
    rows.flatMap((row) => [row.name!, ...list(row.aliases)]).map((name) => name.toLowerCase()),
  );
  const codes = codesByName(states);
  for (const outlet of upstream(folder, 'State_Media_Matrix.csv')) {
    const state = codes.get(outlet.Country!.trim()) ?? (/^Europe/.test(outlet.Country!) ? 'EUR' : undefined);
    const name = outlet['Main assets']!.replace(/\|/g, '/').trim();
    if (!state || !slug(name) || taken.has(name.toLowerCase())) continue;
    const domain = /^https?:\/\/(?:www\.)?([^/]+)/.exec(outlet.URL!.trim())?.[1] ?? '';
    const company = outlet['Media company']!;
    const ownership = OWNERSHIP[outlet.Typology!] ?? '';
    const source = 'State Media Matrix 2024-02 (MIT)';
    const id = `${slug(name)}-${state.toLowerCase()}`;
    rows.push({ id, name, state, ownership, kind: kindOf(`${name} ${company}`), domain, source });
  }
  write('outlets', ['id', 'name', 'aliases', 'state', 'ownership', 'kind', 'domain', 'source'], ['id'], rows);
}

interface City {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly population: number;
  readonly featureCode: string;
}

/** Towns of at least this many people are taken from GeoNames. */
const POPULATION = 150_000;

/** Places: hand-kept ones, capitals, and the larger towns of GeoNames; a name in two states is ambiguous. */
export async function buildPlaces(cities: string, folder: string, states: readonly Row[]): Promise<void> {
  const rows: Row[] = [];
  const add = (row: Row): unknown => rows.push({ kind: 'city', ...row });
  for (const { state, kind, names } of additions('places'))
    for (const cell of list(names)) {
      const [name, ...aliases] = cell.split('=');
      add({
        name: name!,
        aliases: aliases.join('|'),
        state: state!,
        kind: kind!,
        source: 'public knowledge; check: GeoNames',
      });
    }
  for (const row of states)
    if (row.capital && !row.end)
      add({ name: row.capital, aliases: row.capital_aliases ?? '', state: row.code!, source: row.source! });
  const alpha3 = new Map(
    upstream(folder, 'country-codes.csv').map((row) => [row['ISO3166-1-Alpha-2'], row['ISO3166-1-Alpha-3']]),
  ).set('XK', 'XKX');
  const all = createRequire(import.meta.url)(join(cities, 'index.js')) as City[];
  const namesakes = new Map<string, Set<string>>();
  for (const city of all)
    if (city.population >= POPULATION / 3)
      namesakes.set(city.name, (namesakes.get(city.name) ?? new Set()).add(alpha3.get(city.country)!));
  for (const city of all)
    if (city.population >= POPULATION && city.featureCode !== 'PPLX' && alpha3.get(city.country))
      add({
        name: city.name,
        state: alpha3.get(city.country)!,
        population: `${city.population}`,
        source: 'GeoNames (CC BY 4.0)',
      });
  for (const row of rows) namesakes.set(row.name!, (namesakes.get(row.name!) ?? new Set()).add(row.state!));
  for (const row of rows) if (namesakes.get(row.name!)!.size > 1) row.ambiguous = '1';
  write(
    'places',
    ['name', 'aliases', 'state', 'kind', 'population', 'ambiguous', 'source'],
    ['name', 'state'],
    rows,
  );
}
