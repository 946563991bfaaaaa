import type { RapportError } from '../base/index.js';
import type { Report } from './types.js';

export interface ReadOptions {
  /** Most bytes of one report, after unpacking; a file of many lines may be longer. 64 MiB. */
  readonly maxBytes?: number;
  /** Milliseconds until a fetch is given up. 20,000. */
  readonly timeoutMs?: number;
  /** Whether addresses in private ranges may be fetched. False. */
  readonly allowPrivate?: boolean;
  /** What `-` reads; the process's standard input where absent. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Told how many bytes of the inputs were taken, before unpacking. */
  readonly onBytes?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/** One report read, or why it could not be. */
export type ReadResult =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly error: RapportError };

/** Most bytes of one report where nothing else is said. */
export const MAX_BYTES = 64 * 1024 * 1024;
