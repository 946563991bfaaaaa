import type { Command } from 'commander';
import { RapportError } from '../../base/index.js';
import { classifyPair } from '../../code/index.js';
import { eachLine } from '../each.js';
import { print, type Tally } from '../output.js';

export function addCode(program: Command): void {
  program
    .command('code')
    .description('root code and quad class of sentences whose source and target are marked')
    .argument('<pairs>', 'a file of lines {id, marked}; - is standard input')
    .option('--jsonl', 'print one JSON record a line (the default)')
    .addHelpText(
      'after',
      '\nExample:\n  echo \'{"id":1,"marked":"<s>Iran</s> condemned <t>Israel</t>."}\' | rapport code -',
    )
    .action(async (file: string) => {
      process.exitCode = await eachLine(file, codeLine);
    });
}

async function codeLine(text: string, where: string, tally: Tally): Promise<void> {
  try {
    const { id, marked } = JSON.parse(text) as { id?: unknown; marked: string };
    if (typeof marked !== 'string') throw new RapportError('BAD_PAIR', where, 'no field "marked"');
    const result = classifyPair(marked, { open: true });
    tally.count();
    await print(`${JSON.stringify({ ...(id === undefined ? {} : { id }), ...result })}\n`);
  } catch (error) {
    if (error instanceof RapportError) tally.fail(new RapportError(error.code, where, error.what));
    else if (error instanceof SyntaxError) tally.fail(new RapportError('BAD_JSON', where, 'not JSON'));
    else throw error;
  }
}
