import iso from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/base/index.js';

type Row = Record<string, string>;
const KEYS: Record<string, string[]> = {
  states: ['code'],
  'state-names': ['name', 'code', 'type', 'start'],
  metonyms: ['name', 'code', 'what', 'start'],
  organizations: ['id'],
  memberships: ['org', 'state', 'start'],
  groups: ['id', 'start'],
  outlets: ['id'],
  places: ['name', 'state'],
};
const tables = new Map(Object.keys(KEYS).map((name) => [name, readTable(`world/${name}.tsv`)]));
const rows = (name: string): Row[] => tables.get(name)!;
const find = (name: string, wanted: Row): Row[] =>
  rows(name).filter((row) => Object.entries(wanted).every(([column, value]) => row[column] === value));
const OTHER = ['XKX', 'SUN', 'YUG', 'SCG', 'CSK', 'DDR', 'YMD'];

describe.each(Object.keys(KEYS))('%s.tsv', (name) => {
  it('has keys that are single, and a source in each row', () => {
    const keys = rows(name).map((row) => KEYS[name]!.map((column) => row[column]).join('\t'));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(rows(name).filter((row) => !row.source)).toEqual([]);
  });

  it('has dates as YYYY-MM-DD, in order', () => {
    for (const row of rows(name)) {
      const from = row.start ?? row.founded ?? '';
      const to = row.end ?? row.ended ?? '';
      for (const date of [from, to]) expect(date, JSON.stringify(row)).toMatch(/^(\d{4}-[01]\d-[0-3]\d)?$/);
      if (from && to) expect(from <= to, JSON.stringify(row)).toBe(true);
    }
  });

  it('names only states that are known', () => {
    const wide = ['organizations'].includes(name) ? ['UNO', 'EUR', 'IGO', 'NGO', 'MNC'] : ['EUR', ''];
    for (const row of rows(name)) {
      const code = row.code ?? row.state ?? '';
      expect(iso.isValid(code) || OTHER.includes(code) || wide.includes(code), JSON.stringify(row)).toBe(
        true,
      );
    }
  });
});

describe('states and their names', () => {
  it.each([
    ['U.S.', 'USA', 'short'],
    ['American', 'USA', 'adjective'],
    ['Britain', 'GBR', 'short'],
    ['England', 'GBR', 'short'],
    ['ROK', 'KOR', 'abbreviation'],
    ['DPRK', 'PRK', 'abbreviation'],
    ['PRC', 'CHN', 'abbreviation'],
    ['UAE', 'ARE', 'abbreviation'],
    ['Emirati', 'ARE', 'adjective'],
    ['Burma', 'MMR', 'former'],
    ['Turkiye', 'TUR', 'short'],
    ['Eswatini', 'SWZ', 'name'],
    ['Swaziland', 'SWZ', 'former'],
    ['Czechia', 'CZE', 'short'],
    ["Cote d'Ivoire", 'CIV', 'short'],
    ['Congo', 'COD', 'short'],
    ['Congo', 'COG', 'short'],
    ['Zaire', 'COD', 'former'],
    ['Danes', 'DNK', 'demonym_plural'],
    ['Finn', 'FIN', 'demonym'],
    ['Spaniard', 'ESP', 'demonym'],
    ['Filipina', 'PHL', 'demonym'],
    ['Burkinabe', 'BFA', 'adjective'],
    ['Malagasy', 'MDG', 'adjective'],
    ['Kiev', 'UKR', 'capital'],
    ['Kyiv', 'UKR', 'capital'],
    ['Bogota', 'COL', 'capital'],
    ['Algerians', 'DZA', 'demonym_plural'],
    ['Nigerien', 'NER', 'adjective'],
    ['Nigerian', 'NGA', 'adjective'],
    ['Abkhazia', 'GEO', 'short'],
    ['Transnistria', 'MDA', 'short'],
    ['Somaliland', 'SOM', 'short'],
    ['Crimea', 'UKR', 'short'],
    ['Soviet', 'SUN', 'adjective'],
    ['West Germany', 'DEU', 'former'],
    ['Gaza Strip', 'PSE', 'short'],
    ['Democratic People’s Republic of Korea', 'PRK', 'official'],
  ])('%s is %s (%s)', (name, code, type) => {
    expect(find('state-names', { name, code, type })).toHaveLength(1);
  });

  it.each([
    'Georgia',
    'Jordan',
    'Turkey',
    'Chad',
    'Congo',
    'Polish',
    'Indian',
    'Dominican',
    'Washington',
  ])('%s is ambiguous', (name) =>
    expect(find('state-names', { name }).every((row) => row.ambiguous === '1')).toBe(true));

  it.each(['France', 'Kyiv', 'Pyongyang', 'Norwegian'])('%s is not ambiguous', (name) => {
    expect(find('state-names', { name }).length).toBeGreaterThan(0);
    expect(find('state-names', { name, ambiguous: '1' })).toEqual([]);
  });

  it('dates what began and ended, and says who rules a dependency', () => {
    expect(find('states', { code: 'SUN' })[0]!.end).toBe('1991-12-26');
    expect(find('states', { code: 'SSD' })[0]!.start).toBe('2011-07-09');
    expect(find('states', { code: 'PRI' })[0]!.sovereign).toBe('USA');
    expect(find('states', { code: 'HKG' })[0]!.sovereign).toBe('CHN');
    expect(find('states', { code: 'FRA' })[0]!.sovereign).toBe('');
    expect(find('state-names', { name: 'Abkhazia' })[0]!.note).toContain('PRE');
  });
});

describe('bodies and groups', () => {
  it.each([
    ['Kremlin', 'RUS', 'GOV'],
    ['Pentagon', 'USA', 'MIL'],
    ['Zhongnanhai', 'CHN', 'GOV'],
    ['Knesset', 'ISR', 'LEG'],
    ['IRGC', 'IRN', 'MIL'],
    ['Mossad', 'ISR', 'SPY'],
    ['FARDC', 'COD', 'MIL'],
    ['Tatmadaw', 'MMR', 'MIL'],
    ['Aso Rock', 'NGA', 'GOV'],
    ['Malacanang', 'PHL', 'GOV'],
    ['Sejm', 'POL', 'LEG'],
    ['Verkhovna Rada', 'UKR', 'LEG'],
  ])('%s is of %s (%s)', (name, code, sector) => {
    expect(find('metonyms', { name, code, sector })).toHaveLength(1);
  });

  it.each([
    ['NATO', 'IGO', 'NAT'],
    ['UNSC', 'UNO', 'UNO'],
    ['EU', 'EUR', 'EEC'],
    ['IAEA', 'UNO', 'IAE'],
    ['AU', 'IGO', 'AFU'],
  ])('%s has code %s and CAMEO %s', (id, code, cameo) =>
    expect(find('organizations', { id, code, cameo })).toHaveLength(1));

  it('knows members and when they came and went', () => {
    expect(find('memberships', { org: 'NATO', state: 'FIN' })[0]!.start).toBe('2023-04-04');
    expect(find('memberships', { org: 'EU', state: 'GBR' })[0]!.end).toBe('2020-01-31');
    expect(find('memberships', { org: 'ECOWAS', state: 'NER' })[0]!.end).toBe('2025-01-29');
    expect(find('memberships', { org: 'NATO', state: 'AUT' })).toEqual([]);
    expect(find('memberships', { org: 'BRICS', state: 'SAU' })).toEqual([]);
    expect(rows('memberships').filter((row) => !find('organizations', { id: row.org! }).length)).toEqual([]);
  });

  it('gives groups their state and their role at a date', () => {
    expect(find('groups', { id: 'hamas' })[0]).toMatchObject({ state: 'PSE', sector: 'REB' });
    expect(find('groups', { id: 'taliban' }).map((row) => row.sector)).toEqual(['REB', 'GOV']);
    expect(find('groups', { id: 'wagner-group' })[0]).toMatchObject({ state: 'RUS', sector: 'PRM' });
    expect(find('groups', { id: 'm23' })[0]!.state).toBe('COD');
    expect(find('groups', { id: 'houthis' })[0]!.aliases!.split('|')).toContain('Ansar Allah');
  });
});

describe('outlets and places', () => {
  it.each([
    ['KCNA', 'PRK', 'state'],
    ['Yonhap News Agency', 'KOR', 'public'],
    ['Xinhua', 'CHN', 'state'],
    ['Reuters', 'GBR', 'private'],
    ['Dawn', 'PAK', 'private'],
    ['TASS', 'RUS', 'state'],
    ['BBC', 'GBR', 'public'],
    ['NationPress', 'IND', 'private'],
  ])('%s is of %s (%s)', (name, state, ownership) => {
    expect(find('outlets', { name, state, ownership })).toHaveLength(1);
  });

  it.each([
    ['Geneva', 'CHE', 'city'],
    ['Panmunjom', 'KOR', 'border'],
    ['Bakhmut', 'UKR', 'city'],
    ['Camp David', 'USA', 'site'],
    ['Goma', 'COD', 'city'],
    ['Pyongyang', 'PRK', 'city'],
    ['Red Sea', '', 'sea'],
    ['Marseille', 'FRA', 'city'],
  ])('%s lies in %s (%s)', (name, state, kind) => {
    expect(find('places', { name, state, kind })).toHaveLength(1);
  });

  it('marks names of places in two states', () => {
    expect(find('places', { name: 'Tripoli', state: 'LBN' })[0]!.ambiguous).toBe('1');
    expect(find('places', { name: 'Goma' })[0]!.ambiguous).toBe('');
  });
});
