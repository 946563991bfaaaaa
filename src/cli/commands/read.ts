import { Presets, SingleBar } from 'cli-progress';
import { type Command, Option } from 'commander';
import { type BatchOptions, readBatch } from '../../worker/index.js';
import { briefText, csvHeader, csvRows, type ReadingJson } from '../../write/index.js';
import {
  type InputOptions,
  isoDay,
  json,
  jsonl,
  readOptionsOf,
  wholeNumber,
  withInputOptions,
} from '../options.js';
import { print, Tally } from '../output.js';

interface Options extends InputOptions {
  json?: boolean;
  jsonl?: boolean;
  csv?: boolean;
  jobs?: number;
  today?: string;
}

export function addRead(program: Command): void {
  const command = program
    .command('read')
    .description('read reports and print the brief of each, or its coded events')
    .argument('<input...>', 'files, directories, addresses, or - for standard input')
    .addOption(json().conflicts('csv'))
    .addOption(jsonl().conflicts('csv').default(undefined, ''))
    .addOption(new Option('--csv', 'print the events as comma-separated values'))
    .option('--jobs <n>', 'worker threads (default: every core)', wholeNumber)
    .option('--today <date>', 'day that no report can lie after (default: today)', isoDay);
  withInputOptions(command).addHelpText(
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
  const progress = new Progress();
  const batch: BatchOptions = {
    ...readOptionsOf(options),
    ...(options.jobs ? { jobs: options.jobs } : {}),
    ...(options.today ? { today: options.today } : {}),
  };
  await print(writer.before);
  for await (const result of readBatch(inputs, batch)) {
    if (result.ok) {
      const text = writer.each(result.reading, tally.total);
      tally.count();
      await progress.around(() => print(text));
    } else {
      await progress.around(() => tally.fail(result.error));
    }
    progress.advance();
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
  const text = {
    width: process.stdout.columns ?? 100,
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  };
  return { before: '', each: (reading, i) => (i > 0 ? '\n' : '') + briefText(reading, text), after: '' };
}

/** A counter on standard error, shown on a terminal once there are more than a few reports. */
class Progress {
  private readonly bar = new SingleBar(
    {
      format: 'reading {bar} {value} reports, {duration_formatted}',
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  private done = 0;
  private running = false;

  advance(): void {
    this.done++;
    if (!this.running && this.done > 3 && process.stderr.isTTY) {
      this.bar.start(this.done, this.done);
      this.running = true;
    }
    if (this.running) {
      this.bar.setTotal(this.done + 1);
      this.bar.update(this.done);
    }
  }

  async around(write: () => Promise<void> | void): Promise<void> {
    if (this.running && process.stdout.isTTY) process.stderr.write('\r\u001b[K');
    await write();
  }

  stop(): void {
    if (this.running) this.bar.stop();
  }
}
