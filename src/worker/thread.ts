import type { LedgerReading } from '../ledger/index.js';
import type { Report } from '../read/index.js';
import { type Reading, readReport, type StageOptions } from '../stages.js';
import { type ReadingJson, readingJson } from '../write/index.js';

/** A reading without the tokens of its document, so that it can travel between threads. */
export type PlainReading = Omit<Reading, 'document'>;

/** What is wanted of each report: all of it as it is written, what the ledger keeps, or all but the tokens. */
export interface Shapes {
  json: ReadingJson;
  ledger: LedgerReading;
  plain: PlainReading;
}

export interface Task<S extends keyof Shapes = keyof Shapes> {
  readonly report: Report;
  readonly options: StageOptions;
  readonly shape: S;
}

/** What a worker thread does with one report. */
export default function work<S extends keyof Shapes>({ report, options, shape }: Task<S>): Shapes[S] {
  const reading = readReport(report, options);
  if (shape === 'json') return readingJson(reading) as Shapes[S];
  if (shape === 'ledger') return kept(reading) as Shapes[S];
  const { document: _, ...plain } = reading;
  return plain as PlainReading as Shapes[S];
}

/** Only what the ledger takes: the rest need not travel between threads. */
function kept(reading: LedgerReading): LedgerReading {
  const { report, date, events, quotations, attributions, disagreements } = reading;
  return { report, date, events, quotations, attributions, disagreements };
}
