import type { ServerResponse } from 'node:http';
import { totalsOf } from '../ledger/index.js';
import type { Server } from './app.js';
import { Refusal } from './problems.js';
import { refusals } from './refusals.js';
import type { LedgerNews } from './schema/index.js';
import type { Served } from './served.js';

const LOOK = 1000;
const BEAT = 15_000;
/** Listeners at a time. */
const MOST = 200;

/** Tells whoever listens when the ledger changes, by server-sent events. */
export function updateRoute(app: Server, served: Served): void {
  const news = new News(served);
  app.get(
    '/api/updates',
    {
      schema: {
        tags: ['Ledger'],
        summary:
          'Server-sent events: `event: ledger` with revision, reports and events, at once and at every change',
        produces: ['text/event-stream'],
        response: refusals,
      },
    },
    async (_, reply) => {
      const first = await news.now();
      if (news.full) throw new Refusal('TOO_MANY_REQUESTS', 'too many listeners');
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      news.tell(reply.raw, first);
    },
  );
  // Open answers would keep the server from closing.
  app.addHook('preClose', async () => news.end());
}

class News {
  /** Each with the revision it was told last. */
  private readonly listeners = new Map<ServerResponse, string>();
  private looking: NodeJS.Timeout | undefined;
  private beating: NodeJS.Timeout | undefined;
  private last: LedgerNews | undefined;

  constructor(private readonly served: Served) {}

  get full(): boolean {
    return this.listeners.size >= MOST;
  }

  /** The state of the ledger now. */
  async now(): Promise<LedgerNews> {
    const copy = await this.served.shelf.current();
    if (this.last?.revision === copy.revision) return this.last;
    const { rows } = await copy.use((ledger) => totalsOf(ledger.database));
    const { reports, events } = rows[0]!;
    this.last = { revision: copy.revision, reports, events };
    return this.last;
  }

  /** Begins to tell a listener, until it leaves. */
  tell(listener: ServerResponse, first: LedgerNews): void {
    this.listeners.set(listener, first.revision);
    listener.on('close', () => this.leave(listener));
    listener.on('error', () => this.leave(listener));
    listener.write(textOf(first));
    const { lookMs = LOOK, beatMs = BEAT } = this.served.options;
    this.looking ??= setInterval(() => void this.look(), lookMs).unref();
    this.beating ??= setInterval(() => this.beat(), beatMs).unref();
  }

  end(): void {
    for (const listener of [...this.listeners.keys()]) {
      listener.end();
      this.leave(listener);
    }
  }

  private async look(): Promise<void> {
    try {
      const news = await this.now();
      for (const [listener, revision] of this.listeners) {
        if (revision === news.revision) continue;
        this.listeners.set(listener, news.revision);
        listener.write(textOf(news));
      }
    } catch {
      // While the ledger cannot be read there is no news.
    }
  }

  private beat(): void {
    for (const listener of this.listeners.keys()) listener.write(': still here\n\n');
  }

  private leave(listener: ServerResponse): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    clearInterval(this.looking);
    clearInterval(this.beating);
    this.looking = undefined;
    this.beating = undefined;
  }
}

function textOf(news: LedgerNews): string {
  return `event: ledger\nid: ${news.revision}\ndata: ${JSON.stringify(news)}\n\n`;
}
