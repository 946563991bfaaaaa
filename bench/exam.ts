/**
 * Our own examination: sentences and whole reports labelled twice without sight of each other's labels, the disagreements
 * settled in writing (bench/exam/README.md). Option: --errors prints what is not read as settled, of the half that may be
 * looked at.
 */
import { examineReports } from './exam/reports.js';
import { examineSentences } from './exam/sentences.js';

export const about = 'our own examination: 300 sentences and 20 reports, labelled twice';

export async function run(): Promise<void> {
  const errors = process.argv.includes('--errors');
  examineSentences(errors);
  examineReports(errors);
}
