import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readReport } from '../../stages.js';
import { conllu, retagged } from '../../write/index.js';
import { eachReport } from '../each.js';
import { type InputOptions, withInputOptions } from '../options.js';
import { complain, EXIT, print } from '../output.js';

type Options = InputOptions & { goldTokens?: boolean };

export function addParse(program: Command): void {
  const command = program
    .command('parse')
    .description('print sentences, tags, lemmas and dependency trees as CoNLL-U, entities in MISC')
    .argument('<input...>', 'files, directories, addresses, or - for standard input')
    .option('--conllu', 'print CoNLL-U (what it does without this option too)')
    .option('--gold-tokens', 'read CoNLL-U files and keep their sentences and tokens');
  withInputOptions(command).addHelpText('after', '\nExample:\n  rapport parse story.txt > story.conllu');
  command.action((inputs: string[], options: Options) =>
    options.goldTokens ? parseGiven(inputs) : parseReports(inputs, options),
  );
}

async function parseReports(inputs: string[], options: Options): Promise<void> {
  process.exitCode = await eachReport(inputs, options, (report) => print(conllu(readReport(report))));
}

/** Parses the sentences of CoNLL-U files as they are cut there. */
async function parseGiven(files: string[]): Promise<void> {
  let failed = 0;
  for (const file of files) {
    try {
      await print(retagged(readFileSync(file === '-' ? 0 : file, 'utf8')));
    } catch (error) {
      failed++;
      complain(`${file}: ${(error as Error).message}`);
    }
  }
  process.exitCode = failed === 0 ? EXIT.ok : failed === files.length ? EXIT.nothingRead : EXIT.someFailed;
}
