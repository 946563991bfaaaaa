import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Ledger } from '../../ledger/index.js';
import { actsBehind, relationIn, type Step } from '../../relate/index.js';
import { codeMeant, stateName } from '../../world/index.js';
import { relationText } from '../../write/index.js';
import { type LedgerOptions, openToRead, withLedger, withLedgerOption } from '../ledger.js';
import { isoDay } from '../options.js';
import { complain, EXIT, print, textOptions } from '../output.js';

interface Options extends LedgerOptions {
  by?: Step;
  since?: string;
  until?: string;
  level: number;
  json?: boolean;
}

/** Acts shown behind a shift. */
const BEHIND = 3;

export function addRelation(program: Command): void {
  const command = program
    .command('relation')
    .description('draw the relation of two actors over time, with its shifts and the acts behind them')
    .argument('<first>', 'actor: a code (PRK) or a name ("North Korea")')
    .argument('<second>', 'the other actor')
    .addOption(
      new Option('--by <step>', 'length of the points (default: month)').choices(['day', 'week', 'month']),
    )
    .option('--since <date>', 'first day looked at', isoDay)
    .option('--until <date>', 'last day looked at', isoDay)
    .option('--level <rate>', 'false-alarm rate up to which a shift is told', rate, 0.05)
    .option('--json', 'print JSON');
  withLedgerOption(command).addHelpText(
    'after',
    `
Examples:
  rapport relation PRK RUS
  rapport relation Israel Iran --by week --since 2025-01-01 --json`,
  );
  command.action(async (first: string, second: string, options: Options) => {
    const pair = [codeMeant(first), codeMeant(second)] as const;
    for (const [at, text] of [first, second].entries())
      if (!pair[at]) return fail(`${text}: no actor of that name or code (see rapport who)`);
    if (pair[0] === pair[1]) return fail(`${first} and ${second} are the same actor: ${pair[0]}`);
    process.exitCode = await withLedger(
      () => openToRead(options.ledger),
      (ledger) => run(ledger, pair as readonly [string, string], options),
    );
  });
}

function fail(message: string): void {
  complain(message);
  process.exitCode = EXIT.usage;
}

async function run(ledger: Ledger, pair: readonly [string, string], options: Options): Promise<number> {
  const { level, since, until, by } = options;
  const relation = await relationIn(ledger, pair, {
    level,
    ...(by ? { step: by } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
  });
  const behind = await actsBehind(ledger, relation, relation.shifts, BEHIND);
  if (options.json) {
    const shifts = relation.shifts.map((shift) => ({
      ...shift,
      acts: behind.get(shift)!.map(({ event }) => event),
    }));
    await print(`${JSON.stringify({ ...relation, shifts }, null, 2)}\n`);
  } else {
    const names = [stateName(pair[0]), stateName(pair[1])] as const;
    await print(relationText({ relation, names, behind }, textOptions()));
  }
  return relation.whole.acts > 0 ? EXIT.ok : EXIT.nothingRead;
}

function rate(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('give a share between 0 and 1');
  return value;
}
