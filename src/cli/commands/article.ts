import type { Command } from 'commander';
import { type ArticleRecord, article } from '../../read/index.js';
import { eachReport } from '../each.js';
import { type InputOptions, json, jsonl, withInputOptions } from '../options.js';
import { print } from '../output.js';

export function addArticle(program: Command): void {
  const command = program
    .command('article')
    .description('print what the reader took from each page: title, outlet, author, date, text')
    .argument('<input...>', 'files, directories, addresses, or - for standard input')
    .addOption(json())
    .addOption(jsonl());
  withInputOptions(command).addHelpText('after', '\nExample:\n  rapport article page.html --json');
  command.action(async (inputs: string[], options: InputOptions & { json?: boolean; jsonl?: boolean }) => {
    const records: ArticleRecord[] = [];
    process.exitCode = await eachReport(inputs, options, async (report) => {
      const record = article(report);
      if (options.jsonl) await print(`${JSON.stringify(record)}\n`);
      else if (options.json) records.push(record);
      else await print(plain(record));
    });
    if (options.json)
      await print(`${JSON.stringify(records.length === 1 ? records[0] : records, null, 2)}\n`);
  });
}

function plain(record: ArticleRecord): string {
  const head = [
    record.title,
    [record.outlet, record.author, record.published].filter(Boolean).join(' · '),
    record.file,
  ];
  return `${head.filter(Boolean).join('\n')}\n\n${record.text}\n\n`;
}
