import type { Command } from 'commander';
import { RapportError } from '../../base/index.js';
import { isImportable } from '../../import/index.js';
import { type AddProgress, Ledger } from '../../ledger/index.js';
import { bytesOf, expand } from '../../read/index.js';
import { type BatchOptions, readForLedger } from '../../worker/index.js';
import { type LedgerOptions, withLedger, withLedgerOption } from '../ledger.js';
import { batchOptionsOf, type ReportOptions, withReportOptions } from '../options.js';
import { complain, EXIT } from '../output.js';
import { Progress } from '../progress.js';
import { importAll } from './import.js';

type Options = ReportOptions & LedgerOptions;

export function addAdd(program: Command): void {
  const command = program
    .command('add')
    .description('read reports and keep what they say in a ledger')
    .argument('<input...>', 'files, directories, addresses, or - for standard input');
  withLedgerOption(withReportOptions(command)).addHelpText(
    'after',
    `
A report that is there already is recognised and passed over; a corrected version takes the place of the older one.
A run may be broken off at any moment: the same command goes on where it stopped.

Examples:
  rapport add reports/                       keeps all reports of a folder in rapport.duckdb
  zcat wire.jsonl.gz | rapport add - --ledger wire.duckdb`,
  );
  command.action(async (inputs: string[], options: Options) => {
    process.exitCode = await withLedger(
      () => Ledger.open(options.ledger),
      (ledger) => run(ledger, inputs, options),
    );
  });
}

/** Files of others' events among the inputs are imported, all others read as reports. */
async function run(ledger: Ledger, inputs: readonly string[], options: Options): Promise<number> {
  const reports: string[] = [];
  const tables: string[] = [];
  for (const input of inputs)
    for await (const source of expand([input])) {
      if (source instanceof RapportError) reports.push(source.where);
      else if (source.kind === 'file' && (await isImportable(source.name))) tables.push(source.name);
      else reports.push(source.name);
    }
  const imported = tables.length > 0 ? await importAll(ledger, tables, { ledger: options.ledger }) : EXIT.ok;
  return reports.length > 0 ? Math.max(imported, await add(ledger, reports, options)) : imported;
}

async function add(ledger: Ledger, inputs: readonly string[], options: Options): Promise<number> {
  const progress = new Progress('adding', 'reports');
  const total = await bytesOf(inputs);
  let read = 0;
  const batch: BatchOptions = {
    ...batchOptionsOf(options),
    onBytes: (bytes) => {
      read += bytes;
    },
  };
  const readings = readForLedger(inputs, { ...batch, known: await ledger.known() });
  const onError = (error: Error): void => {
    progress.clear();
    complain(error.message);
  };
  let last: AddProgress = { added: 0, corrected: 0, known: 0, failed: 0, events: 0 };
  for await (last of ledger.addAll(readings, { onError }))
    progress.advance(last.added + last.corrected + last.known, total ? read / total : undefined);
  progress.stop();
  process.stdout.write(`${summary(last, progress.seconds, options.ledger)}\n`);
  const kept = last.added + last.corrected + last.known;
  return last.failed === 0 && kept > 0 ? EXIT.ok : kept === 0 ? EXIT.nothingRead : EXIT.someFailed;
}

function summary(counts: AddProgress, seconds: number, ledger: string): string {
  const { added, corrected, known, failed, events } = counts;
  const fresh = added + corrected;
  const parts = [
    `${fresh} reports added with ${events} events`,
    ...(corrected > 0 ? [`${corrected} of them corrected versions`] : []),
    ...(known > 0 ? [`${known} known already`] : []),
    ...(failed > 0 ? [`${failed} could not be read`] : []),
  ];
  const rate = fresh > 0 ? `, ${(fresh / seconds).toFixed(1)} reports/s` : '';
  return `${ledger}: ${parts.join('; ')} (${seconds.toFixed(1)} s${rate})`;
}
