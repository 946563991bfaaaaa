import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { RapportError } from '../../base/index.js';
import type { EventFilter, Ledger } from '../../ledger/index.js';
import {
  arrowStream,
  csvHeader,
  csvRows,
  gdeltRows,
  type PloverRecord,
  storedRecord,
} from '../../write/index.js';
import { type LedgerOptions, openToRead, withLedger, withLedgerOption } from '../ledger.js';
import { isoDay } from '../options.js';
import { EXIT, print } from '../output.js';

const FORMATS = ['plover', 'gdelt', 'csv', 'parquet', 'arrow'] as const;

interface Options extends LedgerOptions {
  to: (typeof FORMATS)[number];
  out?: string;
  between?: string[];
  from?: string;
  until?: string;
}

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('write the events of a ledger for other programs')
    .addOption(
      new Option(
        '--to <format>',
        'plover (JSONL), gdelt (TSV), csv, parquet (needs --out) or arrow; required',
      )
        .choices(FORMATS)
        .makeOptionMandatory(),
    )
    .option('--out <file>', 'write to a file (default: standard output)')
    .option('--between <codes...>', 'only events between two actors: --between PRK RUS')
    .option('--from <date>', 'only events from this day on', isoDay)
    .option('--until <date>', 'only events up to this day', isoDay);
  withLedgerOption(command).addHelpText(
    'after',
    `
Examples:
  rapport export --to plover > events.jsonl
  rapport export --to parquet --out events.parquet
  rapport export --to gdelt --between PRK RUS --from 2023-01-01 --out prk-rus.tsv`,
  );
  command.action(async (options: Options) => {
    process.exitCode = await withLedger(
      () => openToRead(options.ledger),
      (ledger) => run(ledger, options),
    );
  });
}

async function run(ledger: Ledger, options: Options): Promise<number> {
  const filter = filterOf(options);
  if (options.to === 'parquet') {
    if (!options.out) throw new RapportError('BAD_ARGUMENT', '--to parquet', 'needs a file: give --out FILE');
    await whole(options.out, (path) => ledger.writeParquet(path, filter));
    return EXIT.ok;
  }
  const pieces = piecesOf(ledger, options.to, filter);
  if (options.out) await whole(options.out, (path) => pipeline(pieces, createWriteStream(path)));
  else if (options.to === 'arrow') await pipeline(pieces, process.stdout, { end: false });
  else for await (const piece of pieces) await print(piece as string);
  return EXIT.ok;
}

function filterOf({ between, from, until }: Options): EventFilter {
  if (between && between.length !== 2)
    throw new RapportError('BAD_ARGUMENT', '--between', `needs two codes, not ${between.length}`);
  return {
    ...(between ? { between: [between[0]!, between[1]!] } : {}),
    ...(from ? { from } : {}),
    ...(until ? { to: until } : {}),
  };
}

async function* records(ledger: Ledger, filter: EventFilter): AsyncGenerator<PloverRecord> {
  for await (const event of ledger.told(filter)) yield storedRecord(event);
}

async function* piecesOf(
  ledger: Ledger,
  format: Exclude<Options['to'], 'parquet'>,
  filter: EventFilter,
): AsyncGenerator<string | Uint8Array> {
  if (format === 'arrow') yield* arrowStream(records(ledger, filter));
  else if (format === 'gdelt') for await (const event of ledger.told(filter)) yield gdeltRows(event);
  else {
    if (format === 'csv') yield csvHeader();
    for await (const record of records(ledger, filter))
      yield format === 'csv' ? csvRows([record]) : `${JSON.stringify(record)}\n`;
  }
}

/** Writes beside the file and puts it in place only when it is whole. */
async function whole(path: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  try {
    await write(part);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof RapportError) throw error;
    throw new RapportError('WRITE_FAILED', path, (error as Error).message.slice(0, 200));
  }
}
