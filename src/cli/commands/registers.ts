import { Argument, type Command } from 'commander';
import type { Ledger, RegisterFilter } from '../../ledger/index.js';
import { agreementText, materialText, quotationText } from '../../write/index.js';
import { actorCode, sidesOf } from '../dyad.js';
import { type LedgerOptions, openToRead, withLedger, withLedgerOption } from '../ledger.js';
import { isoDay } from '../options.js';
import { EXIT, print } from '../output.js';

interface Options extends LedgerOptions {
  since?: string;
  until?: string;
  kind?: string[];
  speaker?: string;
  json?: boolean;
}

const KINDS = ['agreements', 'material', 'quotations'] as const;

export function addRegisters(program: Command): void {
  const command = program
    .command('registers')
    .description(
      'agreements by stage, material acts with their figures, or quotations by speaker, over all reports',
    )
    .addArgument(new Argument('<register>', 'which').choices(KINDS))
    .argument('[a]', 'one side: a code such as PRK, or a name', actorCode)
    .argument('[b]', 'the other side', actorCode)
    .option('--since <date>', 'from this day on', isoDay)
    .option('--until <date>', 'up to this day', isoDay)
    .option('--kind <kind...>', 'of material acts: aid, arms, troops, sanctions, trade')
    .option('--speaker <name>', 'of quotations: part of the name')
    .option('--json', 'print JSON, one record a line');
  withLedgerOption(command).addHelpText(
    'after',
    `
Examples:
  rapport registers agreements RUS PRK
  rapport registers material PRK RUS --since 2024-01-01 --kind troops arms
  rapport registers quotations --speaker Putin`,
  );
  command.action(
    async (
      register: (typeof KINDS)[number],
      a: string | undefined,
      b: string | undefined,
      options: Options,
    ) => {
      process.exitCode = await withLedger(
        () => openToRead(options.ledger),
        async (ledger) => {
          for (const { row, text } of await rowsOf(ledger, register, filterOf(a, b, options)))
            await print(options.json ? `${JSON.stringify(row)}\n` : text);
          return EXIT.ok;
        },
      );
    },
  );
}

function filterOf(a: string | undefined, b: string | undefined, options: Options): RegisterFilter {
  return {
    ...sidesOf(a, b),
    ...(options.since ? { since: options.since } : {}),
    ...(options.until ? { until: options.until } : {}),
    ...(options.kind ? { kinds: options.kind } : {}),
    ...(options.speaker ? { speaker: options.speaker } : {}),
  };
}

async function rowsOf(
  ledger: Ledger,
  register: (typeof KINDS)[number],
  filter: RegisterFilter,
): Promise<{ row: object; text: string }[]> {
  if (register === 'agreements')
    return (await ledger.agreements(filter)).map((row) => ({ row, text: agreementText(row) }));
  if (register === 'material')
    return (await ledger.materialActs(filter)).map((row) => ({ row, text: materialText(row) }));
  return (await ledger.quotations(filter)).map((row) => ({ row, text: quotationText(row) }));
}
