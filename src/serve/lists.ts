import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Keys, Paging } from '../ledger/index.js';
import { Table } from './csv.js';
import { Refusal } from './problems.js';
import type { ListQuery, Page } from './schema/index.js';
import { type Sent, type Served, sent } from './served.js';
import { metaOf, type Rows, type ViewContext } from './views/context.js';

const LIMIT = 50;
/** Rows of a table, and rows that are read at a time for it. */
const MOST = 100_000;
const AT_A_TIME = 1000;

export interface List<T> {
  readonly item: TSchema;
  /** What it is cited as. */
  readonly what: string;
  readonly rows: (context: ViewContext, paging: Paging) => Promise<Rows<T>>;
}

/** Answers with a page of a list, or with all of it as a table. */
export async function answerList<T>(
  served: Served,
  request: FastifyRequest,
  reply: FastifyReply,
  query: ListQuery,
  list: List<T>,
): Promise<Sent> {
  if (query.format === 'csv') return answerTable(served, reply, list);
  const paging = { limit: query.limit ?? LIMIT, after: keysOf(query.cursor) };
  return served.view(request, reply, async (context): Promise<Page<T>> => {
    const { items, page } = await list.rows(context, paging);
    return {
      items,
      total: page.total,
      next: page.next && Buffer.from(JSON.stringify(page.next)).toString('base64url'),
      meta: metaOf(context, page.sql, list.what),
    };
  });
}

function keysOf(cursor: string | undefined): Keys | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.every((key) => ['string', 'number'].includes(typeof key))) return keys;
  } catch {
    // Said below.
  }
  throw new Refusal('BAD_REQUEST', 'cursor: not one that this list gave', 'cursor');
}

async function answerTable<T>(served: Served, reply: FastifyReply, list: List<T>): Promise<Sent> {
  const table = new Table(list.item);
  const copy = await served.shelf.current();
  async function* lines(): AsyncGenerator<string> {
    yield table.header();
    let after: Keys | undefined;
    for (let count = 0; count < MOST; count += AT_A_TIME) {
      const paging = { limit: AT_A_TIME, after };
      const { items, page } = await served.readFrom(copy, (context) => list.rows(context, paging));
      yield table.rows(items);
      if (!page.next) return;
      after = page.next;
    }
  }
  return sendTable(reply, list.what, Readable.from(copy.during(lines())));
}

/** Sends a table as a file of its own. */
export function sendTable(reply: FastifyReply, what: string, table: string | Readable): Sent {
  const name = what
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return sent(
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="rapport-${name}.csv"`)
      .header('cache-control', 'no-cache')
      .send(table),
  );
}
