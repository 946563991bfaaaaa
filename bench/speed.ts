import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Report } from '../src/index.js';

const shared = new URL('../../shared/data/reports/', import.meta.url).pathname;
const own = new URL('../samples/wire', import.meta.url).pathname;

export const about =
  'whole reports from raw text to events, and through every stage, on one core, by the built product (--rounds=N, --all)';

/** Stages between the raw text and the events. */
const TO_EVENTS = new Set(['language', 'time', 'world', 'code', 'ledger']);

/** What is read: a file or folder, and of how many reports every how manieth. */
const SETS: readonly { readonly name: string; readonly path: string; readonly every: number }[] = [
  { name: 'samples/wire', path: own, every: 1 },
  { name: 'reports/wikinews.jsonl', path: `${shared}wikinews.jsonl`, every: 1 },
  { name: 'reports/official.jsonl.gz, every 80th', path: `${shared}official.jsonl.gz`, every: 80 },
  {
    name: 'reports/current-events-2025.jsonl (a sentence or two each), every 12th',
    path: `${shared}current-events-2025.jsonl`,
    every: 12,
  },
];

type Product = typeof import('../src/index.js');

export async function run(): Promise<void> {
  const product = await built();
  for (const { name, path, every } of SETS) {
    if (!existsSync(path)) console.log(`${name} skipped: it is not here`);
    else measure(product, name, await reportsOf(product, path, every));
  }
  if (process.argv.includes('--all')) await everyReport(product);
}

/** The product as it is shipped: what runs a benchmark in TypeScript slows every function by its name. */
async function built(): Promise<Product> {
  const home = new URL('..', import.meta.url);
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: home.pathname, stdio: 'inherit' });
  return (await import(new URL('dist/index.js', home).href)) as Product;
}

async function reportsOf({ readReports }: Product, path: string, every: number): Promise<Report[]> {
  const reports: Report[] = [];
  let at = 0;
  for await (const result of readReports([path]))
    if (at++ % every === 0 && result.ok) reports.push(result.report);
  return reports;
}

/** Reads the reports several times over and prints the round that took least: the others shared the core with something. */
function measure({ STAGES }: Product, name: string, reports: readonly Report[]): void {
  const rounds = Number(process.argv.find((word) => word.startsWith('--rounds='))?.slice(9) ?? 40);
  let best: { spent: number[]; sentences: number; events: number } | undefined;
  for (let round = 0; round < rounds; round++) {
    const spent = STAGES.map(() => 0);
    let sentences = 0;
    let events = 0;
    for (const report of reports) {
      let reading = { report } as Parameters<(typeof STAGES)[number]['run']>[0];
      STAGES.forEach((stage, i) => {
        const begun = performance.now();
        reading = { ...reading, ...stage.run(reading, {}) };
        spent[i]! += performance.now() - begun;
      });
      sentences += reading.document.sentences.length;
      events += reading.events.length;
    }
    if (!best || sum(spent) < sum(best.spent)) best = { spent, sentences, events };
  }
  const { spent, sentences, events } = best!;
  const rate = (n: number, ms: number): string => ((n * 1000) / ms).toFixed(0);
  const toEvents = sum(spent.filter((_, i) => TO_EVENTS.has(STAGES[i]!.name)));
  console.log(
    `${name}: ${reports.length} reports, ${sentences} sentences, ${events} events\n` +
      `  sentences a second: ${rate(sentences, toEvents)} from raw text to events, ${rate(sentences, spent[0]!)} by the bare language ` +
      `engine, ${rate(sentences, sum(spent))} through every stage (${rate(reports.length, sum(spent))} reports a second); ` +
      `${Math.round(process.memoryUsage().rss / 1e6)} MB resident\n` +
      `  ms a sentence: ${STAGES.map(({ name }, i) => `${name} ${(spent[i]! / sentences).toFixed(2)}`).join(', ')}`,
  );
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Reads every report of the shared data and counts what could not be read. */
async function everyReport({ readBatch }: Product): Promise<void> {
  if (!existsSync(shared)) return;
  let read = 0;
  const failed: string[] = [];
  for await (const result of readBatch([shared])) {
    if (result.ok) read++;
    else failed.push(result.error.message);
  }
  console.log(`${shared}: ${read} reports read, ${failed.length} failed`);
  for (const message of failed.slice(0, 10)) console.log(`  ${message}`);
}
