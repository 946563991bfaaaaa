import type { LedgerReading } from '../ledger/index.js';
import type { Report } from '../read/index.js';
import { readReport, type StageOptions } from '../stages.js';
import { type ReadingJson, readingJson } from '../write/index.js';

/** What is wanted of each report: all of it as plain data, or what the ledger keeps. */
export interface Shapes {
  json: ReadingJson;
  ledger: LedgerReading;
}

export interface Task<S extends keyof Shapes = keyof Shapes> {
  readonly report: Report;
  readonly options: StageOptions;
  readonly shape: S;
}

/** What a worker thread does with one report. */
export default function work<S extends keyof Shapes>({ report, options, shape }: Task<S>): Shapes[S] {
  const reading = readReport(report, options);
  return (shape === 'json' ? readingJson(reading) : kept(reading)) as Shapes[S];
}

/** Only what the ledger takes: the rest need not travel between threads. */
function kept(reading: LedgerReading): LedgerReading {
  const { report, date, events, quotations, attributions, disagreements } = reading;
  return { report, date, events, quotations, attributions, disagreements };
}
