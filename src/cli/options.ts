import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ReadOptions } from '../read/index.js';
import type { BatchOptions } from '../worker/index.js';

export interface InputOptions {
  maxBytes?: number;
  timeout?: number;
  allowPrivate?: boolean;
}

/** The options of every command that takes files, directories and addresses. */
export function withInputOptions(command: Command): Command {
  return command
    .option('--max-bytes <n>', 'largest report read, in bytes (default: 64 MiB)', wholeNumber)
    .option('--timeout <ms>', 'time allowed for a fetch, in milliseconds (default: 20000)', wholeNumber)
    .option('--allow-private', 'fetch addresses in private ranges too');
}

export function readOptionsOf(options: InputOptions): ReadOptions {
  return {
    ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
    ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout }),
    ...(options.allowPrivate ? { allowPrivate: true } : {}),
  };
}

export interface ReportOptions extends InputOptions {
  jobs?: number;
  today?: string;
}

/** The options of every command that reads reports through all stages, on several threads. */
export function withReportOptions(command: Command): Command {
  return withInputOptions(
    command
      .option('--jobs <n>', 'worker threads (default: every core)', wholeNumber)
      .option('--today <date>', 'day that no report can lie after (default: today)', isoDay),
  );
}

export function batchOptionsOf(options: ReportOptions): BatchOptions {
  return {
    ...readOptionsOf(options),
    ...(options.jobs ? { jobs: options.jobs } : {}),
    ...(options.today ? { today: options.today } : {}),
  };
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('give a whole number from 1 up');
  return value;
}

export function isoDay(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('give a day as YYYY-MM-DD');
  }
  return text;
}

export const json = (): Option => new Option('--json', 'print JSON').conflicts('jsonl');
export const jsonl = (): Option => new Option('--jsonl', 'print one JSON record a line');
