import type { Command } from 'commander';
import { RapportError } from '../../base/index.js';
import { type Resolution, type WhoOptions, who } from '../../world/index.js';
import { eachLine } from '../each.js';
import { isoDay } from '../options.js';
import { EXIT, print, type Tally } from '../output.js';

interface Options {
  at?: string;
  context?: string;
  json?: boolean;
  jsonl?: string;
}

export function addWho(program: Command): void {
  program
    .command('who')
    .description(
      'tell who an expression means at a date: code, sector, person, office, and the fact that decided',
    )
    .argument('[text]', 'the expression, for example "four Saudi soldiers"')
    .option('--at <date>', 'day of the event (default: today)', isoDay)
    .option('--context <text>', 'text around it that may settle an ambiguity')
    .option('--json', 'print JSON')
    .option('--jsonl <file>', 'answer every line {id, text, at?, context?} of a file; - is standard input')
    .addHelpText(
      'after',
      '\nExamples:\n  rapport who "the Russian foreign minister" --at 2003-05-01\n  rapport who --jsonl mentions.jsonl',
    )
    .action(async (text: string | undefined, options: Options, command: Command) => {
      if (options.jsonl !== undefined) process.exitCode = await eachLine(options.jsonl, answerLine);
      else if (text === undefined)
        command.error('error: give an expression, or --jsonl FILE', { exitCode: EXIT.usage });
      else await one(text, options);
    });
}

async function one(text: string, options: Options): Promise<void> {
  const answer = answerOf(text, options);
  if (options.json) return print(`${JSON.stringify(answer, null, 2)}\n`);
  const { code, sector, person, office, name, fact, reason } = answer;
  if (!code) return print(`unresolved: ${reason}\n`);
  const lines = [
    [code, sector.join('+'), name].filter(Boolean).join(' '),
    ...(person ? [`person: ${person}`] : []),
    ...(office ? [`office: ${office}`] : []),
    `because ${reason}${fact ? ` (${fact.file}: ${fact.row}; ${fact.source})` : ''}`,
  ];
  await print(`${lines.join('\n')}\n`);
}

/** A resolution as a flat record. */
function answerOf(text: string, { at, context }: Pick<Options, 'at' | 'context'>) {
  const options: WhoOptions = { ...(at ? { at } : {}), ...(context ? { context } : {}) };
  const { actor, candidates, reason }: Resolution = who(text, options);
  return {
    text,
    at: at ?? null,
    code: actor?.code ?? null,
    sector: [...(actor?.sectors ?? [])],
    kind: actor?.kind ?? null,
    name: actor?.name ?? null,
    person: actor?.kind === 'person' ? actor.name : null,
    office: actor?.office ?? null,
    id: actor?.id ?? null,
    wikidata: actor?.wikidata ?? null,
    fact: actor?.fact ?? null,
    reason,
    candidates: candidates.map(({ code, sectors, name, id }) => ({ code, sector: sectors, name, id })),
  };
}

async function answerLine(line: string, where: string, tally: Tally): Promise<void> {
  const record = recordOf(line);
  if (!record) return tally.fail(new RapportError('BAD_JSON', where, 'not a record with a text'));
  tally.count();
  await print(
    `${JSON.stringify({ ...(record.id === undefined ? {} : { id: record.id }), ...answerOf(record.text, record) })}\n`,
  );
}

interface Asked {
  id?: unknown;
  text: string;
  at?: string;
  context?: string;
}

function recordOf(line: string): Asked | undefined {
  try {
    const value = JSON.parse(line) as Asked;
    return value && typeof value.text === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
