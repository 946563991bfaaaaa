/**
 * The shifts of one year in a ledger of real reports: of the most reported dyads with the reports that carry them, and, a line
 * each, of all others, to be judged by eye. Options: --ledger=FILE, --year=2025, --dyads=N (10), --level=0.05.
 */
import { parseArgs } from 'node:util';
import { actsBehind, Ledger, relationIn, type Shift, shiftText, toldText, volumeIn } from '../src/index.js';

export const about = 'shifts of a year in a ledger of real reports (--ledger=FILE made by rapport add)';

/** With fewer acts no shift is looked for. */
const LEAST_ACTS = 5;
const BEHIND = 3;

interface Dyad {
  readonly dyad: string;
  readonly reports: number;
}

export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ledger: { type: 'string' },
      year: { type: 'string' },
      dyads: { type: 'string' },
      level: { type: 'string' },
    },
    strict: false,
  });
  if (typeof values.ledger !== 'string') {
    console.log('skipped: --ledger=FILE names a ledger of real reports');
    return;
  }
  const ledger = await Ledger.open(values.ledger, { readOnly: true });
  const year = Number(values.year ?? 2025);
  const span = { since: `${year}-01-01`, until: `${year}-12-31` };
  const dyads = await dyadsOf(ledger, span);
  const most = Number(values.dyads ?? 10);
  const volume = await volumeIn(ledger, span);
  const others: string[] = [];
  let shifted = 0;
  let looked = 0;
  for (const [at, { dyad, reports }] of dyads.entries()) {
    const [a, b] = dyad.split('-') as [string, string];
    const relation = await relationIn(ledger, [a, b], {
      ...span,
      volume,
      level: Number(values.level ?? 0.05),
    });
    const { shifts, whole } = relation;
    if (whole.acts >= LEAST_ACTS) looked++;
    if (shifts.length > 0) shifted++;
    if (at < most) {
      const behind = await actsBehind(ledger, relation, shifts, BEHIND);
      console.log(`${dyad}: ${reports} reports, ${whole.acts} acts, ${shifts.length} shifts`);
      for (const shift of shifts) {
        console.log(`  ${shiftText(shift)}`);
        for (const told of behind.get(shift)!) console.log(`    ${toldText(told)}`);
      }
    } else if (shifts.length > 0)
      others.push(`${dyad} (${reports} reports, ${whole.acts} acts): ${shifts.map(inShort).join('; ')}`);
  }
  ledger.close();
  console.log(
    `${dyads.length} dyads, ${looked} of ${LEAST_ACTS} acts or more, ${shifted} with a shift; beside those above:`,
  );
  for (const line of others) console.log(`  ${line}`);
}

/** Pairs of two different actors by how many reports tell of them, the most first. */
function dyadsOf(ledger: Ledger, { since, until }: { since: string; until: string }): Promise<Dyad[]> {
  return ledger.database.all<Dyad>(
    `SELECT dyad, count(DISTINCT report)::DOUBLE AS reports FROM pairs
     WHERE source <> target AND day BETWEEN $1::DATE AND $2::DATE AND length(source) = 3 AND length(target) = 3
       AND modality IN ('done', 'ongoing') AND NOT background
     GROUP BY dyad ORDER BY 2 DESC, 1`,
    [since, until],
  );
}

const inShort = ({ day, towards, falseAlarm }: Shift): string =>
  `${day} ${towards} (${(100 * falseAlarm).toPrecision(2)} %)`;
