import { RapportError } from '../base/index.js';
import type { Problem } from './schema/index.js';

/** Every error the server answers with: its code, the HTTP status, and what it means. docs/server.md lists them. */
export const PROBLEMS = {
  BAD_REQUEST: [400, 'a parameter or field is wrong; `field` names it'],
  SAME_ACTOR: [400, 'a relation needs two different actors'],
  TOKEN_NEEDED: [401, 'send `Authorization: Bearer …` with the token the server was started with'],
  HOST_REFUSED: [403, 'a server on this machine answers only to its own name (localhost, 127.0.0.1)'],
  ORIGIN_REFUSED: [403, 'a page of another site may not send here'],
  FETCH_OFF: [403, 'this server fetches no addresses; start it with --fetch'],
  FETCH_PRIVATE: [403, 'the address is in a private range'],
  NOT_FOUND: [404, 'there is no such thing here'],
  NO_ACTOR: [404, 'no actor of that name or code'],
  READ_ONLY: [405, 'the server was started with --read-only'],
  BODY_TOO_LARGE: [413, 'the body or the text is larger than the server takes'],
  NEEDS_JSON: [415, 'send the body as application/json'],
  INPUT_EMPTY: [422, 'there is no text to read'],
  NO_ARTICLE: [422, 'the page holds no article'],
  INPUT_UNREADABLE: [422, 'what was sent or fetched is no text that can be read'],
  TOO_MANY_REQUESTS: [429, 'wait as long as `Retry-After` says'],
  FETCH_FAILED: [502, 'the address did not give a page'],
  LEDGER_BUSY: [503, 'another process writes to the ledger; try again after `Retry-After`'],
  LEDGER_UNREADABLE: [503, 'the ledger is missing, damaged, of a later version, or the disk is full'],
  TOO_SLOW: [503, 'the text takes too long to read, or too many wait; try again or send less'],
  FAILED: [500, 'a fault of ours: please report it'],
} as const satisfies Record<string, readonly [status: number, meaning: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Why a request is refused. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string = PROBLEMS[code][1],
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }

  get status(): number {
    return PROBLEMS[this.code][0];
  }

  get problem(): Problem {
    return { code: this.code, message: this.message, ...(this.field ? { field: this.field } : {}) };
  }
}

/** Errors of the product, in the words of the server. */
const OURS: Partial<Record<RapportError['code'], ProblemCode>> = {
  INPUT_EMPTY: 'INPUT_EMPTY',
  INPUT_BINARY: 'INPUT_UNREADABLE',
  INPUT_UNREADABLE: 'INPUT_UNREADABLE',
  BAD_JSON: 'INPUT_UNREADABLE',
  BAD_FEED: 'INPUT_UNREADABLE',
  INPUT_TOO_LARGE: 'BODY_TOO_LARGE',
  NO_ARTICLE: 'NO_ARTICLE',
  FETCH_FAILED: 'FETCH_FAILED',
  FETCH_PRIVATE: 'FETCH_PRIVATE',
  BAD_ARGUMENT: 'BAD_REQUEST',
  LEDGER_LOCKED: 'LEDGER_BUSY',
  LEDGER_MISSING: 'LEDGER_UNREADABLE',
  LEDGER_CORRUPT: 'LEDGER_UNREADABLE',
  LEDGER_NEWER: 'LEDGER_UNREADABLE',
  LEDGER_FULL: 'LEDGER_UNREADABLE',
  LEDGER_FAILED: 'LEDGER_UNREADABLE',
};

/** Errors of the frame we stand on. */
const FRAME: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'NEEDS_JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BAD_REQUEST',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BAD_REQUEST',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
  FST_ERR_RATE_LIMIT: 'TOO_MANY_REQUESTS',
};

/** What went wrong, as the server says it; undefined where it is a fault of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof RapportError) {
    const code = OURS[error.code];
    // Where it went wrong on this machine is nobody else's concern.
    return (
      code && new Refusal(code, code.startsWith('LEDGER_') ? error.what : `${error.where}: ${error.what}`)
    );
  }
  if (!(error instanceof Error)) return undefined;
  const { code, validation, validationContext, statusCode } = error as Error & {
    code?: string;
    validation?: readonly {
      keyword: string;
      instancePath: string;
      message?: string;
      params: Record<string, unknown>;
    }[];
    validationContext?: string;
    statusCode?: number;
  };
  if (validation) {
    const first = validation[0]!;
    const field =
      first.instancePath.slice(1) ||
      String(first.params.missingProperty ?? first.params.additionalProperty ?? '');
    const large = first.keyword === 'maxLength' && (field === 'text' || field === 'html');
    return new Refusal(
      large ? 'BODY_TOO_LARGE' : 'BAD_REQUEST',
      `${validationContext ?? 'request'}: ${field} ${first.message ?? 'is wrong'}`.replace('  ', ' '),
      field || undefined,
    );
  }
  if (code && FRAME[code])
    return new Refusal(FRAME[code], FRAME[code] === 'BAD_REQUEST' ? error.message : undefined);
  if (statusCode === 404) return new Refusal('NOT_FOUND');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('BAD_REQUEST', error.message);
  return undefined;
}
