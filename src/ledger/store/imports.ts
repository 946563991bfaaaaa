import { engineVersion } from '../../base/index.js';
import type { ImportBatch, ImportFile } from '../../import/index.js';
import type { Database } from './database.js';
import { pairsTable } from './schema.js';
import { storeEvents, storeMentions } from './staging.js';
import type { ImportProgress } from './types.js';
import { refreshVolumes, volumesChanged } from './volumes.js';

export interface StoreImportOptions {
  /** What else shaped the import, for the record. */
  readonly options?: string;
  /** Takes out what an earlier import of the same file gave, and imports it anew. */
  readonly replace?: boolean;
}

interface ImportRow {
  id: string;
  rows_in: number;
  kept: number;
  set_aside: number;
  done: boolean;
}

/**
 * Imports one file in transactions of many rows, and tells after each how far it is. The same bytes are known again,
 * under whichever name they come; a file that was broken off goes on behind its last whole transaction.
 */
export async function* storeImport(
  database: Database,
  file: ImportFile,
  options: StoreImportOptions = {},
): AsyncGenerator<ImportProgress> {
  const id = `i${file.hash.slice(0, 11)}`;
  if (options.replace) await takeOut(database, id);
  const [before] = await database.all<ImportRow>(
    `SELECT id, rows_in::DOUBLE AS rows_in, kept::DOUBLE AS kept, set_aside::DOUBLE AS set_aside, done FROM imports WHERE id = $1`,
    [id],
  );
  const count = { rows: before?.rows_in ?? 0, kept: before?.kept ?? 0, setAside: before?.set_aside ?? 0 };
  const said = { file: file.name, format: file.format };
  if (before?.done) {
    yield { ...said, ...count, known: true, done: true };
    return;
  }
  if (!before) await begin(database, id, file, options.options ?? '');
  for await (const batch of ahead(file.batches(count.rows))) {
    await database.transaction(() => storeBatch(database, id, file, batch));
    count.rows = batch.rows;
    count.kept += batch.events.length + batch.mentions.length;
    count.setAside += batch.bad.length;
    yield { ...said, ...count, known: false, done: false };
  }
  await database.run(`UPDATE imports SET done = true WHERE id = $1`, [id]);
  yield { ...said, ...count, known: false, done: true };
}

/** Begins on the next item while the taker still works on this one: rows are cut while others are stored. */
async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    let next = items.next();
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = items.next();
      // An error is thrown where the item is taken; until then nobody listens.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}

function begin(database: Database, id: string, file: ImportFile, options: string): Promise<void> {
  const { name, hash, format, coder } = file;
  const counts = { rows_in: 0, kept: 0, set_aside: 0, done: false };
  return database.insert('imports', [
    { id, file: name, hash, format, coder, options, ...counts, engine: engineVersion() },
  ]);
}

async function storeBatch(
  database: Database,
  id: string,
  file: ImportFile,
  batch: ImportBatch,
): Promise<void> {
  const { events, mentions, bad, losses } = batch;
  await volumesChanged(database);
  await storeEvents(database, id, file.coder, events);
  await storeMentions(database, id, mentions);
  await database.insert(
    'set_aside',
    bad.map((row) => ({ ...row, import: id, file: file.name })),
  );
  for (const { what, value, why, rows } of losses)
    await database.run(
      `INSERT INTO lost VALUES ($1, $2, $3, $4, $5::BIGINT) ON CONFLICT DO UPDATE SET "rows" = lost."rows" + excluded."rows"`,
      [id, what, value, why, rows],
    );
  await database.run(
    `UPDATE imports SET rows_in = $2::BIGINT, kept = kept + $3::BIGINT, set_aside = set_aside + $4::BIGINT WHERE id = $1`,
    [id, batch.rows, events.length + mentions.length, bad.length],
  );
}

function takeOut(database: Database, id: string): Promise<void> {
  return database.transaction(async () => {
    await database.run('DELETE FROM story_events WHERE event IN (SELECT id FROM events WHERE import = $1)', [
      id,
    ]);
    for (const table of ['events', 'pairs', 'mentions', 'set_aside', 'lost'])
      await database.run(`DELETE FROM ${table} WHERE import = $1`, [id]);
    await database.run('DELETE FROM imports WHERE id = $1', [id]);
    await volumesChanged(database);
  });
}

/** So many rows may lie out of order before all are put in order again. */
const LOOSE = 500_000;

/**
 * Counts the volumes anew, and puts the pairs in the order of their dyads where many were added since that was last done: a
 * dyad's history is then read from a few blocks of the file, however large it is.
 * @returns whether the pairs were put in order.
 */
export async function tidy(database: Database): Promise<boolean> {
  await refreshVolumes(database);
  const [row] = await database.all<{ total: number; ordered: number }>(
    `SELECT (SELECT count(*) FROM pairs)::DOUBLE AS total,
       coalesce((SELECT value FROM meta WHERE key = 'ordered'), '0')::DOUBLE AS ordered`,
  );
  if (row!.total - row!.ordered < LOOSE) return false;
  await database.transaction(async () => {
    await database.run(pairsTable('pairs_in_order'));
    await database.run('INSERT INTO pairs_in_order FROM pairs ORDER BY dyad, day, event');
    await database.run('DROP TABLE pairs');
    await database.run('ALTER TABLE pairs_in_order RENAME TO pairs');
    await database.run(`INSERT OR REPLACE INTO meta VALUES ('ordered', $1)`, [String(row!.total)]);
  });
  await database.run('CHECKPOINT');
  return true;
}
