import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  importFiles,
  Ledger,
  type LedgerInput,
  readForLedger,
  readReport,
  readReports,
  relationIn,
  reportFromText,
} from '../src/index.js';
import { writeGdelt } from './ledger/generate.js';
import { fillPairs } from './ledger/pairs.js';

const reports = new URL('../../shared/data/reports', import.meta.url).pathname;
const wire = new URL('../samples/wire', import.meta.url).pathname;

export const about =
  'import, a dyad’s history, adding reports (--rows=N events to import, --pairs=N to ask, --reports=N to add)';

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  try {
    await imports(folder, option('rows', 1_000_000));
    await histories(folder, option('pairs', 10_000_000));
    await adding(folder, option('reports', 200));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function option(name: string, otherwise: number): number {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.split('=')[1]);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const seconds = (since: number): number => (performance.now() - since) / 1000;

/** A file like GDELT's, with the same seed on every machine: time at each quarter shows how it grows. */
async function imports(folder: string, rows: number): Promise<void> {
  if (rows <= 0) return;
  const file = join(folder, 'gdelt.tsv');
  await writeGdelt(file, rows);
  const path = join(folder, 'import.duckdb');
  const ledger = await Ledger.open(path, { memory: '2GB' });
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const quarters: string[] = [];
  for await (const one of importFiles(file))
    for await (const { rows: done } of ledger.import(one))
      if (done >= ((quarters.length + 1) * rows) / 4)
        quarters.push(`${(done / 1000).toFixed(0)}k ${seconds(begun).toFixed(1)} s`);
  await ledger.tidy();
  const took = seconds(begun);
  const used = process.cpuUsage(cpu);
  ledger.close();
  console.log(
    `import: ${rows} GDELT rows (${megabytes(statSync(file).size)}) in ${took.toFixed(1)} s, ${(rows / took).toFixed(0)} rows/s, ` +
      `${((used.user + used.system) / 1e6).toFixed(1)} s of processor; ledger ${megabytes(statSync(path).size)}, ` +
      `${megabytes(process.memoryUsage().rss)} resident; after ${quarters.join(', ')}`,
  );
  rmSync(file);
  rmSync(path);
}

/** One dyad's days out of ever more events. */
async function histories(folder: string, most: number): Promise<void> {
  if (most <= 0) return;
  const path = join(folder, 'pairs.duckdb');
  const ledger = await Ledger.open(path, { memory: '2GB' });
  let there = 0;
  for (const size of [most / 10, most / 2, most]) {
    await fillPairs(ledger, there, size);
    there = size;
    const begun = performance.now();
    await ledger.tidy();
    const tidied = seconds(begun);
    const [large, small, all, shifts] = [
      await median(() => ledger.dailyCounts('AAA', 'BBB')),
      await median(() => ledger.dailyCounts('KKK', 'ZZZ')),
      await median(() => ledger.volume()),
      await median(async () => (await relationIn(ledger, ['AAA', 'BBB'])).points),
    ];
    console.log(
      `history: of ${size} events, ${large.rows} days of the largest dyad in ${large.said}, ${small.rows} of a small one in ` +
        `${small.said}; volume of all ${all.rows} days in ${all.said}; the whole relation of the largest dyad, ${shifts.rows} months with ` +
        `index and shifts, in ${shifts.said}; put in order in ${tidied.toFixed(1)} s; ` +
        `${megabytes(statSync(path).size)}, ${megabytes(process.memoryUsage().rss)} resident`,
    );
  }
  ledger.close();
  rmSync(path);
}

/** The middle of seven times by the clock, and the processor's time of all seven by the asking. */
async function median(ask: () => Promise<readonly unknown[]>): Promise<{ rows: number; said: string }> {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  let rows = 0;
  for (let i = 0; i < 7; i++) {
    const begun = performance.now();
    rows = (await ask()).length;
    times.push(performance.now() - begun);
  }
  const used = process.cpuUsage(cpu);
  const middle = times.sort((a, b) => a - b)[3]!;
  return {
    rows,
    said: `${middle.toFixed(0)} ms (${((used.user + used.system) / 7000).toFixed(0)} of processor)`,
  };
}

/** Reports from their files through every stage into a ledger, on one core. */
async function adding(folder: string, most: number): Promise<void> {
  if (most <= 0) return;
  const path = join(folder, 'reports.duckdb');
  const ledger = await Ledger.open(path);
  const inputs = existsSync(reports) ? [reports] : [wire];
  const begun = performance.now();
  const cpu = process.cpuUsage();
  let last = { added: 0, corrected: 0, known: 0, failed: 0, events: 0 };
  const halves: string[] = [];
  for await (last of ledger.addAll(first(readAgain(inputs), most)))
    if (last.added >= (most / 2) * (halves.length + 1))
      halves.push(`${last.added} ${seconds(begun).toFixed(1)} s`);
  const took = seconds(begun);
  const used = process.cpuUsage(cpu);
  ledger.close();
  console.log(
    `adding: ${last.added} reports with ${last.events} events in ${took.toFixed(1)} s, ${(last.added / took).toFixed(1)} reports/s on one core; ` +
      `${((used.user + used.system) / 1e6).toFixed(1)} s of processor; ` +
      `ledger ${megabytes(statSync(path).size)}, ${megabytes(process.memoryUsage().rss)} resident; after ${halves.join(', ')}`,
  );
}

/**
 * The reports of the files, and then all of them again as other reports of another time: each with its paragraphs the other way
 * round and a last line of its own, as if five years earlier.
 */
async function* readAgain(inputs: readonly string[]): AsyncGenerator<LedgerInput> {
  yield* readForLedger(inputs, { jobs: 1 });
  let n = 0;
  for await (const result of readReports(inputs)) {
    if (!result.ok) continue;
    const { text, published } = result.report;
    const lines = [...text.split('\n').reverse(), '', `Told again as report ${++n}.`];
    const turned = reportFromText(lines.join('\n'), {
      ...(published ? { published: earlier(published) } : {}),
    });
    yield { ok: true, reading: readReport(turned) };
  }
}

const earlier = (published: string): string =>
  published.replace(/^\d{4}/, (year) => String(Number(year) - 5));

async function* first<T>(items: AsyncIterable<T>, most: number): AsyncGenerator<T> {
  let n = 0;
  for await (const item of items) {
    yield item;
    if (++n >= most) return;
  }
}
