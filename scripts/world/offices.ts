/** Builds offices.tsv and persons.tsv: `npx tsx scripts/world/offices.ts ../shared/data/world`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { fill, type Term, tidy } from './offices-merge.js';
import { Persons } from './offices-persons.js';
import {
  type Claim,
  fold,
  readCabinets,
  readCodes,
  readFactbook,
  readForeignMinisters,
  readKeys,
  readOffices,
  readReign,
} from './offices-upstream.js';
import { additions, OUT, type Row, write } from './table.js';

/** The day up to which the hand-kept rows without an end are known to hold. */
const HAND_ASOF = '2025-10';
const SINCE = '1990';
/** Upstream also gives decades, which bound nothing. */
const DATE = /^\d{4}(-\d\d){0,2}$/;

interface Kind {
  readonly title: string;
  readonly sector: string;
  readonly single: boolean;
}

const read = (name: string): Row[] =>
  parse(readFileSync(join(OUT, name), 'utf8'), {
    columns: true,
    delimiter: '\t',
    quote: null,
    relax_column_count_less: true,
  });

/** Whose office it is: a group's leader leads the group, not the state it fights in. */
function placeOf(row: Row): { state: string; to: string } {
  const to = row.to ?? '';
  return row.office === 'group_leader' && groupIds.has(to)
    ? { state: to, to: '' }
    : { state: row.state!, to };
}

/**
 * The hand-kept terms. `offices-terms-*` come first; `offices-more-*` fill what they leave open. An empty end is the
 * next start in the same office.
 */
function byHand(): Claim[] {
  const files = readdirSync(join(OUT, 'additions'))
    .filter((name) => /^offices-(terms|more)-.*\.tsv$/.test(name))
    .sort();
  return files.flatMap((file) =>
    additions(file.replace(/\.tsv$/, '')).map(
      (row): Claim => ({
        ...placeOf(row),
        office: row.office!,
        title: row.title ?? '',
        name: row.person!,
        family: '',
        wikidata: '',
        start: row.start!,
        end: row.end ?? '',
        asof: row.end ? '' : HAND_ASOF,
        acting: row.acting === '1',
        attested: false,
        source: row.source || 'public record',
        rank: file.startsWith('offices-terms') ? 0 : 0.5,
      }),
    ),
  );
}

const folder = process.argv[2];
if (!folder) throw new Error('give the folder of the upstream files');
const kinds = new Map(
  additions('offices-kinds').map((row): [string, Kind] => [
    row.office!,
    { title: row.title!, sector: row.sector!, single: row.single === '1' },
  ]),
);
const titles = new Map(
  additions('offices-titles').map((row) => [`${row.state}|${row.office}|${row.to ?? ''}`, row]),
);
const groupIds = new Set(read('groups.tsv').map((row) => row.id));
const codes = readCodes(read('states.tsv'), read('state-names.tsv'));
const persons = new Persons();

const told: Claim[] = [
  ...readOffices(folder, codes),
  ...byHand(),
  ...readFactbook(folder, codes),
  ...readForeignMinisters(folder, codes),
  ...readCabinets(folder, '2019-06', codes),
  ...readCabinets(folder, '2026-05', codes),
];

/** Territories share the head of the state they belong to. */
const territories = new Set(
  read('states.tsv')
    .filter((row) => row.sovereign)
    .map((row) => row.code!),
);
const CROWN = new Set(['head_of_state', 'monarch']);
const claims = [...told, ...led(readReign(folder, codes), told)];

const groups = new Map<string, Term[]>();
const seen = new Set<string>();
for (const claim of claims) {
  if (claim.end && claim.end < SINCE) continue;
  if (!DATE.test(claim.start) || (claim.end && !DATE.test(claim.end))) continue;
  if (claim.end && claim.start > claim.end && !claim.start.startsWith(claim.end)) continue;
  if (territories.has(claim.state) && CROWN.has(claim.office)) continue;
  const term = { ...claim, person: persons.of(claim) };
  const key = `${claim.state}|${claim.office}|${claim.to}`;
  const same = `${key}|${term.person}|${term.start}|${term.rank}`;
  if (seen.has(same)) continue;
  seen.add(same);
  groups.set(key, [...(groups.get(key) ?? []), term]);
}

/** The office each state's effective leaders led from: the one whose known holders bear their names. */
function led(leaders: readonly Claim[], told: readonly Claim[]): Claim[] {
  const covered = new Set(told.filter((claim) => claim.rank === 1).map((claim) => claim.state));
  const words = (name: string): string => fold(name).split(' ').at(-1)!;
  const held = new Set(told.map((claim) => `${claim.state} ${claim.office} ${words(claim.name)}`));
  const votes = new Map<string, number>();
  for (const { state, name } of leaders) {
    for (const office of ['head_of_state', 'head_of_government', 'monarch'])
      if (held.has(`${state} ${office} ${words(name)}`))
        votes.set(`${state} ${office}`, (votes.get(`${state} ${office}`) ?? 0) + 1);
  }
  const count = (state: string, office: string): number => votes.get(`${state} ${office}`) ?? 0;
  return leaders.flatMap((claim) => {
    const { state } = claim;
    const [first, second] = ['head_of_state', 'head_of_government', 'monarch'].sort(
      (a, b) => count(state, b) - count(state, a),
    );
    const sure = count(state, first!) > count(state, second!);
    return sure && !covered.has(state) ? [{ ...claim, office: first! }] : [];
  });
}

/** One office: the sources in the order of their ranks, each adding only what those before leave open. */
function settle(terms: readonly Term[], single: boolean): Term[] {
  if (!single) return settleMany(terms);
  const ranks = [...new Set(terms.map((term) => term.rank))].sort((a, b) => a - b);
  let out: Term[] = [];
  for (const rank of ranks) {
    const own = terms.filter((term) => term.rank === rank);
    out = out.length === 0 ? tidy(own) : fill(out, own);
  }
  return tidy(out);
}

/** An office held by several at once: each person's terms apart. */
function settleMany(terms: readonly Term[]): Term[] {
  const byPerson = new Map<string, Term[]>();
  for (const term of terms) byPerson.set(term.person, [...(byPerson.get(term.person) ?? []), term]);
  return [...byPerson.values()].flatMap((own) => settle(own, true));
}

const known = new Set([
  ...read('states.tsv').map((row) => row.code),
  ...read('organizations.tsv').map((row) => row.id),
]);
const rows = new Map<string, Row>();
for (const [key, terms] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const kind = kinds.get(terms[0]!.office);
  if (!kind) throw new Error(`no such office: ${terms[0]!.office}`);
  if (!known.has(terms[0]!.state) && terms[0]!.office !== 'group_leader')
    throw new Error(`no such state or body: ${key}`);
  const name = titles.get(key) ?? titles.get(`${terms[0]!.state}|${terms[0]!.office}|`);
  for (const term of settle(terms, kind.single)) {
    const id = `${key.replaceAll('|', ':').replace(/:$/, '')}:${term.start}:${fold(term.name).replace(/ /g, '-')}`;
    if (rows.has(id)) continue;
    rows.set(id, {
      id,
      state: term.state,
      office: term.office,
      to: term.to,
      title: term.title || name?.title || kind.title,
      sector: name?.sector || kind.sector,
      person: term.person,
      start: term.start,
      end: term.end,
      asof: term.end && !term.attested ? '' : term.asof,
      acting: term.acting ? '1' : '',
      source: term.source,
    });
  }
}
write(
  'offices',
  ['id', 'state', 'office', 'to', 'title', 'sector', 'person', 'start', 'end', 'asof', 'acting', 'source'],
  ['id'],
  [...rows.values()],
);
write(
  'persons',
  ['id', 'name', 'aliases', 'family', 'gender', 'wikidata', 'source'],
  ['id'],
  persons.rows(new Set([...rows.values()].map((row) => row.person!)), readKeys(folder)),
);
