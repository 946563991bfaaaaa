import { additions, type Row, upstream } from './table.js';

/** A term as one source tells it, before persons are told apart and sources are merged. */
export interface Claim {
  state: string;
  office: string;
  to: string;
  title: string;
  name: string;
  /** Family name where the source marks it by capitals. */
  family: string;
  wikidata: string;
  start: string;
  end: string;
  /** Last day at which the source attests the term. */
  asof: string;
  acting: boolean;
  /** Whether `start` is only the first day the source attests, not the day the term began. */
  attested: boolean;
  source: string;
  /** Lower ranks settle what higher ranks leave open. */
  rank: number;
}

export interface Codes {
  readonly byName: ReadonlyMap<string, string>;
  readonly byFips: ReadonlyMap<string, string>;
  readonly byWikidata: ReadonlyMap<string, string>;
}

/** Folds case, marks and punctuation, so that spellings can be compared. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/[đĐ]/g, 'd')
    .replace(/ı/g, 'i')
    .replace(/ə|Ə/g, 'a')
    .replace(/ß/g, 'ss')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/['’‘`ʿʾ.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

interface Rule {
  readonly pattern: RegExp;
  readonly office: string;
}

function rules(of: string): Rule[] {
  return additions('offices-positions')
    .filter((row) => row.upstream === of)
    .map((row) => ({ pattern: new RegExp(`^(?:${row.pattern})$`), office: row.office! }));
}

const find = (list: readonly Rule[], text: string): string =>
  list.find((rule) => rule.pattern.test(text))?.office ?? '';

/** The codes of the states by every name the tables of the world give them. */
export function readCodes(states: readonly Row[], names: readonly Row[]): Codes {
  const byName = new Map<string, string>();
  for (const row of names) {
    if (
      /^(short|long|official|alias|former|name|variant)/.test(row.type ?? '') &&
      !byName.has(fold(row.name!))
    ) {
      byName.set(fold(row.name!), row.code!);
    }
  }
  for (const row of additions('offices-states')) byName.set(fold(row.name!), row.code!);
  for (const row of states) byName.set(fold(row.name!), row.code!);
  const fips = states
    .filter((row) => row.fips)
    .map((row): [string, string] => [row.fips!.toLowerCase(), row.code!]);
  const wikidata = states
    .filter((row) => row.wikidata)
    .map((row): [string, string] => [row.wikidata!, row.code!]);
  return { byName, byFips: new Map(fips), byWikidata: new Map(wikidata) };
}

/** The state or body an envoy is sent to. */
function accredited(position: string, codes: Codes): string | undefined {
  const text = /^(?:[Aa]mbassador|High Commissioner|Permanent Representative) to (?:the )?(.+)$/.exec(
    position,
  )?.[1];
  if (!text) return undefined;
  const organization = { NATO: 'NATO', 'European Union': 'EU', OSCE: 'OSCE', 'African Union': 'AU' }[text];
  return organization ?? codes.byName.get(fold(text));
}

const blank = {
  to: '',
  title: '',
  family: '',
  wikidata: '',
  start: '',
  end: '',
  asof: '',
  acting: false,
  attested: false,
};

/** Terms of 75 states from Wikidata, gathered in mid-2022. */
export function readOffices(folder: string, codes: Codes): Claim[] {
  const list = rules('offices.csv');
  return upstream(folder, 'offices.csv').flatMap((row): Claim[] => {
    const position = row.position!;
    const skip = row.state === 'PAK' && position.startsWith('Chairman of the Joint');
    const to = accredited(position, codes);
    const army = row.state === 'PAK' && position === 'Chief of Army Staff';
    const plain = position === 'Permanent Representative to the United Nations' ? 'un_ambassador' : '';
    const office = plain || (to ? 'ambassador' : army ? 'chief_of_staff' : find(list, position));
    if (!office || !row.state || !row.start || !row.person || /^Q\d+$/.test(row.person) || skip) return [];
    if (office === 'foreign_minister' && position === 'Secretary of State' && row.state !== 'USA') return [];
    if (office === 'finance_minister' && position === 'Treasurer' && row.state !== 'AUS') return [];
    return [
      {
        ...blank,
        state: row.state,
        office,
        to: office === 'ambassador' ? (to ?? '') : '',
        name: row.person.replace(/,? (Baron|Baroness|Lord|Viscount|Earl|Jr\.|Sr\.|1st|2nd).*$/, ''),
        wikidata: row.wikidata!,
        start: row.start,
        end: row.end!,
        asof: row.end ? '' : '2022-07',
        acting: /^(Acting|Interim)/.test(position),
        source: 'Wikidata 2022 (CC0)',
        rank: 1,
      },
    ];
  });
}

/** A name whose family part a source writes in capitals, in the usual case, and that part alone. */
export function uncap(text: string): { name: string; family: string } {
  const cased = (word: string): string =>
    word
      .replace(/\p{L}+/gu, (part) => (part.length > 1 ? part[0] + part.slice(1).toLowerCase() : part))
      .replace(/^Mc(\p{Ll})/u, (_, l) => `Mc${l.toUpperCase()}`);
  const words = text
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/["“][^"”]*["”]/g, ' ')
    .replace(/,? (Jr|Sr|MD|Dr|Gen)\.?(?= |$)/g, ' ')
    .trim()
    .split(/\s+/);
  const capital = (word: string): boolean =>
    /\p{Lu}{2}/u.test(word) && !/\p{Ll}{2}/u.test(word) && !/^[IVX]+$/.test(word);
  const family = words.filter(capital).map(cased).join(' ');
  return { name: words.map((word) => (capital(word) ? cased(word) : word)).join(' '), family };
}

const CHIEF =
  /^(Acting |Interim |Transition(?:al)? |Caretaker )?(President|Prime Minister|Chancellor|Premier|Taoiseach|Chairman of the Council of Ministers|President of the (?:Government|Republic)|Prime Minister and .*)$/;

/** Heads of state and government from the dated texts of the World Factbook. */
export function readFactbook(folder: string, codes: Codes): Claim[] {
  return upstream(folder, 'factbook_terms.csv').flatMap((row): Claim[] => {
    const state = codes.byFips.get(row.gec!.toLowerCase());
    const title = CHIEF.exec(row.title ?? '');
    const crowned =
      row.role === 'chief of state' &&
      /^(King|Emperor|Amir|Emir|Sultan|Grand Duke|Prince)$/.test(row.title ?? '');
    const presides = row.role === 'head of government' && title?.[2] === 'President';
    const monarch =
      row.role === 'chief of state' &&
      title &&
      title[2] !== 'President' &&
      title[2] !== 'President of the Republic';
    if (!state || row.clean !== '1' || !row.since || presides || monarch || (!title && !crowned)) return [];
    if (crowned && /CHARLES III|ELIZABETH/.test(row.name!) && state !== 'GBR') return [];
    const { name, family } = uncap(row.name!);
    if (!name || /vacant|represented/i.test(name)) return [];
    const office = crowned
      ? 'monarch'
      : row.role === 'chief of state'
        ? 'head_of_state'
        : 'head_of_government';
    const acting = /Acting|Interim|Transition|Caretaker/.test(title?.[1] ?? '');
    const source = 'World Factbook history (CC0)';
    return [
      {
        ...blank,
        state,
        office,
        name,
        family,
        start: row.since,
        asof: row.last_snapshot!.slice(0, 7),
        acting,
        source,
        rank: 2,
      },
    ];
  });
}

/** Foreign ministers of all states as Wikidata had them in 2022. */
export function readForeignMinisters(folder: string, codes: Codes): Claim[] {
  return upstream(folder, 'foreign-ministers-2022.csv').flatMap((row): Claim[] => {
    const state = codes.byWikidata.get(row.country!) ?? codes.byName.get(fold(row.countryLabel ?? ''));
    if (!state || !row.start || !row.name) return [];
    const source = 'Wikidata foreign ministers 2022 (CC0)';
    return [
      {
        ...blank,
        state,
        office: 'foreign_minister',
        name: row.name,
        wikidata: row.person!,
        start: row.start,
        asof: '2022-07',
        source,
        rank: 3,
      },
    ];
  });
}

/** Cabinets of one day: they attest who held an office then, not since when. */
export function readCabinets(folder: string, year: '2019-06' | '2026-05', codes: Codes): Claim[] {
  const list = rules('cia');
  return upstream(folder, `cia_world_leaders_${year}.csv`).flatMap((row): Claim[] => {
    const state = codes.byName.get(fold(row.country!));
    const office = find(list, row.title!.trim());
    const { name, family } = uncap(row.name ?? '');
    const day = (row.date_updated || year).slice(0, 10);
    if (!state || !office || !name || /vacant/i.test(row.name!) || day < '2015') return [];
    const acting = /\(Acting\)/i.test(row.name!);
    const to = office === 'ambassador' ? 'USA' : '';
    return [
      {
        ...blank,
        state,
        office,
        to,
        name,
        family,
        start: day,
        asof: day,
        acting,
        attested: true,
        source: `CIA World Leaders ${year}`,
        rank: year === '2019-06' ? 5 : 6,
      },
    ];
  });
}

const two = (part: string): string => part.padStart(2, '0');

/** Effective leaders since 1990 from REIGN, which does not say which office they led from: that is left to the caller. */
export function readReign(folder: string, codes: Codes): Claim[] {
  const names = new Map(
    upstream(folder, 'cowstates_states.csv').map((row) => [String(Number(row.cowcode)), row.country_name!]),
  );
  return upstream(folder, 'reign_leaderlist_3_21.csv').flatMap((row): Claim[] => {
    const state = codes.byName.get(
      fold((names.get(String(Number(row.ccode))) ?? '').replace(/\s*\(.*\)/, '')),
    );
    const name = (row.leader ?? '')
      .replace(/\((?:acting|interim)\)/i, '')
      .replace(/^[A-Z]\./, '')
      .trim();
    if (!state || row.eyear! < '1990' || !name || /[\uFFFD(]/.test(name)) return [];
    const start = [row.syear!, two(row.smonth!), two(row.sdate!)].join('-');
    const end = row.eyear === '2021' && row.emonth === '3' ? '' : `${row.eyear}-${two(row.emonth!)}`;
    const acting = /acting|interim/i.test(row.leader!);
    return [
      {
        ...blank,
        state,
        office: '',
        name,
        start,
        end,
        asof: end ? '' : '2021-03',
        acting,
        source: 'REIGN 2021-03',
        rank: 4,
      },
    ];
  });
}

/** Wikidata's keys of the heads of state and government of 2022, by folded name; names of several people left out. */
export function readKeys(folder: string): Map<string, string> {
  const keys = new Map<string, string>();
  for (const row of upstream(folder, 'leaders-2022.csv')) {
    const name = fold(row.officeholderLabel ?? '');
    if (!name.includes(' ') || !row.officeholder) continue;
    keys.set(name, keys.has(name) && keys.get(name) !== row.officeholder ? '' : row.officeholder);
  }
  return keys;
}
