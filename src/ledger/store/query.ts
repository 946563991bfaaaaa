import type { Database, Value } from './database.js';
import { dyadOf } from './pairs.js';
import type { EventFilter, StoredEvent, StoredReport } from './types.js';

/** The condition of a relation. It stands in the statement itself: only then are the blocks without it passed over. */
export function ofDyad(a: string, b: string): string {
  return `dyad = ${literal(dyadOf(a, b))}`;
}

/** A text as a statement has it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const MOST_WRITTEN = 1000;

/** Collects conditions and the values they need. */
export class Where {
  private readonly parts: string[] = [];
  readonly values: Value[] = [];

  /** Adds a condition in which `?` stands for the value; none when the value is absent. */
  and(condition: string, value: Value | readonly string[] | undefined): this {
    if (value === undefined) return this;
    const list = Array.isArray(value);
    this.values.push(list ? JSON.stringify(value) : (value as Value));
    const place = `$${this.values.length}`;
    this.parts.push(
      condition.replace('?', list ? `(SELECT unnest(from_json(${place}::JSON, '["VARCHAR"]')))` : place),
    );
    return this;
  }

  /** Rows that come behind the one of these values in descending order of the expressions. */
  behind(expressions: readonly string[], types: readonly string[], values: readonly Value[]): this {
    const places = values.map((value, at) => `$${this.values.push(value)}::${types[at]}`);
    this.parts.push(`(${expressions.join(', ')}) < (${places.join(', ')})`);
    return this;
  }

  /**
   * A column that is one of these ids. Where there are not too many they stand in the statement itself: only then does
   * the database look them up in an index.
   */
  ids(column: string, ids: readonly string[] | undefined): this {
    if (ids === undefined || ids.length > MOST_WRITTEN) return this.and(`${column} IN ?`, ids);
    return this.plain(ids.length === 0 ? 'false' : `${column} IN (${ids.map(literal).join(', ')})`);
  }

  /** The values alone, for a statement around the one that holds these conditions. */
  around(): Where {
    const around = new Where();
    around.values.push(...this.values);
    return around;
  }

  /** Adds a condition that needs no value, where `wanted`. */
  plain(condition: string, wanted = true): this {
    if (wanted) this.parts.push(condition);
    return this;
  }

  toString(): string {
    return this.parts.length === 0 ? '' : `WHERE ${this.parts.join(' AND ')}`;
  }
}

/** An event with what its report says of itself. */
export interface ToldEvent extends StoredEvent {
  readonly title: string | null;
  readonly publication: string | null;
}

/** Events in the order of their days, then of their ids. */
export function events(database: Database, filter: EventFilter = {}): AsyncGenerator<StoredEvent> {
  return selected(database, filter, 'SELECT * REPLACE (line::DOUBLE AS line) FROM events');
}

/** The same with title and outlet of the report. */
export function toldEvents(database: Database, filter: EventFilter = {}): AsyncGenerator<ToldEvent> {
  return selected(
    database,
    filter,
    `SELECT * EXCLUDE (published_by) REPLACE (line::DOUBLE AS line), coalesce(outlet, published_by) AS publication
     FROM events LEFT JOIN (SELECT id AS report, title, outlet AS published_by FROM reports) USING (report)`,
  );
}

/** Writes events to a Parquet file, with all columns of the table. */
export function writeParquet(database: Database, path: string, filter: EventFilter = {}): Promise<void> {
  const { where, order } = conditions(filter);
  return database.run(
    `COPY (SELECT * FROM events ${where} ${order}) TO '${path.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
    where.values,
  );
}

function selected<T>(database: Database, filter: EventFilter, select: string): AsyncGenerator<T> {
  const { where, order } = conditions(filter);
  return database.each<T>(`${select} ${where} ${order}`, where.values);
}

function conditions(filter: EventFilter): { where: Where; order: string } {
  const where = new Where()
    .ids('id', filter.ids)
    .and('report IN ?', filter.reports)
    .plain(
      `id IN (SELECT event FROM pairs WHERE ${filter.between ? ofDyad(...filter.between) : ''})`,
      filter.between !== undefined,
    )
    .and('coalesce(date_end, date_start, reported) >= ?::DATE', filter.from)
    .and('coalesce(date_start, date_end, reported) <= ?::DATE', filter.to)
    .and('root IN ?', filter.roots)
    .plain('id NOT IN (SELECT event FROM story_events)', filter.unjoined === true);
  const limit = filter.limit === undefined ? '' : `LIMIT ${Math.max(0, Math.trunc(filter.limit))}`;
  return { where, order: `ORDER BY coalesce(date_start, date_end, reported), id ${limit}` };
}

/** Reports by their ids in the ledger, or all; replaced versions too. In the order of their days, then of their ids. */
export function reports(database: Database, ids?: readonly string[]): AsyncGenerator<StoredReport> {
  const where = new Where().ids('id', ids);
  return database.each<StoredReport>(
    `SELECT * EXCLUDE (added_at, signature) FROM reports ${where} ORDER BY day, id`,
    where.values,
  );
}
