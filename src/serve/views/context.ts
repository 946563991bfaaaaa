import { basename } from 'node:path';
import { engineVersion } from '../../base/index.js';
import { type Ledger, runnableSql, type ViewPage } from '../../ledger/index.js';
import type { DayVolume } from '../../relate/index.js';
import type { Meta } from '../schema/index.js';

/** What a view is made from: the ledger at one moment, and what is worked out once for all views of that moment. */
export interface ViewContext {
  readonly ledger: Ledger;
  /** Path of the ledger's file, by which views are cited. */
  readonly file: string;
  readonly revision: string;
  readonly volume: () => Promise<readonly DayVolume[]>;
}

/** A page of rows as the contract has them, before cursor and citation. */
export interface Rows<T> {
  readonly items: T[];
  readonly page: ViewPage<unknown>;
}

/** The statements behind a view and how it is cited: "Rapport 0.1.0, ledger wire.duckdb, dyads, read 2026-11-30." */
export function metaOf(context: Pick<ViewContext, 'file' | 'revision'>, sql: string, what: string): Meta {
  const engine = engineVersion().replace(/^r/, 'R');
  const day = new Date().toISOString().slice(0, 10);
  return {
    sql,
    citation: `${engine}, ledger ${basename(context.file)}, ${what}, read ${day}.`,
    revision: context.revision,
  };
}

/** Does some work and gives the statements that it asked, as anybody can run them. */
export async function statementsOf<T>(
  ledger: Ledger,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly sql: string }> {
  const asked: string[] = [];
  ledger.database.listener = (sql, values) => asked.push(runnableSql(sql, values));
  try {
    const result = await work();
    return { result, sql: `${asked.join(';\n')};` };
  } finally {
    ledger.database.listener = undefined;
  }
}
