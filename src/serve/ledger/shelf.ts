import { type Added, Ledger, type LedgerReading } from '../../ledger/index.js';
import { Copy, stateOf } from './copy.js';

/** Milliseconds for which the file is taken to be as it was, and after which a ledger in use is tried again. */
const FRESH = 200;
const AGAIN = 2000;

/** The ledger that is served: always its last readable state, never a lock while nothing is read or written. */
export class Shelf {
  private copy: Copy | undefined;
  private coming: Promise<Copy> | undefined;
  private looked = 0;
  private failed: { readonly at: number; readonly error: unknown } | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(readonly path: string) {}

  /** The revision that is read now; undefined while the ledger has not been opened. */
  get revision(): string | undefined {
    return this.copy?.revision;
  }

  /**
   * The newest state that can be read: while another process writes, the one before.
   * @throws RapportError with a code `LEDGER_…` where none was ever readable.
   */
  async current(): Promise<Copy> {
    if (this.copy && performance.now() - this.looked < FRESH) return this.copy;
    this.looked = performance.now();
    const state = await stateOf(this.path);
    if (this.copy && (state === this.copy.revision || state === undefined)) return this.copy;
    if (this.failed && performance.now() - this.failed.at < AGAIN) {
      if (this.copy) return this.copy;
      throw this.failed.error;
    }
    const coming = this.renew();
    if (!this.copy) return coming;
    // Whoever asks now is served at once from what is there; the next ones get the new state.
    coming.catch(() => {});
    return this.copy;
  }

  /** Adds a reading to the ledger, one after another, and makes sure that what is read from now on holds it. */
  async add(reading: LedgerReading): Promise<Added> {
    const added = await this.alone(async () => {
      const ledger = await Ledger.open(this.path);
      try {
        return (await ledger.add([reading]))[0]!;
      } finally {
        ledger.close();
      }
    });
    await this.coming?.catch(() => {});
    await this.renew();
    return added;
  }

  async close(): Promise<void> {
    await this.alone(async () => {
      await this.copy?.drop();
      this.copy = undefined;
    });
  }

  private renew(): Promise<Copy> {
    this.coming ??= this.alone(() => this.fetched()).finally(() => {
      this.coming = undefined;
    });
    return this.coming;
  }

  /** The locks of a file do not hold between two openings of one process: they come one after the other. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work);
    this.turn = turn.catch(() => {});
    return turn;
  }

  private async fetched(): Promise<Copy> {
    try {
      const copy = await Copy.of(this.path);
      const old = this.copy;
      this.copy = copy;
      this.failed = undefined;
      // Who still reads the old one keeps it; nobody waits for them.
      void old?.drop();
      return copy;
    } catch (error) {
      this.failed = { at: performance.now(), error };
      throw error;
    }
  }
}
