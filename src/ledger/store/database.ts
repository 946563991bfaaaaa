import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { RapportError } from '../../base/index.js';
import { ledgerError } from './errors.js';
import { MIGRATIONS } from './schema.js';

export type Row = Record<string, unknown>;

/** What may stand for `$1`, `$2`, … in a statement; lists are given as JSON text. */
export type Value = string | number | boolean | null;

export interface OpenOptions {
  /** Opens for reading alone: several processes may do so at a time. The file must be there. */
  readonly readOnly?: boolean;
  /** Opens it for reading whatever its schema is: to hold it while its file is copied. */
  readonly anySchema?: boolean;
  /** Leaves the stories of an older version as they are: joining anew takes minutes, and a copy to look at needs it not. */
  readonly keepStories?: boolean;
  /** Most memory the database may take, as DuckDB writes it ("1GB"). DuckDB's own default when absent. */
  readonly memory?: string;
  readonly threads?: number;
}

/** The one file of a ledger, open: statements, transactions, and errors in the product's words. */
export class Database {
  private readonly columns = new Map<string, string>();
  /** Statements and transactions of one connection run one after the other. */
  private inTransaction = false;
  /** Told of each statement that asks for rows, with its values. */
  listener: ((sql: string, values: readonly Value[]) => void) | undefined;

  private constructor(
    readonly path: string,
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
    private readonly owner = true,
    /** Tables that were derived from the others for quick reading, by name. */
    readonly derived = new Set<string>(),
  ) {}

  /**
   * Opens a ledger's file, makes it where there is none, and brings its schema up to date.
   * @param path A file, or `:memory:`.
   * @throws RapportError `LEDGER_LOCKED`, `LEDGER_CORRUPT`, `LEDGER_NEWER`, `LEDGER_FULL`, `LEDGER_MISSING`, `LEDGER_FAILED`
   */
  static async open(path: string, options: OpenOptions = {}): Promise<Database> {
    // Loaded only when a ledger is wanted: the engine is large, and a browser has none.
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const config: Record<string, string> = {
      ...(options.readOnly ? { access_mode: 'READ_ONLY' } : {}),
      ...(options.memory ? { memory_limit: options.memory } : {}),
      ...(options.threads ? { threads: String(options.threads) } : {}),
    };
    let instance: DuckDBInstance | undefined;
    try {
      instance = await DuckDBInstance.create(path, config);
      const database = new Database(path, instance, await instance.connect());
      if (!options.anySchema) await database.migrate(options.readOnly === true);
      return database;
    } catch (error) {
      instance?.closeSync();
      throw ledgerError(path, error);
    }
  }

  /** The same database by another connection, so that statements run beside each other. To be closed before this one. */
  async beside(): Promise<Database> {
    return new Database(this.path, this.instance, await this.instance.connect(), false, this.derived);
  }

  private async migrate(readOnly: boolean): Promise<void> {
    const there = await this.all(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' AND table_name IN ('meta', 'reports', 'events')`,
    );
    const names = there.map((row) => row.table_name);
    if (names.length > 0 && !names.includes('meta'))
      throw new RapportError('LEDGER_CORRUPT', this.path, 'a database of something else, not a ledger');
    const latest = MIGRATIONS.at(-1)!.version;
    const version = names.includes('meta')
      ? Number((await this.all(`SELECT value FROM meta WHERE key = 'schema'`))[0]?.value ?? 0)
      : 0;
    if (version > latest)
      throw new RapportError(
        'LEDGER_NEWER',
        this.path,
        `schema ${version}, and this version knows ${latest}`,
      );
    if (readOnly && version < latest) {
      if (version === 0) throw new RapportError('LEDGER_MISSING', this.path, 'no ledger in it');
      throw new RapportError('LEDGER_FAILED', this.path, 'of an older schema: open it once for writing');
    }
    for (const step of MIGRATIONS.filter((m) => m.version > version)) {
      await this.transaction(async () => {
        await this.run('CREATE TABLE IF NOT EXISTS meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL)');
        await this.run(step.sql);
        await this.run(`INSERT OR REPLACE INTO meta VALUES ('schema', '${step.version}')`);
      });
    }
  }

  /** Runs statements that give no rows. */
  async run(sql: string, values: readonly Value[] = []): Promise<void> {
    try {
      await this.connection.run(sql, values as DuckDBValue[]);
    } catch (error) {
      throw ledgerError(this.path, error);
    }
  }

  /** Rows of a query as plain JSON values: days as ISO text, lists as arrays, 64-bit numbers as text. */
  async all<T = Row>(sql: string, values: readonly Value[] = []): Promise<T[]> {
    this.listener?.(sql, values);
    try {
      const reader = await this.connection.runAndReadAll(sql, values as DuckDBValue[]);
      return reader.getRowObjectsJson() as T[];
    } catch (error) {
      throw ledgerError(this.path, error);
    }
  }

  /** The columns of a query that gives numbers alone: many rows are had so in a fraction of the time. */
  async numbers(sql: string, values: readonly Value[] = []): Promise<number[][]> {
    this.listener?.(sql, values);
    try {
      const reader = await this.connection.runAndReadAll(sql, values as DuckDBValue[]);
      const columns = reader.getColumnsJS() as number[][];
      // Without a row the driver gives no columns either.
      return columns.length > 0 ? columns : Array.from({ length: reader.columnCount }, () => []);
    } catch (error) {
      throw ledgerError(this.path, error);
    }
  }

  /** The rows of a query, without ever holding all of them. */
  async *each<T = Row>(sql: string, values: readonly Value[] = []): AsyncGenerator<T> {
    this.listener?.(sql, values);
    try {
      const result = await this.connection.stream(sql, values as DuckDBValue[]);
      for await (const rows of result.yieldRowObjectJson()) for (const row of rows) yield row as T;
    } catch (error) {
      throw ledgerError(this.path, error);
    }
  }

  /** All that `work` does is kept, or, when it fails, none of it. Within another transaction it joins that one. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    await this.run('BEGIN TRANSACTION');
    this.inTransaction = true;
    try {
      const result = await work();
      await this.run('COMMIT');
      return result;
    } catch (error) {
      // After a failed COMMIT there is nothing left to roll back.
      await this.connection.run('ROLLBACK').catch(() => {});
      throw error;
    } finally {
      this.inTransaction = false;
    }
  }

  /** Inserts rows given as objects with the table's column names; a column left out is null or has its default. */
  async insert(table: string, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    const used = new Set(rows.flatMap((row) => Object.keys(row)));
    const types = JSON.stringify([await this.typesOf(table, used)]);
    await this.run(
      `INSERT INTO ${table} BY NAME SELECT unnest(from_json_strict($1::JSON, '${types.replaceAll("'", "''")}'), max_depth := 2)`,
      [JSON.stringify(rows)],
    );
  }

  private async typesOf(table: string, used: ReadonlySet<string>): Promise<Record<string, string>> {
    if (!this.columns.has(table)) {
      const rows = await this.all<{ column_name: string; data_type: string }>(
        `SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position`,
        [table],
      );
      this.columns.set(table, JSON.stringify(rows.map((row) => [row.column_name, row.data_type])));
    }
    const columns = JSON.parse(this.columns.get(table)!) as [string, string][];
    const unknown = [...used].filter((name) => !columns.some(([column]) => column === name));
    if (unknown.length > 0) throw new Error(`table ${table} has no column ${unknown.join(', ')}`);
    return Object.fromEntries(columns.filter(([name]) => used.has(name)));
  }

  /** Breaks off the statement that runs on this connection; whoever waits for it is told that it failed. */
  interrupt(): void {
    this.connection.interrupt();
  }

  /** Writes everything to the file and lets it go; one that stands beside another closes its connection alone. */
  close(): void {
    this.connection.closeSync();
    if (this.owner) this.instance.closeSync();
  }
}
