import type { Quad, Root } from '../code/index.js';

/** The formats that are known by name; `table` is any other table whose columns are named. */
export type Format =
  | 'gdelt-1.0'
  | 'gdelt-2.0'
  | 'gdelt-mentions'
  | 'icews'
  | 'phoenix'
  | 'polecat'
  | 'plover'
  | 'table';

/** One side of an event of others, in our codes. */
export interface Side {
  /** ISO 3166 alpha-3, or a top-level code of PLOVER; null where the file's code stands for neither. */
  readonly code: string | null;
  readonly sectors: readonly string[];
  /** The name the file gives, or else its code. */
  readonly name: string | null;
}

/** What was done. */
export interface Act {
  /** Null for statements that PLOVER drops (CAMEO 01, 02), which only files of others hold. */
  readonly root: Root | null;
  readonly quad: Quad | null;
  /** With its leading zeros; null where a file codes by PLOVER. */
  readonly cameo: string | null;
  readonly goldstein: number | null;
  readonly plover: number | null;
  readonly modes: readonly string[];
  readonly contexts: readonly string[];
}

/** Where it was done, as far as the file says. */
export interface Where {
  readonly name: string | null;
  /** ISO 3166 alpha-3. */
  readonly state: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** How often a file of others counts that an event was told; null where it does not. */
export interface Told {
  readonly mentions: number | null;
  readonly sources: number | null;
  readonly articles: number | null;
}

/**
 * One event as others coded it, in our codes. Days are days since 1970-01-01. Its parts are objects of their own: made
 * by the million, one flat object of so many fields would be several times as slow.
 */
export interface ImportedEvent {
  /** Row of the file, from 1, its header not counted. */
  readonly line: number;
  readonly sourceId: string | null;
  readonly start: number;
  readonly end: number;
  /** The day the file gives as that of the report. */
  readonly reported: number | null;
  readonly actors: readonly Side[];
  readonly recipients: readonly Side[];
  readonly act: Act;
  readonly where: Where;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly confidence: number | null;
  readonly told: Told;
}

/** One mention of an event in one article, as GDELT 2.0 lists them. */
export interface ImportedMention {
  readonly line: number;
  readonly sourceId: string;
  /** ISO date-time of the article. */
  readonly time: string;
  readonly outlet: string | null;
  readonly url: string | null;
  /** Sentence of the article, from 1. */
  readonly sentence: number | null;
  /** Per cent. */
  readonly confidence: number | null;
  readonly tone: number | null;
}

/** A row that could not be read: where, why, and its text. */
export interface BadRow {
  readonly line: number;
  readonly why: string;
  readonly text: string;
}

/** What a mapping could not carry over: which field, which value, why, in how many rows. */
export interface Loss {
  readonly what: string;
  readonly value: string;
  readonly why: string;
  readonly rows: number;
}

/** Some rows of a file. */
export interface ImportBatch {
  /** Rows of the file, all in all, up to the end of this batch; those of `events`, `mentions` and `bad` are the last. */
  readonly rows: number;
  readonly events: readonly ImportedEvent[];
  readonly mentions: readonly ImportedMention[];
  readonly bad: readonly BadRow[];
  readonly losses: readonly Loss[];
}

export interface ImportOptions {
  /** Said instead of recognised. */
  readonly format?: Format;
  /** Our fields to the names, or numbers from 1, of the columns of a table. */
  readonly map?: Readonly<Record<string, string>>;
  /** Who coded the events of a table; the format's name when absent. */
  readonly coder?: string;
  /** Puts back the zeros at the head of codes where only one code can be meant. */
  readonly restoreZeros?: boolean;
  /** Rows in a batch. 122,880. */
  readonly batch?: number;
}

/** A file to import, looked into but not yet read. */
export interface ImportFile {
  /** Path, with `#member` for one of a zip archive. */
  readonly name: string;
  readonly format: Format;
  readonly coder: string;
  /** SHA-256 of the unpacked bytes. */
  readonly hash: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Batches of rows; those up to row `after` are passed over. */
  batches(after?: number): AsyncGenerator<ImportBatch>;
}
