import { type Command, Option } from 'commander';
import type { Ledger, StoredLeftOut, StoredStory, StoryFilter } from '../../ledger/index.js';
import { disputesText, storyText } from '../../write/index.js';
import { actorCode, sidesOf } from '../dyad.js';
import { type LedgerOptions, openToRead, withLedger, withLedgerOption } from '../ledger.js';
import { isoDay, wholeNumber } from '../options.js';
import { complain, EXIT, print, textOptions } from '../output.js';

interface Options extends LedgerOptions {
  since?: string;
  until?: string;
  root?: string[];
  reports?: number;
  limit: number;
  reasons?: boolean;
  leftOut?: boolean;
  json?: boolean;
}

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
  )
    .option('--reasons', 'why each telling was joined')
    .option('--left-out', 'what each account of an act tells that another account leaves out');
  withLedgerOption(command).addHelpText(
    'after',
    '\nExamples:\n  rapport stories PRK RUS --since 2024-01-01\n  rapport stories "South Korea" --reports 2 --reasons\n  rapport stories RUS USA --root CONSULT --reports 2 --left-out',
  );
  command.action(async (a: string | undefined, b: string | undefined, options: Options) => {
    process.exitCode = await withLedger(
      () => openToRead(options.ledger),
      async (ledger) => {
        const text = { ...textOptions(), reasons: options.reasons === true };
        const stories = await ledger.stories(filterOf(a, b, options));
        const leftOut = options.leftOut ? await leftOutOf(ledger, stories) : undefined;
        for (const story of stories) {
          const own = leftOut?.filter((one) => one.story === story.id);
          const record = own ? { ...story, left_out: own } : story;
          await print(options.json ? `${JSON.stringify(record)}\n` : storyText(story, text, own));
        }
        if (stories.length === 0) complain('no act in the ledger is of these sides, days and roots');
        return EXIT.ok;
      },
    );
  });
}

/** Of acts of several reports alone: one report leaves nothing out. */
function leftOutOf(ledger: Ledger, stories: readonly StoredStory[]): Promise<StoredLeftOut[]> {
  return ledger.leftOut(stories.filter((story) => story.reports > 1).map((story) => story.id));
}

/** The stories of disagreements, in their order, each once. */
async function storiesOf(
  ledger: Ledger,
  disputes: readonly { readonly story: string }[],
): Promise<StoredStory[]> {
  const ids = [...new Set(disputes.map((dispute) => dispute.story))];
  return ids.length === 0 ? [] : ledger.stories({ ids });
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
        const text = textOptions();
        const disputes = await ledger.disputes(filterOf(a, b, options));
        if (options.json) for (const dispute of disputes) await print(`${JSON.stringify(dispute)}\n`);
        else for (const story of await storiesOf(ledger, disputes)) await print(disputesText(story, text));
        if (disputes.length === 0) complain('no two reports of one act disagree here');
        return EXIT.ok;
      },
    );
  });
}
