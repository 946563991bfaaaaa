import type { RapportError } from '../../base/index.js';
import type { Report } from '../../read/index.js';
import type { Database } from './database.js';
import { identityOf } from './identity.js';
import type { Added, AddProgress, LedgerInput, LedgerReading } from './types.js';
import { refreshVolumes } from './volumes.js';

export interface BatchesOptions {
  /** Most reports that one transaction adds. 100. */
  readonly batch?: number;
  /** Longest time in milliseconds that readings wait to be added; what a kill can lose of the work done. 2,000. */
  readonly waitMs?: number;
  /** Told of each input that could not be read, at once. */
  readonly onError?: (error: RapportError) => void;
}

/** Which reports the ledger holds, to pass them over before they are read. */
export async function knownReports(database: Database): Promise<(report: Report) => boolean> {
  const ids = new Set<string>();
  for await (const { id } of database.each<{ id: string }>('SELECT id FROM reports')) ids.add(id);
  return (report) => ids.has(identityOf(report).id);
}

/**
 * Adds readings as they come, in transactions of many, and tells after each input how far it is. A run that is killed
 * has added whole transactions only, and the same run again adds the rest: the ledger is then the same as if nothing
 * had happened. Inputs that cannot be read are kept in `set_aside`, once each.
 */
export async function* addAll(
  database: Database,
  add: (readings: readonly LedgerReading[]) => Promise<Added[]>,
  inputs: AsyncIterable<LedgerInput>,
  options: BatchesOptions = {},
): AsyncGenerator<AddProgress> {
  const { batch = 100, waitMs = 2000 } = options;
  const count = { added: 0, corrected: 0, known: 0, failed: 0, events: 0 };
  let readings: LedgerReading[] = [];
  let errors: RapportError[] = [];
  let since = performance.now();
  const commit = async (): Promise<void> => {
    const done = await database.transaction(async () => {
      await setAside(database, errors);
      return add(readings);
    });
    for (const one of done) {
      count.events += one.events;
      if (one.as === 'new') count.added++;
      else if (one.as === 'corrected') count.corrected++;
      else count.known++;
    }
    readings = [];
    errors = [];
    since = performance.now();
  };
  for await (const input of inputs) {
    if (!input.ok) {
      count.failed++;
      errors.push(input.error);
      options.onError?.(input.error);
    } else if ('known' in input) count.known++;
    else readings.push(input.reading);
    const full = readings.length + errors.length >= batch;
    if (full || (readings.length > 0 && performance.now() - since > waitMs)) await commit();
    yield { ...count };
  }
  if (readings.length + errors.length > 0) await commit();
  await refreshVolumes(database);
  yield { ...count };
}

/** Names what could not be read; what is not there at all is no loss of the ledger's. */
async function setAside(database: Database, errors: readonly RapportError[]): Promise<void> {
  for (const error of errors) {
    if (error.code === 'INPUT_NOT_FOUND') continue;
    await database.run(
      `INSERT INTO set_aside (file, why) SELECT $1, $2
       WHERE NOT EXISTS (FROM set_aside WHERE file = $1 AND why = $2 AND import IS NULL)`,
      [error.where, `${error.code}: ${error.what}`],
    );
  }
}
