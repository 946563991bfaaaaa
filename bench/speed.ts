import { existsSync } from 'node:fs';
import { type Report, readBatch, readReport, readReports } from '../src/index.js';

const shared = new URL('../../shared/data/reports/wikinews.jsonl', import.meta.url).pathname;
const own = new URL('../samples/wire', import.meta.url).pathname;

export const about = 'whole reports from raw text through every stage, on one core';

export async function run(): Promise<void> {
  const sets: [string, string][] = [['samples/wire', own]];
  if (existsSync(shared)) sets.push(['reports/wikinews.jsonl', shared]);
  else console.log('reports/wikinews.jsonl skipped: ../shared/data is not here');
  for (const [name, path] of sets) {
    const reports: Report[] = [];
    for await (const result of readReports([path])) if (result.ok) reports.push(result.report);
    if (reports.length === 0) continue;
    readReport(reports[0]!);
    const begun = performance.now();
    let sentences = 0;
    let events = 0;
    for (const report of reports) {
      const reading = readReport(report);
      sentences += reading.document.sentences.length;
      events += reading.events.length;
    }
    const seconds = (performance.now() - begun) / 1000;
    const rate = (n: number): string => (n / seconds).toFixed(1);
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    console.log(
      `${name}: ${reports.length} reports, ${sentences} sentences, ${events} events in ${seconds.toFixed(1)} s: ${rate(reports.length)} reports/s, ${rate(sentences)} sentences/s, ${memory} MB resident`,
    );
  }
  if (process.argv.includes('--all')) await everyReport();
}

/** Reads every report of the shared data and counts what could not be read. */
async function everyReport(): Promise<void> {
  const folder = new URL('../../shared/data/reports', import.meta.url).pathname;
  if (!existsSync(folder)) return;
  let read = 0;
  const failed: string[] = [];
  for await (const result of readBatch([folder])) {
    if (result.ok) read++;
    else failed.push(result.error.message);
  }
  console.log(`${folder}: ${read} reports read, ${failed.length} failed`);
  for (const message of failed.slice(0, 10)) console.log(`  ${message}`);
}
