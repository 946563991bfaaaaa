import { additions, list, type Row, upstream, write } from './table.js';

/** Seats and bodies that stand for a state's institution; `name*` is ambiguous, `name[start..end]` is dated. */
export function buildMetonyms(): void {
  const rows: Row[] = [];
  for (const { code, sector, what, names } of additions('metonyms')) {
    for (const cell of list(names)) {
      const dated = /\[([\d-]*)\.\.([\d-]*)\]/.exec(cell);
      const name = cell.replace(/\[.*?\]/, '').replace('*', '');
      const same = { code: code!, sector: sector!, what: what!, ambiguous: cell.includes('*') ? '1' : '' };
      const dates = { start: dated?.[1] ?? '', end: dated?.[2] ?? '' };
      for (const form of new Set([name, name.replace(/'/g, '’')]))
        rows.push({
          name: form,
          ...same,
          ...dates,
          source: 'public knowledge; check: the institution in Wikidata',
        });
    }
  }
  const codes = new Map<string, Set<string>>();
  for (const row of rows) codes.set(row.name!, (codes.get(row.name!) ?? new Set()).add(row.code!));
  for (const row of rows) if (codes.get(row.name!)!.size > 1) row.ambiguous = '1';
  write(
    'metonyms',
    ['name', 'code', 'sector', 'what', 'ambiguous', 'start', 'end', 'source'],
    ['name', 'code', 'what', 'start'],
    rows,
  );
}

/** International organizations, non-governmental ones and firms. */
export function buildOrganizations(): void {
  const source = 'public knowledge; check: the body in Wikidata';
  write(
    'organizations',
    [
      'id',
      'name',
      'aliases',
      'abbreviations',
      'code',
      'cameo',
      'sector',
      'kind',
      'founded',
      'ended',
      'wikidata',
      'source',
    ],
    ['id'],
    additions('organizations').map((row) => ({ ...row, source })),
  );
}

/** Names of organizations in the factbook's lists of memberships, and ours. */
const IN_FACTBOOK: Record<string, string> = {
  AU: 'AU',
  'Arab League': 'ARABLEAGUE',
  LAS: 'ARABLEAGUE',
  ASEAN: 'ASEAN',
  CSTO: 'CSTO',
  EAEU: 'EAEU',
  ECOWAS: 'ECOWAS',
  EU: 'EU',
  'G-7': 'G7',
  'G-20': 'G20',
  GCC: 'GCC',
  NATO: 'NATO',
  OPEC: 'OPEC',
  SCO: 'SCO',
  BRICS: 'BRICS',
  OIC: 'OIC',
  OSCE: 'OSCE',
  CIS: 'CIS',
  OECD: 'OECD',
  APEC: 'APEC',
  Mercosur: 'MERCOSUR',
  CARICOM: 'CARICOM',
  SADC: 'SADC',
  EAC: 'EAC',
  IGAD: 'IGAD',
  SAARC: 'SAARC',
  OAS: 'OAS',
  PIF: 'PIF',
  CE: 'COE',
  ICC: 'ICC',
  ICCt: 'ICC',
  IAEA: 'IAEA',
};

/** Memberships: hand-kept spells first, then the factbook's lists for organizations that have none by hand. */
export function buildMemberships(folder: string, states: readonly Row[]): void {
  const rows: Row[] = [];
  for (const { org, start, end, states: cell } of additions('memberships'))
    for (const state of list(cell))
      rows.push({
        org: org!,
        state,
        start: start ?? '',
        end: end ?? '',
        source: 'public knowledge; check: the organization’s own list of members',
      });
  const byHand = new Set(rows.map((row) => row.org));
  const byFips = new Map(states.filter((row) => row.fips).map((row) => [row.fips!.toLowerCase(), row.code!]));
  for (const row of upstream(folder, 'factbook_latest.csv')) {
    const state = byFips.get(row.gec!);
    for (const name of row.io_participation!.split(',')) {
      const org = IN_FACTBOOK[name.trim()];
      if (state && org && !byHand.has(org))
        rows.push({ org, state, start: '', end: '', source: 'factbook (CC0)' });
    }
  }
  write('memberships', ['org', 'state', 'start', 'end', 'source'], ['org', 'state', 'start'], rows);
}
