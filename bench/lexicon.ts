/**
 * The examples of the predicate lexicon, each read alone: the share that comes out with its row's root, source and target, by
 * root. Option: --errors prints what does not, by cause; --errors=ROOT only those of a root, `-` for rows that tell no act.
 */
import { type Checked, checkExample, lexiconRows, type Outcome } from './lexicon/examples.js';
import { type Cause, whyNot } from './lexicon/why.js';

export const about = 'the example of each row of the predicate lexicon';

const KINDS: readonly Outcome[] = ['nothing', 'root', 'sides', 'other', 'told'];

export async function run(): Promise<void> {
  const checked = lexiconRows().map(checkExample);
  const option = process.argv.find((word) => word.startsWith('--errors'));
  if (option) printErrors(checked, option.split('=')[1]);
  console.log(`${checked.length} rows with an example`);
  const roots = [...new Set(checked.map(({ row }) => row.root))].sort();
  for (const root of roots)
    console.log(`  ${root.padEnd(10)} ${line(checked.filter(({ row }) => row.root === root))}`);
  console.log(`  ${'all'.padEnd(10)} ${line(checked)}`);
}

function line(checked: readonly Checked[]): string {
  const count = (outcome: Outcome): number => checked.filter((one) => one.outcome === outcome).length;
  const right = count('right');
  const wrong = KINDS.filter((kind) => count(kind) > 0).map((kind) => `${kind} ${count(kind)}`);
  const own = checked.filter((one) => one.byRow).length;
  const rows = checked.filter((one) => one.byRows).length / checked.length;
  return `${(right / checked.length).toFixed(3)} right of ${checked.length}, ${rows.toFixed(3)} by rows, ${own} by the row itself; ${wrong.join(', ')}`;
}

function printErrors(checked: readonly Checked[], root: string | undefined): void {
  const wrong = checked.filter(({ outcome, row }) => outcome !== 'right' && (!root || row.root === root));
  const causes = new Map<Cause | 'told', string[]>();
  for (const { row, outcome, events } of wrong) {
    const { cause, note } = outcome === 'told' ? { cause: outcome, note: '' } : whyNot(row);
    const codes = events.map(
      (e) =>
        `${e.actors.map((a) => a.text).join('+')} ${e.root} ${e.recipients.map((r) => r.text).join('+') || '—'} [${e.reasons[0]?.rule}]`,
    );
    const parts = [
      `${row.root} ${row.lemma} ${row.pos} ${row.with}`,
      row.example,
      note,
      codes.join('; ') || 'nothing',
    ];
    causes.set(cause, [...(causes.get(cause) ?? []), parts.filter(Boolean).join(' | ')]);
  }
  for (const [cause, lines] of causes) console.log(`\n${cause}: ${lines.length}\n  ${lines.join('\n  ')}`);
}
