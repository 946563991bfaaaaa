import { type Command, Option } from 'commander';
import { bytesOf } from '../../read/index.js';
import { type BatchOptions, readBatch } from '../../worker/index.js';
import { briefText, csvHeader, csvRows, type ReadingJson } from '../../write/index.js';
import { batchOptionsOf, json, jsonl, type ReportOptions, withReportOptions } from '../options.js';
import { print, Tally, textOptions } from '../output.js';
import { Progress } from '../progress.js';

interface Options extends ReportOptions {
  json?: boolean;
  jsonl?: boolean;
  csv?: boolean;
}

export function addRead(program: Command): void {
  const command = program
    .command('read')
    .description('read reports and print the brief of each, or its coded events')
    .argument('<input...>', 'files, directories, addresses, or - for standard input')
    .addOption(json().conflicts('csv'))
    .addOption(jsonl().conflicts('csv').default(undefined, ''))
    .addOption(new Option('--csv', 'print the events as comma-separated values'));
  withReportOptions(command).addHelpText(
    'after',
    `
Examples:
  rapport read story.txt                     the brief
  rapport read reports/ --jsonl > events.jsonl   PLOVER records, one a line
  rapport read https://example.org/story --json  the whole reading
  zcat wire.jsonl.gz | rapport read - --csv`,
  );
  command.action(async (inputs: string[], options: Options) => {
    process.exitCode = await run(inputs, options);
  });
}

async function run(inputs: string[], options: Options): Promise<number> {
  const tally = new Tally();
  const writer = writerOf(options);
  const progress = new Progress('reading', 'reports');
  const total = await bytesOf(inputs);
  let read = 0;
  const batch: BatchOptions = {
    ...batchOptionsOf(options),
    onBytes: (bytes) => {
      read += bytes;
    },
  };
  await print(writer.before);
  for await (const result of readBatch(inputs, batch)) {
    const text = result.ok ? writer.each(result.reading, tally.total) : '';
    progress.clear();
    if (result.ok) {
      tally.count();
      await print(text);
    } else tally.fail(result.error);
    progress.advance(tally.total, total ? read / total : undefined);
  }
  progress.stop();
  await print(writer.after);
  return tally.exitCode();
}

interface Writer {
  readonly before: string;
  each(reading: ReadingJson, index: number): string;
  readonly after: string;
}

function writerOf(options: Options): Writer {
  if (options.json) {
    return {
      before: '[',
      each: (reading, i) => `${i > 0 ? ',' : ''}\n${JSON.stringify(reading)}`,
      after: '\n]\n',
    };
  }
  if (options.jsonl) {
    return {
      before: '',
      each: (reading) => reading.events.map((e) => `${JSON.stringify(e)}\n`).join(''),
      after: '',
    };
  }
  if (options.csv) return { before: csvHeader(), each: (reading) => csvRows(reading.events), after: '' };
  const text = textOptions();
  return { before: '', each: (reading, i) => (i > 0 ? '\n' : '') + briefText(reading, text), after: '' };
}
