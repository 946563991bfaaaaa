import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { RapportError } from '../base/index.js';
import { Ledger } from '../ledger/index.js';
import { complain, EXIT } from './output.js';

export interface LedgerOptions {
  ledger: string;
}

/** The file a ledger is kept in where none is named. */
export const DEFAULT_LEDGER = 'rapport.duckdb';

/** The option of every command that works on a ledger. */
export function withLedgerOption(command: Command): Command {
  return command.addOption(
    new Option('--ledger <file>', 'the ledger').env('RAPPORT_LEDGER').default(DEFAULT_LEDGER),
  );
}

/** Opens a ledger that must be there, for reading alone. */
export function openToRead(path: string): Promise<Ledger> {
  if (!existsSync(path)) throw new RapportError('LEDGER_MISSING', path, 'no such ledger');
  return Ledger.open(path, { readOnly: true });
}

/** Runs a command's work on an open ledger, closes it, and says in one line what went wrong with it. */
export async function withLedger(
  open: () => Promise<Ledger>,
  work: (ledger: Ledger) => Promise<number>,
): Promise<number> {
  let ledger: Ledger | undefined;
  try {
    ledger = await open();
    return await work(ledger);
  } catch (error) {
    if (!(error instanceof RapportError)) throw error;
    complain(error.message);
    return EXIT.ledger;
  } finally {
    ledger?.close();
  }
}
