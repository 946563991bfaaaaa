/**
 * Our own examination: sentences and whole reports labelled twice without sight of each other's labels, the disagreements
 * settled in writing (bench/exam/README.md). Options: --errors prints what is not read as settled, of the half that may be
 * looked at; --dev scores the reports of the development set instead, with all their errors.
 */
import { examineDevelopment, examineReports } from './exam/reports.js';
import { examineSentences } from './exam/sentences.js';

export const about = 'our own examination: 300 sentences and 20 reports, labelled twice';

export async function run(): Promise<void> {
  if (process.argv.includes('--dev')) return examineDevelopment();
  const errors = process.argv.includes('--errors');
  examineSentences(errors);
  examineReports(errors);
}
