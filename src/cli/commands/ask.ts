import type { Command } from 'commander';
import { type AskOptions, ask } from '../../answer/index.js';
import type { Ledger } from '../../ledger/index.js';
import { answerText } from '../../write/index.js';
import { type LedgerOptions, openToRead, withLedger, withLedgerOption } from '../ledger.js';
import { isoDay } from '../options.js';
import { EXIT, print, textOptions } from '../output.js';

interface Options extends LedgerOptions {
  at?: string;
  json?: boolean;
}

export function addAsk(program: Command): void {
  const command = program
    .command('ask')
    .description('answer a question about two actors from the ledger, with the evidence')
    .argument('<question>', 'for example "Did Kim Jong-un just strengthen ties with Putin?"')
    .option('--at <date>', 'day of the question: what "now" and "last year" mean (default: today)', isoDay)
    .option('--json', 'print JSON');
  withLedgerOption(command).addHelpText(
    'after',
    `
Examples:
  rapport ask "Are China and India getting closer?"
  rapport ask "What has North Korea sent to Russia since 2024?"
  rapport ask "When did Kim Jong-un and Vladimir Putin last meet?"
  rapport ask "Who disagrees about North Korea and Russia?"`,
  );
  command.action(async (question: string, options: Options) => {
    process.exitCode = await withLedger(
      () => openToRead(options.ledger),
      (ledger) => run(ledger, question, options),
    );
  });
}

async function run(ledger: Ledger, question: string, options: Options): Promise<number> {
  const asking: AskOptions = options.at ? { at: options.at } : {};
  const answer = await ask(ledger, question, asking);
  await print(options.json ? `${JSON.stringify(answer, null, 2)}\n` : answerText(answer, textOptions()));
  return answer.known ? EXIT.ok : EXIT.nothingRead;
}
