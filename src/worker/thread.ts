import type { Report } from '../read/index.js';
import { readReport, type StageOptions } from '../stages.js';
import { type ReadingJson, readingJson } from '../write/index.js';

/** What a worker thread does with one report. */
export default function work({ report, options }: { report: Report; options: StageOptions }): ReadingJson {
  return readingJson(readReport(report, options));
}
