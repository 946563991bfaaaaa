import type { Command } from 'commander';
import { type CitronRecord, citron } from '../../source/index.js';
import { readReport } from '../../stages.js';
import { eachReport } from '../each.js';
import { type InputOptions, json, jsonl, withInputOptions } from '../options.js';
import { print } from '../output.js';

export function addQuotes(program: Command): void {
  const command = program
    .command('quotes')
    .description("print the quotations of each report in the shape of Citron's JSON, a line a report")
    .argument('<input...>', 'files, directories, addresses, or - for standard input')
    .addOption(json())
    .addOption(jsonl());
  withInputOptions(command).addHelpText('after', '\nExample:\n  rapport quotes story.txt --jsonl');
  command.action(async (inputs: string[], options: InputOptions & { json?: boolean }) => {
    const records: CitronRecord[] = [];
    process.exitCode = await eachReport(inputs, options, async (report) => {
      const record = citron(report, readReport(report).quotations);
      if (options.json) records.push(record);
      else await print(`${JSON.stringify(record)}\n`);
    });
    if (options.json) await print(`${JSON.stringify(records, null, 2)}\n`);
  });
}
