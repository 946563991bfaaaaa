import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DayVolume } from '../relate/index.js';
import { volumeIn } from '../relate/index.js';
import { Cache } from './cache.js';
import type { Copy } from './ledger/copy.js';
import { Shelf } from './ledger/shelf.js';
import { isLoopback, type ServeOptions } from './options.js';
import { Readers } from './reading/readers.js';
import type { ViewContext } from './views/context.js';

/** Characters of answers that are kept. */
const KEPT = 64_000_000;

/** A reply that was sent; its schema is checked where it is made, not once more as the type of the handler. */
export type Sent = never;

export function sent(reply: FastifyReply): Sent {
  return reply as Sent;
}

/** What the routes of one server share. */
export class Served {
  readonly shelf: Shelf;
  readonly readers = new Readers();
  readonly local: boolean;
  private readonly cache = new Cache(KEPT);
  private readonly volumes = new WeakMap<Copy, Promise<readonly DayVolume[]>>();

  constructor(readonly options: ServeOptions) {
    this.shelf = new Shelf(options.ledger);
    this.local = isLoopback(options.host ?? '127.0.0.1');
  }

  get writable(): boolean {
    return this.options.readOnly !== true;
  }

  get needsToken(): boolean {
    return !this.local || this.options.token !== undefined;
  }

  get mayFetch(): boolean {
    return this.local || this.options.fetch === true;
  }

  /** Lets some work read the ledger as it is now. */
  async read<T>(work: (context: ViewContext) => Promise<T>): Promise<T> {
    return this.readFrom(await this.shelf.current(), work);
  }

  readFrom<T>(copy: Copy, work: (context: ViewContext) => Promise<T>): Promise<T> {
    return copy.use((ledger) =>
      work({
        ledger,
        file: this.options.ledger,
        revision: copy.revision,
        volume: () => this.volumeOf(copy),
      }),
    );
  }

  /**
   * Answers with a view of the ledger. What the asker has already is not made again: the ETag follows from the state of
   * the ledger, the day and the address alone.
   */
  async view(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (context: ViewContext) => Promise<object>,
  ): Promise<Sent> {
    const copy = await this.shelf.current();
    const day = new Date().toISOString().slice(0, 10);
    const key = createHash('sha1').update(`${copy.revision} ${day} ${request.url}`).digest('base64url');
    const etag = `W/"${key}"`;
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag))
      return sent(reply.code(304).send());
    const answer = await this.cache.get(key, async () => JSON.stringify(await this.readFrom(copy, make)));
    return sent(reply.type('application/json; charset=utf-8').send(answer));
  }

  async close(): Promise<void> {
    await this.readers.close();
    await this.shelf.close();
  }

  /** How much is reported at all: asked for once for each state of the ledger. */
  private volumeOf(copy: Copy): Promise<readonly DayVolume[]> {
    let volume = this.volumes.get(copy);
    if (!volume) {
      volume = copy.use((ledger) => volumeIn(ledger));
      this.volumes.set(copy, volume);
      volume.catch(() => this.volumes.delete(copy));
    }
    return volume;
  }
}
