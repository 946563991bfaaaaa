import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileError, type Report, readReports } from '../read/index.js';
import { type InputOptions, readOptionsOf } from './options.js';
import { Tally } from './output.js';

/** Does a command's work on each report of the inputs; what cannot be read costs a line. Gives the exit code. */
export async function eachReport(
  inputs: readonly string[],
  options: InputOptions,
  work: (report: Report) => Promise<void> | void,
): Promise<number> {
  const tally = new Tally();
  for await (const result of readReports(inputs, readOptionsOf(options))) {
    if (!result.ok) {
      tally.fail(result.error);
      continue;
    }
    tally.count();
    await work(result.report);
  }
  return tally.exitCode();
}

/**
 * Does a command's work on each line of a file, or of standard input (`-`), that is not empty. Gives the exit code.
 * @param work Counts in the tally what it made of the line at `where`.
 */
export async function eachLine(
  file: string,
  work: (text: string, where: string, tally: Tally) => Promise<void>,
): Promise<number> {
  const tally = new Tally();
  const input = file === '-' ? process.stdin : createReadStream(file);
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      if (text.trim() !== '') await work(text, `${file}:${line}`, tally);
    }
  } catch (error) {
    tally.fail(fileError(file, error));
  }
  return tally.exitCode();
}
