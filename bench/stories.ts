/**
 * Joins the 205 labelled reports of bench/stories into stories and compares them with the labels: with the labels' own
 * acts (joining alone), and with what our coder reads. Option: --errors prints wrong joins and misses of the open half.
 */
import { dayNumber, isoOf, StoryBook, type Telling, weigh } from '../src/index.js';
import { acts, type Labelled, reports } from './stories/labels.js';
import { bcubed, type Grouping, pairwise, type Scores } from './stories/measure.js';
import { goldTellings, ownTellings, type Told, type Unit } from './stories/tell.js';

export const about = '205 labelled reports: which tell of the same act';

export async function run(): Promise<void> {
  const errors = process.argv.includes('--errors');
  for (const [name, tell] of [
    ['labelled acts (joining alone)', goldTellings],
    ['acts as our coder reads them', ownTellings],
  ] as const) {
    const told = new Map(reports.map((report) => [report.id, tell(report)]));
    const book = new StoryBook();
    for (const report of reports) book.add(taken(report, told.get(report.id)!));
    const storyOf = new Map(
      book.stories().flatMap((s) => s.tellings.map((t): [string, string] => [t, s.id])),
    );
    const grouping: Grouping = (unit) =>
      (unit.telling && storyOf.get(unit.telling)) ?? `missed ${unit.report} ${unit.act}`;
    for (const half of ['open', 'kept'] as const) {
      const units = reports.filter((r) => r.half === half).flatMap((r) => told.get(r.id)!.units);
      const found = units.filter((unit) => unit.telling).length;
      console.log(
        `${name}, ${half} half: ${units.length} tellings of ${new Set(units.map((u) => u.act)).size} acts, ${found} read`,
      );
      console.log(
        `  pairwise ${line(pairwise(units, grouping))}\n  B-cubed  ${line(bcubed(units, grouping))}`,
      );
      if (errors && half === 'open') printErrors(units, grouping, told);
    }
  }
}

function taken(report: Labelled, told: Told) {
  const { id, outlet, published, text } = report;
  return { id, outlet, day: dayNumber(published), text, tellings: told.tellings };
}

function line({ precision, recall, f1 }: Scores): string {
  return `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
}

function printErrors(units: readonly Unit[], grouping: Grouping, told: ReadonlyMap<string, Told>): void {
  const tellings = new Map<string, Telling>(
    [...told.values()].flatMap((t) => t.tellings.map((x): [string, Telling] => [x.id, x])),
  );
  units.forEach((a, i) => {
    if (!a.telling) console.log(`missed    ${words(a)}`);
    for (const b of units.slice(i + 1)) {
      const together = grouping(a) === grouping(b);
      if (together === (a.act === b.act) || !a.telling || !b.telling) continue;
      const [x, y] = [tellings.get(a.telling)!, tellings.get(b.telling)!];
      const join = weigh(x, y);
      console.log(`${together ? 'WRONG' : 'apart'} ${join?.score ?? 'impossible'}`);
      console.log(`   ${words(a)}\n      read as ${readAs(x)}\n   ${words(b)}\n      read as ${readAs(y)}`);
      console.log(`   ${join?.grounds.map((g) => `${g.about} ${g.points} (${g.note})`).join('; ') ?? ''}`);
    }
  });
}

function words(unit: Unit): string {
  const report = reports.find((r) => r.id === unit.report)!;
  const mark = report.tellings.find((t) => t.act === unit.act)!;
  const { root, actors, recipients } = acts.get(unit.act)!;
  return `${unit.act} ${report.published} ${actors}>${recipients} ${root}: ${report.text.slice(mark.start, mark.end).slice(0, 140)}`;
}

function readAs({ root, cameo, modality, actors, recipients, windows, place }: Telling): string {
  const sides = (list: Telling['actors']): string => list.map((side) => side.code ?? side.text).join('+');
  const days = windows.map(
    (w) => `${w.stated ? '' : 'by '}${isoOf(w.from)}${w.to > w.from ? `..${isoOf(w.to)}` : ''}`,
  );
  return `${sides(actors)}>${sides(recipients)} ${root} ${cameo} ${modality} ${days} ${place?.name ?? ''}`;
}
