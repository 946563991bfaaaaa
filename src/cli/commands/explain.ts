import type { Command } from 'commander';
import { analyse } from '../../language/index.js';
import { readReports } from '../../read/index.js';
import { readReport } from '../../stages.js';
import { explainText, syntaxText } from '../../write/index.js';
import { type InputOptions, readOptionsOf, withInputOptions } from '../options.js';
import { print, Tally } from '../output.js';

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .description('print for every result the rule or weight and the characters that made it')
    .argument('<input...>', 'files, directories, addresses, or - for standard input')
    .option('--syntax', 'draw the dependency tree of every sentence');
  withInputOptions(command).addHelpText('after', '\nExample:\n  rapport explain story.txt | grep event');
  command.action(async (inputs: string[], options: InputOptions & { syntax?: boolean }) => {
    const tally = new Tally();
    for await (const result of readReports(inputs, readOptionsOf(options))) {
      if (!result.ok) {
        tally.fail(result.error);
        continue;
      }
      tally.count();
      await print(
        options.syntax ? syntaxText(analyse(result.report)) : explainText(readReport(result.report)),
      );
    }
    process.exitCode = tally.exitCode();
  });
}
