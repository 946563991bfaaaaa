import { additions, list, type Row, upstream, write } from './table.js';

const COLUMNS = [
  'code',
  'name',
  'official',
  'start',
  'end',
  'sovereign',
  'capital',
  'capital_aliases',
  'region',
  'fips',
  'wikidata',
  'source',
];

/** The states and dependencies: ISO's list, with hand-kept names, dates and capitals laid over it. */
export function buildStates(folder: string): Row[] {
  const rows = new Map<string, Row>();
  const countries = upstream(folder, 'country-codes.csv');
  const alpha3 = new Map(countries.map((row) => [row['ISO3166-1-Alpha-2']!, row['ISO3166-1-Alpha-3']!]));
  for (const country of countries) {
    const code = country['ISO3166-1-Alpha-3']!;
    rows.set(code, {
      code,
      name: country['CLDR display name']!.replace(/&/g, 'and').replace(/^St\. /, 'Saint '),
      official: country['UNTERM English Formal']!.replace(/^the /, '').replace(/ \*$/, ''),
      sovereign: alpha3.get(/ of ([A-Z]{2})$/.exec(country.is_independent!)?.[1] ?? '') ?? '',
      capital: country.Capital!,
      region: country['Region Name']!,
      fips: /^[A-Z]{2}$/.test(country.FIPS!) ? country.FIPS! : '',
      wikidata: country.wikidata_id!.split('/').at(-1)!,
      source: 'country-codes (PDDL)',
    });
  }
  for (const extra of additions('states')) {
    const base: Row = rows.get(extra.code!) ?? { code: extra.code! };
    for (const [column, value] of Object.entries(extra)) if (value) base[column] = value;
    if (rows.has(extra.code!)) base.source = `country-codes (PDDL); ${extra.source}`;
    rows.set(extra.code!, base);
  }
  for (const [code, fips] of [
    ['XKX', 'KV'],
    ['SRB', 'RI'],
    ['PSE', 'WE'],
    ['TWN', 'TW'],
  ] as const)
    rows.get(code)!.fips = fips;
  const all = [...rows.values()];
  write('states', COLUMNS, ['code'], all);
  return all;
}

/** Adjectives and demonyms of the factbook that follow a plain pattern. */
function regular(noun: string, adjective: string): Row | undefined {
  const plain = /^[\p{L}' -]+$/u.test(adjective) ? adjective : '';
  const single = /^([\p{L}' -]+)\(s\)/u.exec(noun)?.[1];
  if (single) return { adjectives: plain || single, singular: single, plural: `${single}s` };
  const same = /^([\p{L}' -]+) \(singular and plural\)/u.exec(noun)?.[1];
  return same ? { adjectives: plain || same, singular: same, plural: same } : undefined;
}

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Every way to write a state: names, adjectives, demonyms, capitals, from the hand-kept rows and the factbook. */
export function buildNames(folder: string, states: readonly Row[]): void {
  const rows: Row[] = [];
  const add = (name: string, code: string, type: string, source: string, more: Row = {}): void => {
    for (const form of new Set([name, name.replace(/'/g, '’'), bare(name)]))
      if (form) rows.push({ name: form, code, type, source, ...more });
  };
  const addAll = (cell: string | undefined, code: string, type: string, source: string, more: Row = {}) => {
    for (const name of list(cell)) add(name, code, type, source, more);
  };
  for (const row of additions('state-names')) {
    const { code, type, names, source, ...more } = row;
    addAll(names, code!, type!, source!, more);
  }
  const demonyms = new Map(additions('demonyms').map((row) => [row.code!, row]));
  const byFips = new Map(states.filter((row) => row.fips).map((row) => [row.fips!.toLowerCase(), row.code!]));
  for (const row of upstream(folder, 'factbook_latest.csv')) {
    const code = byFips.get(row.gec!);
    const found = regular(row.nationality_noun!, row.nationality_adj!);
    if (code && found && !demonyms.has(code))
      demonyms.set(code, { code, ...found, source: 'factbook (CC0)' });
  }
  for (const row of demonyms.values()) {
    addAll(row.adjectives, row.code!, 'adjective', row.source!);
    addAll(row.singular, row.code!, 'demonym', row.source!);
    addAll(row.plural, row.code!, 'demonym_plural', row.source!);
  }
  for (const row of states) {
    const dates = { start: row.start ?? '', end: row.end ?? '' };
    const bounded = dates.end ? dates : {};
    add(row.name!, row.code!, 'name', row.source!, bounded);
    if (row.official) add(row.official, row.code!, 'official', row.source!, bounded);
    if (row.capital) add(row.capital, row.code!, 'capital', row.source!, bounded);
    addAll(row.capital_aliases, row.code!, 'capital', row.source!, bounded);
  }
  mark(rows);
  write(
    'state-names',
    ['name', 'code', 'type', 'start', 'end', 'ambiguous', 'note', 'source'],
    ['name', 'code', 'type', 'start'],
    rows,
  );
}

/** Marks as ambiguous the listed words and every name that stands for two states. */
function mark(rows: Row[]): void {
  const listed = new Map(additions('ambiguous').map((row) => [row.name!, row.note!]));
  const codes = new Map<string, Set<string>>();
  for (const row of rows) codes.set(row.name!, (codes.get(row.name!) ?? new Set()).add(row.code!));
  for (const row of rows) {
    const note = listed.get(row.name!);
    if (note === undefined && codes.get(row.name!)!.size < 2) continue;
    row.ambiguous = '1';
    row.note =
      row.note || note || `also ${[...codes.get(row.name!)!].filter((c) => c !== row.code).join(', ')}`;
  }
}
