import { existsSync, readFileSync } from 'node:fs';
import { dataPath } from '../base/index.js';
import type { Fact } from './types.js';

export type Row = Readonly<Record<string, string>>;

/** The tables of names, with the columns that make a row's key. */
const KEYS = {
  states: ['code'],
  'state-names': ['name', 'code'],
  metonyms: ['name', 'code'],
  organizations: ['id'],
  groups: ['id'],
  outlets: ['id'],
  places: ['name', 'state'],
  persons: ['id'],
  offices: ['id'],
  agents: ['noun'],
  executives: ['state'],
  epithets: ['noun'],
  apart: ['code'],
  'top-codes': ['code'],
} as const;

export type Table = keyof typeof KEYS;

const loaded = new Map<Table, readonly Row[]>();

/** The rows of a table of `data/world`; none when the file is absent. */
export function rowsOf(table: Table): readonly Row[] {
  let rows = loaded.get(table);
  if (!rows) {
    const file = `world/${table}.tsv`;
    rows = existsSync(dataPath(file)) ? rowsIn(readFileSync(dataPath(file), 'utf8')) : [];
    loaded.set(table, rows);
  }
  return rows;
}

/** The rows of a table; these files are the largest, and neither quoted nor escaped. */
function rowsIn(text: string): Row[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const columns = lines[0]?.split('\t') ?? [];
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    const row: Record<string, string> = {};
    for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i] ?? '';
    return row;
  });
}

const facts = new Map<Row, Fact>();

/** The row of a table as the fact that decided something. */
export function factOf(table: Table, row: Row): Fact {
  let fact = facts.get(row);
  if (!fact) {
    const key = KEYS[table].map((column) => row[column] ?? '').join(' ');
    fact = { file: `data/world/${table}.tsv`, row: key, source: row.source ?? '' };
    facts.set(row, fact);
  }
  return fact;
}

/** The parts of a cell that holds a list. */
export function listOf(cell: string | undefined): string[] {
  return cell
    ? cell
        .split('|')
        .map((part) => part.trim())
        .filter(Boolean)
    : [];
}

/** The first day that a date of any precision may mean. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that a date of any precision may mean. */
export function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}

/** Whether a row with `start` and `end` holds at a date; an empty side is open. */
export function holdsAt(row: Row, at: string): boolean {
  return (!row.start || firstDay(row.start) <= at) && (!row.end || at <= lastDay(row.end));
}
