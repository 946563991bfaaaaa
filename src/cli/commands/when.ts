import type { Command } from 'commander';
import { when } from '../../time/index.js';
import { isoDay } from '../options.js';
import { print } from '../output.js';

export function addWhen(program: Command): void {
  program
    .command('when')
    .description('tell what an expression of time means on a day: interval and precision')
    .argument('<text>', 'the expression, for example "last Saturday"')
    .requiredOption('--at <date>', 'day on which it is said (required)', isoDay)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  rapport when "last Saturday" --at 2025-12-27')
    .action(async (text: string, options: { at: string; json?: boolean }) => {
      const answer = when(text, options.at);
      if (options.json) return print(`${JSON.stringify({ text, at: options.at, ...answer }, null, 2)}\n`);
      if ('unresolved' in answer) return print(`unresolved: ${answer.unresolved}\n`);
      const { start, end, precision } = answer.interval;
      await print(
        `${start ?? '…'}${end === start ? '' : ` to ${end ?? '…'}`} (${precision}, ${answer.relation}, by ${answer.rule})\n`,
      );
    });
}
