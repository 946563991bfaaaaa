import { type ErrorCode, RapportError } from '../../base/index.js';

/** What the database says, and what it means to whoever uses the ledger. */
const MEANINGS: readonly (readonly [RegExp, ErrorCode, string | undefined])[] = [
  [/Could not set lock on file|Conflicting lock|being used by another process/i, 'LEDGER_LOCKED', undefined],
  [
    /No space left|not enough space|ENOSPC|File too large|Disk quota/i,
    'LEDGER_FULL',
    'no room left on the disk',
  ],
  [
    /not a valid DuckDB database|Corrupt|checksum|unexpected end of file|Failed to load metadata pointer|Failure while replaying WAL|could not read .* bytes|INTERNAL Error.*(?:read|deserializ)|Serialization Error/i,
    'LEDGER_CORRUPT',
    'damaged, or no ledger at all',
  ],
  [
    /newer version of DuckDB|Trying to read a database file with version number/i,
    'LEDGER_NEWER',
    'of a later version of DuckDB',
  ],
  [/database does not exist|Cannot open database .* in read-only mode/i, 'LEDGER_MISSING', 'no such ledger'],
];

/** The database's error in the product's words; errors of ours pass through. */
export function ledgerError(path: string, error: unknown): RapportError {
  if (error instanceof RapportError) return error;
  const said = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  const meaning = MEANINGS.find(([pattern]) => pattern.test(said));
  if (!meaning) return new RapportError('LEDGER_FAILED', path, said.slice(0, 300));
  const [, code, what] = meaning;
  const holder = /PID (\d+)/.exec(said)?.[1];
  return new RapportError(code, path, what ?? `in use${holder ? ` by process ${holder}` : ''}`);
}
