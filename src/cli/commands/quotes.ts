import type { Command } from 'commander';
import { readReports } from '../../read/index.js';
import { citron } from '../../source/index.js';
import { readReport } from '../../stages.js';
import { type InputOptions, json, jsonl, readOptionsOf, withInputOptions } from '../options.js';
import { print, Tally } from '../output.js';

export function addQuotes(program: Command): void {
  const command = program
    .command('quotes')
    .description("print the quotations of each report in the shape of Citron's JSON, a line a report")
    .argument('<input...>', 'files, directories, addresses, or - for standard input')
    .addOption(json())
    .addOption(jsonl());
  withInputOptions(command).addHelpText('after', '\nExample:\n  rapport quotes story.txt --jsonl');
  command.action(async (inputs: string[], options: InputOptions & { json?: boolean }) => {
    const tally = new Tally();
    const records = [];
    for await (const result of readReports(inputs, readOptionsOf(options))) {
      if (!result.ok) {
        tally.fail(result.error);
        continue;
      }
      tally.count();
      const record = citron(result.report, readReport(result.report).quotations);
      if (options.json) records.push(record);
      else await print(`${JSON.stringify(record)}\n`);
    }
    if (options.json) await print(`${JSON.stringify(records, null, 2)}\n`);
    process.exitCode = tally.exitCode();
  });
}
