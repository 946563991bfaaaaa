/**
 * Every error a user can meet, with a stable code. The message of an error says what is wrong and where;
 * the text here says what to do about it.
 */
export const ERRORS = {
  INPUT_NOT_FOUND: 'check the path, or quote it if it holds spaces',
  INPUT_EMPTY: 'nothing to read; remove it or fill it',
  INPUT_BINARY: 'give plain text, Markdown, HTML, JSON, JSONL, RSS or Atom, also gzipped',
  INPUT_TOO_LARGE: 'split it, or raise --max-bytes',
  INPUT_UNREADABLE: 'check the file permissions and that the archive is whole',
  NO_ARTICLE: 'the page holds no article; give the page of one report',
  BAD_JSON: 'mend this line; the others were read',
  BAD_FEED: 'the feed cannot be read; check that it is RSS or Atom',
  FETCH_FAILED: 'check the address and the network',
  FETCH_PRIVATE: 'addresses in private ranges need --allow-private',
  READ_FAILED: 'a fault of ours: please report it with the text; the other reports were read',
  BAD_ARGUMENT: 'see --help',
  LEDGER_LOCKED: 'another process has it open; wait for it to end, or close it',
  LEDGER_CORRUPT: 'restore it from a copy, or begin a new one with --ledger; nothing in it was changed',
  LEDGER_NEWER: 'it was made by a later version: update Rapport',
  LEDGER_FULL: 'free some space and run the same command again: it goes on where it stopped',
  LEDGER_MISSING: 'add reports or import events first, or name it with --ledger',
  LEDGER_FAILED: 'what was added before stays; run the same command again',
  IMPORT_FORMAT: 'name its columns: --map date=…,source=…,target=…,code=…',
  IMPORT_MAP:
    'give --map date=COLUMN,source=COLUMN,target=COLUMN,code=COLUMN with names or numbers of columns',
  IMPORT_ZEROS:
    'nothing was stored; take the file as it was before the spreadsheet, or give --restore-zeros, which sets aside what could be two codes',
  WRITE_FAILED: 'check the folder, its permissions and the space left; nothing was put in place',
  BAD_PAIR: 'mark one source <s>…</s> and one target <t>…</t>',
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** An error with a stable code and the place it concerns (file, line, URL). */
export class RapportError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly where: string,
    readonly what: string,
  ) {
    super(`${where}: ${what} (${code}: ${ERRORS[code]})`);
    this.name = 'RapportError';
  }
}
