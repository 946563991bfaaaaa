import { NameIndex } from './nameindex.js';
import { listOf, type Row, rowsOf, type Table } from './tables.js';
import { type NameWord, nameWords, type Word } from './words.js';

export type EntryKind = 'state' | 'metonym' | 'org' | 'group' | 'outlet' | 'place' | 'person' | 'agent';

/** Family names that are words of English grammar too: alone they are never read as names. */
const GRAMMAR =
  /^(?:no|an|in|so|do|may|will|he|she|we|you|my|on|or|to|up|us|it|at|by|be|as|if|of|is|am|are|was|and|but|for|can|all|any|one|most|some|over|under)$/i;

/** One reading of a name or noun. */
export interface Entry {
  readonly kind: EntryKind;
  readonly table: Table;
  readonly row: Row;
  /** Type of a state's name; `family` for the short name of a person; `plural` for more than one of an agent. */
  readonly form: string;
  readonly ambiguous: boolean;
}

/** A run of words with every reading it has. */
export interface Chunk {
  readonly first: number;
  readonly last: number; // one past the last word
  readonly entries: readonly Entry[];
}

let names: NameIndex<Entry> | undefined;

/** All names and nouns, indexed once. */
export function lexicon(): NameIndex<Entry> {
  names ??= build();
  return names;
}

/** Half of a divided country: what it means depends on what was told before, not on a table. */
const COMPASS = /^(?:the )?(?:North|South|East|West)$/;

function build(): NameIndex<Entry> {
  const index = new NameIndex<Entry>();
  const put = (name: string, entry: Entry, any = false) => index.add(bare(nameWords(name)), entry, any);
  for (const row of rowsOf('state-names'))
    if (!COMPASS.test(row.name!)) put(row.name!, entryOf('state', 'state-names', row, row.type!), false);
  for (const row of rowsOf('metonyms')) put(row.name!, entryOf('metonym', 'metonyms', row, 'name'));
  for (const row of rowsOf('organizations'))
    for (const name of [row.name!, ...listOf(row.aliases), ...listOf(row.abbreviations)])
      put(name, entryOf('org', 'organizations', row, 'name'));
  for (const row of rowsOf('groups'))
    for (const name of [row.name!, ...listOf(row.aliases)])
      put(name, entryOf('group', 'groups', row, 'name'));
  for (const row of rowsOf('outlets'))
    for (const name of new Set([row.name!, ...bracketed(row.name!), ...listOf(row.aliases)]))
      put(name, entryOf('outlet', 'outlets', row, 'name'));
  for (const row of rowsOf('places'))
    for (const name of [row.name!, ...listOf(row.aliases)])
      put(name, entryOf('place', 'places', row, 'name'));
  for (const row of rowsOf('persons')) addPerson(row, put);
  for (const row of rowsOf('agents')) {
    put(row.noun!, entryOf('agent', 'agents', row, 'single'), true);
    const many = pluralOf(row.noun!);
    if (many) put(many, entryOf('agent', 'agents', row, 'plural'), true);
  }
  return index;
}

function entryOf(kind: EntryKind, table: Table, row: Row, form: string): Entry {
  return { kind, table, row, form, ambiguous: row.ambiguous === '1' };
}

/** "Bosnian Radio (BHRT)" is also called "Bosnian Radio" and "BHRT". */
function bracketed(name: string): string[] {
  const match = /^(.+?) \(([^)]+)\)$/.exec(name);
  return match ? [match[1]!, ...(/^[A-Z][A-Z0-9]+$/.test(match[2]!) ? [match[2]!] : [])] : [];
}

let states: Set<string> | undefined;

/** Whether a name is a state's: then it is a person's only behind a first name or in full. */
function isState(name: string): boolean {
  states ??= new Set(rowsOf('state-names').map((row) => row.name!));
  return states.has(name);
}

function addPerson(row: Row, put: (name: string, entry: Entry) => void): void {
  const families = new Set(listOf(row.family));
  for (const name of new Set([row.name!, ...listOf(row.aliases)]))
    if (!families.has(name))
      put(name, entryOf('person', 'persons', row, name.includes(' ') ? 'name' : 'family'));
  for (const name of families)
    if (!GRAMMAR.test(name) && !isState(name)) put(name, entryOf('person', 'persons', row, 'family'));
}

/** The words of a name without an article at its head. */
function bare(words: readonly NameWord[]): readonly NameWord[] {
  return words.length > 1 && words[0]!.key === 'the' ? words.slice(1) : words;
}

const IRREGULAR: Record<string, string> = {
  man: 'men',
  woman: 'women',
  person: 'persons',
  child: 'children',
};

/** The plural of a noun of one or more words; nothing when it is one already. */
function pluralOf(noun: string): string | undefined {
  const words = noun.split(' ');
  const of = words.findIndex((word) => word === 'of' || word === 'to' || word === 'for' || word === 'in');
  const at = of > 0 ? of - 1 : words.length - 1;
  const last = words[at]!;
  if (/(?:[^s]s|men|people|police|media|staff)$/.test(last) && !/(?:gas|bus)$/.test(last)) return undefined;
  const irregular = /(?:wo)?man$|person$|child$/.exec(last)?.[0];
  const many = irregular
    ? last.slice(0, -irregular.length) + IRREGULAR[irregular]
    : /[^aeiou]y$/.test(last)
      ? `${last.slice(0, -1)}ies`
      : /(?:ch|sh|x|ss|z)$/.test(last)
        ? `${last}es`
        : `${last}s`;
  return [...words.slice(0, at), many, ...words.slice(at + 1)].join(' ');
}

/** Last words of names of newspapers and groups that are words of other names, too. */
const COMMON =
  /^(?:national|nation|independent|standard|sun|times|star|people|guardian|front|union|alliance|movement|policy|affairs)$/;

/** Cuts words into the longest runs that have readings. Words without one are left out. */
export function chunksOf(words: readonly Word[], loose = false): Chunk[] {
  const out: Chunk[] = [];
  const index = lexicon();
  for (let i = 0; i < words.length; ) {
    const found = index.matches(words, i, loose);
    const best = found[found.length - 1];
    const entries = best ? fitting(words, i, best.end, best.values) : [];
    if (!best || entries.length === 0) {
      i++;
      continue;
    }
    out.push({ first: i, last: best.end, entries });
    i = best.end;
  }
  return out;
}

/** In "National Defense Forces" and "Foreign Policy Advisor" no newspaper or group of that name is meant. */
function fitting(
  words: readonly Word[],
  first: number,
  end: number,
  entries: readonly Entry[],
): readonly Entry[] {
  const next = words[end];
  const last = words[end - 1]!;
  if (end - first === 1 && last.key === 'today') return [];
  if (!next?.joined || !next.capital || next.hyphen || last.possessive || !COMMON.test(last.key))
    return entries;
  if (end - first > 1 && !/^(?:policy|affairs)$/.test(last.key)) return entries;
  return entries.filter(({ kind }) => kind !== 'outlet' && kind !== 'group');
}
