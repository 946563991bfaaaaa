import type { Command } from 'commander';
import { analyse } from '../../language/index.js';
import { readReport } from '../../stages.js';
import { explainText, syntaxText } from '../../write/index.js';
import { eachReport } from '../each.js';
import { type InputOptions, withInputOptions } from '../options.js';
import { print } from '../output.js';

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .description('print for every result the rule or weight and the characters that made it')
    .argument('<input...>', 'files, directories, addresses, or - for standard input')
    .option('--syntax', 'draw the dependency tree of every sentence');
  withInputOptions(command).addHelpText('after', '\nExample:\n  rapport explain story.txt | grep event');
  command.action(async (inputs: string[], options: InputOptions & { syntax?: boolean }) => {
    process.exitCode = await eachReport(inputs, options, (report) =>
      print(options.syntax ? syntaxText(analyse(report)) : explainText(readReport(report))),
    );
  });
}
