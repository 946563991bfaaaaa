import { type Command, Option } from 'commander';
import picocolors from 'picocolors';
import type { StoryFilter } from '../../ledger/index.js';
import { disputeText, storyText } from '../../write/index.js';
import { actorCode, sidesOf } from '../dyad.js';
import { type LedgerOptions, openToRead, withLedger, withLedgerOption } from '../ledger.js';
import { isoDay, wholeNumber } from '../options.js';
import { EXIT, print } from '../output.js';

interface Options extends LedgerOptions {
  since?: string;
  until?: string;
  root?: string[];
  reports?: number;
  limit: number;
  reasons?: boolean;
  json?: boolean;
}

const width = (): number => process.stdout.columns || 100;

function withFilter(command: Command): Command {
  return command
    .argument('[a]', 'one side: a code such as PRK, or a name', actorCode)
    .argument('[b]', 'the other side', actorCode)
    .option('--since <date>', 'acts on this day or later', isoDay)
    .option('--until <date>', 'acts on this day or earlier', isoDay)
    .option('--root <root...>', 'PLOVER roots, such as CONSULT')
    .option('--reports <n>', 'told by at least so many reports', wholeNumber)
    .option('--limit <n>', 'at most so many', wholeNumber, 20)
    .addOption(new Option('--json', 'print JSON, one record a line'));
}

function filterOf(a: string | undefined, b: string | undefined, options: Options): StoryFilter {
  return {
    ...sidesOf(a, b),
    ...(options.since ? { since: options.since } : {}),
    ...(options.until ? { until: options.until } : {}),
    ...(options.root ? { roots: options.root } : {}),
    ...(options.reports ? { reports: options.reports } : {}),
    limit: options.limit,
  };
}

export function addStories(program: Command): void {
  const command = withFilter(
    program
      .command('stories')
      .description(
        'acts that reports in a ledger tell of: who tells each, in which words, and where they disagree',
      ),
  ).option('--reasons', 'why each telling was joined');
  withLedgerOption(command).addHelpText(
    'after',
    '\nExamples:\n  rapport stories PRK RUS --since 2024-01-01\n  rapport stories "South Korea" --reports 2 --reasons',
  );
  command.action(async (a: string | undefined, b: string | undefined, options: Options) => {
    process.exitCode = await withLedger(
      () => openToRead(options.ledger),
      async (ledger) => {
        const text = {
          width: width(),
          colour: picocolors.isColorSupported,
          reasons: options.reasons === true,
        };
        for (const story of await ledger.stories(filterOf(a, b, options)))
          await print(options.json ? `${JSON.stringify(story)}\n` : storyText(story, text));
        return EXIT.ok;
      },
    );
  });
}

export function addDisagreements(program: Command): void {
  const command = withFilter(
    program
      .command('disagreements')
      .description(
        'what reports of one act disagree on, with the words of each side, and whether it was settled',
      ),
  );
  withLedgerOption(command).addHelpText(
    'after',
    '\nExample:\n  rapport disagreements ISR LBN --since 2024-01-01',
  );
  command.action(async (a: string | undefined, b: string | undefined, options: Options) => {
    process.exitCode = await withLedger(
      () => openToRead(options.ledger),
      async (ledger) => {
        const text = { width: width(), colour: picocolors.isColorSupported };
        for (const dispute of await ledger.disputes(filterOf(a, b, options)))
          await print(options.json ? `${JSON.stringify(dispute)}\n` : disputeText(dispute, text));
        return EXIT.ok;
      },
    );
  });
}
