import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { RapportError } from '../base/index.js';
import type { Report } from '../read/index.js';
import work, { type PlainReading, type Task } from './thread.js';

/** A thread that stays, and reads one report after another through all stages. */
export class ReaderPool {
  private pool: Piscina | undefined;

  constructor(private readonly options: { readonly longestMs: number }) {}

  /**
   * Reads one report beside this thread.
   * @throws an `AbortError` when it takes longer than is allowed; RapportError `READ_FAILED`
   */
  async read(report: Report): Promise<PlainReading> {
    const task: Task<'plain'> = { report, options: {}, shape: 'plain' };
    // Sources run by a loader (tests, benchmarks) have no compiled thread beside them.
    if (!import.meta.url.endsWith('.js')) return work(task);
    this.pool ??= new Piscina({
      filename: fileURLToPath(new URL('./thread.js', import.meta.url)),
      minThreads: 1,
      maxThreads: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
    });
    try {
      return (await this.pool.run(task, {
        signal: AbortSignal.timeout(this.options.longestMs),
      })) as PlainReading;
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw error;
      const what = error instanceof Error ? error.message : String(error);
      throw new RapportError('READ_FAILED', report.origin, what);
    }
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
    this.pool = undefined;
  }
}
