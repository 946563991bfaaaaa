import { sovereignOf } from './states.js';
import { factOf, firstDay, lastDay, listOf, type Row, rowsOf } from './tables.js';
import type { Actor, Sector } from './types.js';
import { keysOf } from './words.js';

/** Offices whose holder a bare family name or "the leader" may mean, the highest first. */
const HEADS = [
  'supreme_leader',
  'head_of_state',
  'head_of_government',
  'monarch',
  'org_head',
  'group_leader',
];

interface Index {
  readonly persons: ReadonlyMap<string, Row>;
  readonly byPlace: ReadonlyMap<string, readonly Row[]>;
  readonly byPerson: ReadonlyMap<string, readonly Row[]>;
  readonly codes: ReadonlyMap<string, { code: string; sector: string }>;
}

let index: Index | undefined;

function offices(): Index {
  if (index) return index;
  const byPlace = new Map<string, Row[]>();
  const byPerson = new Map<string, Row[]>();
  for (const row of rowsOf('offices')) {
    push(byPlace, `${row.state}/${row.office}`, row);
    push(byPerson, row.person!, row);
  }
  const codes = new Map<string, { code: string; sector: string }>();
  for (const row of rowsOf('organizations')) codes.set(row.id!, { code: row.code!, sector: row.sector! });
  for (const row of rowsOf('groups'))
    if (!codes.has(row.id!)) codes.set(row.id!, { code: row.state || 'IMG', sector: row.sector! });
  index = { persons: new Map(rowsOf('persons').map((row) => [row.id!, row])), byPlace, byPerson, codes };
  return index;
}

function push(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}

let given: Set<string> | undefined;

/** Whether a word is the given name of somebody in the table of persons. */
export function isGivenName(key: string): boolean {
  given ??= new Set(
    rowsOf('persons').flatMap((row) => (row.name!.includes(' ') ? keysOf(row.name!).slice(0, 1) : [])),
  );
  return given.has(key);
}

export function personRow(id: string): Row | undefined {
  return offices().persons.get(id);
}

/** The terms of a person, in the order of the file. */
export function termsOf(person: string): readonly Row[] {
  return offices().byPerson.get(person) ?? [];
}

/** Whether the table of offices tells who heads an organization or group. */
export function hasHead(id: string): boolean {
  return offices().byPlace.has(`${id}/org_head`);
}

/** Where a term stands at a date. A term without an end runs until somebody else takes over. */
export function standing(term: Row, at: string): 'before' | 'during' | 'after' {
  if (term.start && firstDay(term.start) > at) return 'before';
  if (term.end) return at <= lastDay(term.end) ? 'during' : 'after';
  return replaced(term, at) ? 'after' : 'during';
}

function replaced(term: Row, at: string): boolean {
  if (!SINGLE.test(term.office!)) return false;
  const rows = offices().byPlace.get(`${term.state}/${term.office}`) ?? [];
  return rows.some(
    (row) =>
      row !== term &&
      row.person !== term.person &&
      row.to === term.to &&
      row.title === term.title &&
      row.start! > term.start! &&
      firstDay(row.start!) <= at &&
      (!term.asof || firstDay(row.start!) >= term.asof),
  );
}

/** Offices that one person holds at a time. */
const SINGLE =
  /^(?:head_of_state|head_of_government|supreme_leader|foreign_minister|defence_minister|interior_minister|finance_minister|national_security_adviser|intelligence_chief|chief_of_staff|un_ambassador|ambassador|org_head|speaker_of_parliament|central_bank_governor|monarch|crown_prince)$/;

export interface Asked {
  readonly state: string; // ISO code, or id of an organization or group
  readonly offices: readonly string[];
  readonly at: string;
  readonly to?: string;
  /** The words of the title, which tell one of several ministers. */
  readonly title?: string;
}

/** The terms that answer to an office of a state at a date, the likeliest first. */
export function holders(asked: Asked): Row[] {
  for (const office of expanded(asked)) {
    const rows = (offices().byPlace.get(`${asked.state}/${office}`) ?? []).filter(
      (row) =>
        standing(row, asked.at) === 'during' &&
        (!asked.to || !row.to || row.to === asked.to) &&
        (office !== 'other_minister' || sameTitle(asked.title ?? '', row.title!)),
    );
    if (rows.length > 0)
      return rows.sort((a, b) => rank(b, asked) - rank(a, asked) || (a.start! < b.start! ? 1 : -1));
  }
  return [];
}

const DEPUTY = /^(?:deputy|vice|acting)\b/i;

function rank(row: Row, asked: Asked): number {
  return (
    (asked.title && sameTitle(asked.title, row.title!) ? 2 : 0) +
    (asked.to && row.to === asked.to ? 4 : 0) -
    (DEPUTY.test(row.title!) && !DEPUTY.test(asked.title ?? '') ? 8 : 0)
  );
}

/** "leader" means whoever leads: by the table of executives, else the first of the highest offices there is. */
function expanded({ state, offices: asked, at }: Asked): string[] {
  return asked.flatMap((office) => {
    if (office !== 'leader') return [office];
    const row = rowsOf('executives').find(
      (row) => row.state === state && (!row.end || at <= lastDay(row.end)),
    );
    return row ? [row.office!, 'supreme_leader', 'head_of_state'] : [...HEADS, 'monarch'];
  });
}

const EMPTY = new Set([
  'of',
  'the',
  'for',
  'and',
  'minister',
  'ministry',
  'secretary',
  'state',
  'affairs',
  'national',
]);

/** Whether two titles share a telling word, or are the same. */
function sameTitle(a: string, b: string): boolean {
  const left = keysOf(a);
  const right = new Set(keysOf(b));
  if (left.join(' ') === [...right].join(' ')) return true;
  return left.some((word) => !EMPTY.has(word) && right.has(word));
}

/** A person at a date, by one of their terms; without a term the person alone. */
export function personActor(person: Row, term: Row | undefined, sectors: readonly Sector[]): Actor {
  const place = term
    ? (offices().codes.get(term.state!) ?? { code: sovereignOf(term.state!), sector: '' })
    : undefined;
  return {
    code: place?.code ?? '',
    sectors,
    kind: 'person',
    name: person.name!,
    id: `person:${person.id}`,
    ...(term && sectors[0] !== 'ELI' ? { office: term.title! } : {}),
    ...(person.wikidata ? { wikidata: person.wikidata } : {}),
    fact: term ? factOf('offices', term) : factOf('persons', person),
  };
}

/** The sectors that a term gives its holder. */
export function sectorsOf(term: Row): Sector[] {
  return listOf(term.sector).length > 0 ? (listOf(term.sector) as Sector[]) : ['GOV'];
}

/** Whether somebody heads a state, a government, a body or a group by the term that made the actor. */
export function isHead(actor: Actor): boolean {
  return termsOf(actor.id.replace(/^person:/, '')).some(
    (term) => term.title === actor.office && weight(term) >= 95,
  );
}

/** How much an office weighs when several could be meant; higher is more prominent. */
export function weight(term: Row): number {
  const at = HEADS.indexOf(term.office!);
  if (term.office === 'head_of_state' && /^president$/i.test(term.title!)) return 101;
  if (at >= 0) return 100 - at;
  return SINGLE.test(term.office!) ? 50 : 10;
}
