import { RapportError } from '../../base/index.js';
import type { Database, Value } from '../store/database.js';
import { literal, type Where } from '../store/query.js';
import { derivedIn, withDerived } from './derived.js';

/** Rows of a view with the statement that makes them: anybody can run it on the ledger's file. */
export interface Viewed<T> {
  readonly rows: readonly T[];
  readonly sql: string;
}

/** Rows of one page, how many there are in all, and the keys behind which the next page begins. */
export interface ViewPage<T> extends Viewed<T> {
  /** Null behind the last page, where it was not counted. */
  readonly total: number | null;
  readonly next: Keys | null;
}

/** Values of the columns by which rows are ordered. */
export type Keys = readonly (string | number)[];

export interface Paging {
  readonly limit: number;
  /** Rows behind the one with these keys. */
  readonly after?: Keys | undefined;
}

/** A list that can be paged through, ordered by its keys, largest first. */
export interface Listing {
  /** What the rows are found in, and by which conditions. */
  readonly from: string;
  readonly where: Where;
  /** Expressions over `from` that are never null; the last is unlike for each row. */
  readonly keys: readonly (readonly [expression: string, type: 'DATE' | 'VARCHAR' | 'DOUBLE'])[];
  /** What is shown, worked out for the rows of the page alone: columns of `found`, which holds the keys, and of tables beside it. */
  readonly columns: string;
  readonly beside?: string;
  /** Whether finding the rows costs little, so that they may be looked for twice: to be counted, and for the page. */
  readonly cheap?: boolean;
}

/** Asks a statement and gives its rows with the statement as anybody can run it. */
export async function view<T>(
  database: Database,
  sql: string,
  values: readonly Value[] = [],
): Promise<Viewed<T>> {
  const rows = await database.all<T>(derivedIn(database, sql), values);
  return { rows, sql: runnable(sql, values) };
}

/** One page of a listing. A page begins behind the keys of the last row of the one before, however much is added. */
export async function pageOf<T extends object>(
  database: Database,
  { columns, from, beside = '', where, keys, cheap = false }: Listing,
  { limit, after }: Paging,
): Promise<ViewPage<T>> {
  const found = keys.map(([expression, type], at) => `(${expression})::${type} AS key${at}`).join(', ');
  const names = keys.map((_, at) => `key${at}`);
  const behind = where.around();
  if (after) {
    if (!fits(keys, after)) throw new RapportError('BAD_ARGUMENT', 'cursor', 'not one that this list gave');
    const types = keys.map(([, type]) => type);
    behind.behind(names, types, after);
  }
  const order = (table: string): string => names.map((name) => `${table}.${name} DESC`).join(', ');
  const sql = (rows: number): string =>
    `WITH everything AS ${cheap ? 'NOT ' : ''}MATERIALIZED (SELECT ${found} FROM ${from} ${where}),
      found AS (SELECT * FROM everything ${behind} ORDER BY ${order('everything')} LIMIT ${rows})
     SELECT ${columns}, ${names.map((name) => `found.${name}`).join(', ')}, (SELECT count(*) FROM everything)::DOUBLE AS "all"
     FROM found ${beside} ORDER BY ${order('found')}`;
  // One row more tells whether there is a next page.
  const { rows } = await view<T & Record<string, string | number>>(database, sql(limit + 1), behind.values);
  const last = rows.length > limit ? rows[limit - 1]! : undefined;
  return {
    rows: rows.slice(0, limit),
    total: rows[0] ? Number(rows[0].all) : after ? null : 0,
    next: last ? names.map((name) => last[name]!) : null,
    sql: runnable(sql(limit), behind.values),
  };
}

/** Whether values can be those of the keys: a day is one, and a number is one. */
function fits(keys: Listing['keys'], values: Keys): boolean {
  return (
    values.length === keys.length &&
    keys.every(([, type], at) => {
      const value = values[at];
      if (type === 'DOUBLE') return typeof value === 'number';
      return typeof value === 'string' && (type === 'VARCHAR' || /^\d{4}-\d{2}-\d{2}$/.test(value));
    })
  );
}

/** A statement with its values written out and the tables that it derives from the ledger's own in front. */
export function runnable(sql: string, values: readonly Value[] = []): string {
  const written = sql.replace(/\$(\d+)/g, (_, n: string) => valueText(values[Number(n) - 1] ?? null));
  return tidied(withDerived(written));
}

function valueText(value: Value): string {
  return typeof value === 'string' ? literal(value) : String(value);
}

const tidied = (sql: string): string => sql.replace(/\s*\n\s*/g, ' ').trim();
