import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { RapportError } from '../base/index.js';
import { type ReadOptions, type ReadResult, type Report, readReports } from '../read/index.js';
import type { StageOptions } from '../stages.js';
import type { ReadingJson } from '../write/index.js';
import work from './thread.js';

export interface BatchOptions extends ReadOptions, StageOptions {
  /** Worker threads; every core when absent. With 1, reports are read in this thread. */
  readonly jobs?: number;
}

export type BatchResult =
  | { readonly ok: true; readonly reading: ReadingJson }
  | { readonly ok: false; readonly error: RapportError };

/** So few reports are read in this thread: starting others costs more than it saves. */
const FEW = 4;

/**
 * Reads every report of the inputs through all stages, in the order of the inputs. What fails is given as an error in
 * its place, and the rest goes on.
 */
export async function* readBatch(
  inputs: readonly string[],
  options: BatchOptions = {},
): AsyncGenerator<BatchResult> {
  const jobs = options.jobs ?? availableParallelism();
  const stageOptions: StageOptions = options.today ? { today: options.today } : {};
  const crew = new Crew(jobs, stageOptions);
  const waiting: Promise<BatchResult>[] = [];
  try {
    for await (const result of readReports(inputs, options)) {
      waiting.push(crew.take(result));
      while (waiting.length > jobs * 4) yield await waiting.shift()!;
    }
    while (waiting.length > 0) yield await waiting.shift()!;
  } finally {
    await crew.dismiss();
  }
}

/** Hands reports to threads, once there are enough of them. */
class Crew {
  private pool: Piscina | undefined;
  private seen = 0;

  constructor(
    private readonly jobs: number,
    private readonly options: StageOptions,
  ) {}

  async take(result: ReadResult): Promise<BatchResult> {
    if (!result.ok) return result;
    try {
      return { ok: true, reading: await this.read(result.report) };
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      return { ok: false, error: new RapportError('READ_FAILED', result.report.origin, what) };
    }
  }

  private async read(report: Report): Promise<ReadingJson> {
    this.seen++;
    // Sources run by a loader (tests, benchmarks) have no compiled thread beside them.
    const compiled = import.meta.url.endsWith('.js');
    if (this.jobs <= 1 || this.seen <= FEW || !compiled) return work({ report, options: this.options });
    this.pool ??= new Piscina({
      filename: fileURLToPath(new URL('./thread.js', import.meta.url)),
      maxThreads: this.jobs,
      minThreads: this.jobs,
    });
    return this.pool.run({ report, options: this.options });
  }

  async dismiss(): Promise<void> {
    await this.pool?.destroy();
  }
}
