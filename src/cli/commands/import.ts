import { type Command, InvalidArgumentError, Option } from 'commander';
import { RapportError } from '../../base/index.js';
import { type Format, type ImportOptions, importFiles } from '../../import/index.js';
import { type ImportProgress, Ledger } from '../../ledger/index.js';
import { expand } from '../../read/index.js';
import { type LedgerOptions, withLedger, withLedgerOption } from '../ledger.js';
import { complain, EXIT, print } from '../output.js';
import { Progress } from '../progress.js';

export interface ImportCommandOptions extends LedgerOptions {
  format?: Format;
  map?: Record<string, string>;
  coder?: string;
  restoreZeros?: boolean;
  replace?: boolean;
}

const FORMATS: readonly Format[] = [
  'gdelt-1.0',
  'gdelt-2.0',
  'gdelt-mentions',
  'icews',
  'phoenix',
  'polecat',
  'plover',
];

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description(
      "put files of others' events into a ledger: GDELT, ICEWS, Phoenix, POLECAT, PLOVER, any table",
    )
    .argument('<file...>', 'files or directories; also .gz and .zip');
  withImportOptions(withLedgerOption(command)).addHelpText(
    'after',
    `
The format is recognised by itself. A row that cannot be read is counted, named and set aside (table set_aside); what a
mapping of codes loses is told (table lost).

Examples:
  rapport import 20240101.export.CSV.zip
  rapport import events.csv --map date=day,source=actor1,target=actor2,code=cameo --coder KEDS`,
  );
  command.action(async (inputs: string[], options: ImportCommandOptions) => {
    process.exitCode = await withLedger(
      () => Ledger.open(options.ledger),
      (ledger) => importAll(ledger, inputs, options),
    );
  });
}

function withImportOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <name>', 'take the files for this format alone').choices(FORMATS))
    .option('--map <fields>', 'the columns of a table: date=…,source=…,target=…,code=…', fieldsOf)
    .option('--coder <name>', 'who coded the events, for the record')
    .option('--restore-zeros', 'put back the leading zeros of codes that a spreadsheet has eaten')
    .option('--replace', 'import files anew that were imported before');
}

function fieldsOf(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('='));
  if (pairs.some((pair) => pair.length !== 2 || pair[0] === '' || pair[1] === ''))
    throw new InvalidArgumentError('give date=COLUMN,source=COLUMN,target=COLUMN,code=COLUMN');
  return Object.fromEntries(pairs as [string, string][]);
}

/** Imports every file of the inputs; what cannot be read costs a line, and the rest goes on. */
export async function importAll(
  ledger: Ledger,
  inputs: readonly string[],
  options: ImportCommandOptions,
): Promise<number> {
  const progress = new Progress('importing', 'rows');
  const { format, map, coder, restoreZeros, replace } = options;
  const how: ImportOptions = JSON.parse(JSON.stringify({ format, map, coder, restoreZeros }));
  const count = { files: 0, failed: 0, setAside: 0, rows: 0 };
  for await (const source of expand(inputs)) {
    try {
      if (source instanceof RapportError) throw source;
      if (source.kind !== 'file')
        throw new RapportError('IMPORT_FORMAT', source.name, 'only files can be imported');
      for await (const file of importFiles(source.name, how)) {
        let last: ImportProgress | undefined;
        for await (last of ledger.import(file, { options: JSON.stringify(how), replace: replace === true }))
          progress.advance(count.rows + last.rows);
        progress.clear();
        if (last) await print(`${summary(last)}\n${await losses(ledger, file.hash)}`);
        count.rows += last?.rows ?? 0;
        count.setAside += last?.known ? 0 : (last?.setAside ?? 0);
        count.files++;
      }
    } catch (error) {
      if (!(error instanceof RapportError) || error.code.startsWith('LEDGER_')) throw error;
      progress.clear();
      complain(error.message);
      count.failed++;
    }
  }
  progress.stop();
  await ledger.tidy();
  const { files, failed, rows } = count;
  const rate = (rows / progress.seconds).toFixed(0);
  await print(
    `${options.ledger}: ${files} files, ${rows} rows in ${progress.seconds.toFixed(1)} s, ${rate} rows/s\n`,
  );
  return files === 0 ? EXIT.nothingRead : failed + count.setAside > 0 ? EXIT.someFailed : EXIT.ok;
}

function summary({ file, format, rows, kept, setAside, known }: ImportProgress): string {
  const what = known ? 'known already, ' : '';
  return `${file}: ${format}, ${what}${rows} rows, ${kept} kept, ${setAside} set aside`;
}

/** The commonest rows set aside and losses, a line for each kind. */
async function losses(ledger: Ledger, hash: string): Promise<string> {
  const lines = await ledger.database.all<{ line: string }>(
    `WITH this AS (SELECT id FROM imports WHERE hash = $1),
     kinds AS (
       SELECT 0 AS n, 'set aside: ' || why AS kind, count(*) AS times, string_agg(line::VARCHAR, ', ' ORDER BY line) AS which
       FROM set_aside WHERE import IN (FROM this) GROUP BY why UNION ALL
       SELECT 1, what || ': ' || why, sum("rows"), string_agg("value", ', ' ORDER BY "rows" DESC, "value")
       FROM lost WHERE import IN (FROM this) GROUP BY what, why)
     SELECT '  ' || kind || ': ' || times || ' rows (' || CASE WHEN n = 0 THEN 'row ' ELSE '' END
       || CASE WHEN length(which) > 80 THEN left(which, 80) || '…' ELSE which END || ')' AS line
     FROM kinds ORDER BY n, times DESC, kind LIMIT 12`,
    [hash],
  );
  return lines.map(({ line }) => `${line}\n`).join('');
}
