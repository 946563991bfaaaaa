import { RapportError } from '../../base/index.js';
import type { Report } from '../../read/index.js';
import { type PlainReading, ReaderPool } from '../../worker/index.js';
import { Refusal } from '../problems.js';

/** Milliseconds a report may take, and reports that may wait. */
const LONGEST = 55_000;
const WAITING = 16;

/** Reads reports one at a time in a thread beside the server, so that long texts keep nobody waiting. */
export class Readers {
  private readonly pool = new ReaderPool({ longestMs: LONGEST });
  private waiting = 0;

  /** @throws Refusal `TOO_SLOW` */
  async read(report: Report): Promise<PlainReading> {
    if (this.waiting >= WAITING) throw new Refusal('TOO_SLOW', 'too many reports wait to be read; try again');
    this.waiting++;
    try {
      return await this.pool.read(report);
    } catch (error) {
      if (error instanceof RapportError) throw error;
      if (error instanceof Error && error.name === 'AbortError') throw new Refusal('TOO_SLOW');
      throw error;
    } finally {
      this.waiting--;
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
