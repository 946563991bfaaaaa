import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { RapportError } from '../base/index.js';
import type { LedgerInput } from '../ledger/index.js';
import { type ReadOptions, type ReadResult, type Report, readReports } from '../read/index.js';
import type { StageOptions } from '../stages.js';
import type { ReadingJson } from '../write/index.js';
import work, { type Shapes, type Task } from './thread.js';

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
  yield* inOrder(inputs, options, async (crew, result) =>
    result.ok ? { ok: true, reading: await crew.read(result.report, 'json') } : result,
  );
}

/**
 * The same for the ledger. Reports that `known` recognises are passed over before any stage runs, so that a run that
 * was broken off goes on where it stopped.
 */
export async function* readForLedger(
  inputs: readonly string[],
  options: BatchOptions & { readonly known?: (report: Report) => boolean } = {},
): AsyncGenerator<LedgerInput> {
  yield* inOrder(inputs, options, async (crew, result): Promise<LedgerInput> => {
    if (!result.ok) return result;
    if (options.known?.(result.report)) return { ok: true, known: true };
    return { ok: true, reading: await crew.read(result.report, 'ledger') };
  });
}

type Failed = { readonly ok: false; readonly error: RapportError };

/** Keeps the threads busy, but no further ahead of the taker than they need; results come in the order of the inputs. */
async function* inOrder<T>(
  inputs: readonly string[],
  options: BatchOptions,
  take: (crew: Crew, result: ReadResult) => Promise<T | Failed>,
): AsyncGenerator<T | Failed> {
  const jobs = options.jobs ?? availableParallelism();
  const crew = new Crew(jobs, options.today ? { today: options.today } : {});
  const waiting: Promise<T | Failed>[] = [];
  try {
    for await (const result of readReports(inputs, options)) {
      waiting.push(take(crew, result).catch((error: unknown) => failed(result, error)));
      while (waiting.length > jobs * 4) yield await waiting.shift()!;
    }
    while (waiting.length > 0) yield await waiting.shift()!;
  } finally {
    await crew.dismiss();
  }
}

function failed(result: ReadResult, error: unknown): Failed {
  const where = result.ok ? result.report.origin : 'input';
  const what = error instanceof Error ? error.message : String(error);
  return { ok: false, error: new RapportError('READ_FAILED', where, what) };
}

/** Hands reports to threads, once there are enough of them. */
class Crew {
  private pool: Piscina | undefined;
  private seen = 0;

  constructor(
    private readonly jobs: number,
    private readonly options: StageOptions,
  ) {}

  async read<S extends keyof Shapes>(report: Report, shape: S): Promise<Shapes[S]> {
    this.seen++;
    const task: Task<S> = { report, options: this.options, shape };
    // Sources run by a loader (tests, benchmarks) have no compiled thread beside them.
    const compiled = import.meta.url.endsWith('.js');
    if (this.jobs <= 1 || this.seen <= FEW || !compiled) return work(task);
    this.pool ??= new Piscina({
      filename: fileURLToPath(new URL('./thread.js', import.meta.url)),
      maxThreads: this.jobs,
      minThreads: this.jobs,
    });
    return this.pool.run(task);
  }

  async dismiss(): Promise<void> {
    await this.pool?.destroy();
  }
}
