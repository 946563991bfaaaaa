export * from './answer/index.js';
export { dayNumber, ERRORS, isoOf, RapportError, type Span } from './base/index.js';
export * from './code/index.js';
export * from './import/index.js';
export { analyse, type Document, type Sentence, type Token } from './language/index.js';
export * from './ledger/index.js';
export * from './read/index.js';
export * from './relate/index.js';
export * from './source/index.js';
export { type Reading, readReport, STAGES, type Stage, type StageOptions } from './stages.js';
export * from './time/index.js';
export { type BatchOptions, type BatchResult, readBatch, readForLedger } from './worker/index.js';
export * from './world/index.js';
export * from './write/index.js';

import { type Report, reportFromText } from './read/index.js';
import { type Reading, readReport, type StageOptions } from './stages.js';

/**
 * Reads one report through every stage.
 * @param input The text of a report, or a report as the readers give it (`readReports`, `reportFromHtml`).
 */
export function read(input: string | Report, options: StageOptions = {}): Reading {
  return readReport(typeof input === 'string' ? reportFromText(input, {}) : input, options);
}

export { classifyPair as code } from './code/index.js';
/** The same with the rule, the weight and the characters behind each result as text: `rapport explain`. */
export { explainText as explain } from './write/index.js';
