/**
 * Draws stories of several reports, and disagreements, at random from a ledger of real reports, to be judged by eye. The
 * tellings are those the ledger keeps; they are joined anew, so that the draw shows what the code as it is now does.
 * Options: --ledger=FILE, --seed N (1), --stories N (20), --disputes N (10), --near also shows the nearest other tellings.
 */
import { parseArgs } from 'node:util';
import { bestJoin, disputes, isoOf, Ledger, type Story, type Telling, weigh } from '../src/index.js';
import { Random } from './shifts/random.js';
import { type Kept, keptReports, shuffled, storiesOf } from './stories/drawn.js';

export const about =
  'stories and disagreements drawn at random from a ledger of real reports, to be judged by eye';

/** Other tellings shown for each story, which it may lack. */
const NEAREST = 3;

interface Told {
  readonly story: Story;
  readonly tellings: readonly Telling[];
}

export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ledger: { type: 'string' },
      seed: { type: 'string' },
      stories: { type: 'string' },
      disputes: { type: 'string' },
      near: { type: 'boolean' },
    },
    strict: false,
  });
  if (typeof values.ledger !== 'string') {
    console.log('skipped: --ledger=FILE names a ledger of real reports');
    return;
  }
  const ledger = await Ledger.open(values.ledger, { readOnly: true });
  const reports = await keptReports(ledger);
  ledger.close();
  const begun = performance.now();
  const told = storiesOf(reports);
  const several = told.filter(({ story }) => story.counts.reports > 1);
  const all = told.flatMap((one) => disputes(one.story, one.tellings).map((dispute) => ({ one, dispute })));
  const sizes = several.map(({ story }) => story.counts.reports).sort((a, b) => b - a);
  console.log(
    `${reports.size} reports, ${told.reduce((sum, { tellings }) => sum + tellings.length, 0)} tellings, ${told.length} stories, ` +
      `${several.length} of several reports (largest ${sizes.slice(0, 5)}), ${all.length} disagreements; joined in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  const seed = Number(values.seed ?? 1);
  const tellings = told.flatMap((one) => one.tellings);
  for (const [at, one] of shuffled(several, new Random(seed))
    .slice(0, Number(values.stories ?? 20))
    .entries()) {
    console.log(`\nSTORY ${at + 1}. ${titleOf(one)}`);
    for (const telling of one.tellings) print(telling, reports, one.tellings);
    if (values.near) printNear(one, tellings, reports);
  }
  const drawn = shuffled(all, new Random(seed + 1)).slice(0, Number(values.disputes ?? 10));
  for (const [at, { one, dispute }] of drawn.entries()) {
    console.log(
      `\nDISAGREEMENT ${at + 1}. ${dispute.about}${dispute.of ? ` of ${dispute.of}` : ''} in ${titleOf(one)}`,
    );
    for (const { says, voices } of dispute.sides)
      for (const voice of voices)
        console.log(`   ${says}: ${wordsOf(reports.get(voice.report)!, voice.evidence)}`);
    for (const telling of one.tellings) print(telling, reports, one.tellings);
  }
}

function titleOf({ story, tellings }: Told): string {
  const { reports, sources } = story.counts;
  return `${tellings[0]!.root}, ${reports} reports, ${sources} sources, ${story.id}`;
}

function print(telling: Telling, reports: ReadonlyMap<string, Kept>, others: readonly Telling[]): void {
  const report = reports.get(telling.report)!;
  const sides = (list: Telling['actors']): string =>
    list.map((s) => s.code ?? `(${s.text})`).join('+') || '?';
  const days = telling.windows.map(
    (w) => `${w.stated ? '' : '~'}${isoOf(w.from)}${w.to > w.from ? `..${isoOf(w.to)}` : ''}`,
  );
  console.log(
    ` * ${report.given}, ${report.outlet ?? 'no outlet'}, ${report.day === null ? 'undated' : isoOf(report.day)}: ${sides(telling.actors)} > ${sides(telling.recipients)} ` +
      `${telling.root} ${telling.cameo} ${telling.modality} ${days.join(' / ')}${telling.place ? ` in ${telling.place.name}` : ''}`,
  );
  console.log(`     ${sentenceOf(report.text, telling)}`);
  const join = bestJoin(
    telling,
    others.filter((other) => other !== telling),
  );
  if (join)
    console.log(
      `     ${join.score}: ${join.grounds.map((g) => `${g.about} ${g.points} (${g.note})`).join('; ')}`,
    );
}

/** The tellings of other stories that come nearest: one of them may be the same act. */
function printNear({ tellings }: Told, all: readonly Telling[], reports: ReadonlyMap<string, Kept>): void {
  const own = new Set(tellings.map((t) => t.report));
  const near = all
    .filter((other) => !own.has(other.report))
    .flatMap((other) => {
      const scores = tellings.flatMap((t) => weigh(t, other)?.score ?? []);
      return scores.length > 0 ? [{ other, score: Math.max(...scores) }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, NEAREST);
  for (const { other, score } of near)
    console.log(
      `   near ${score}: ${reports.get(other.report)!.given}: ${sentenceOf(reports.get(other.report)!.text, other)}`,
    );
}

function sentenceOf(text: string, { evidence }: Telling): string {
  const { start, end } = evidence[0]!;
  const from = Math.max(
    text.lastIndexOf('. ', start - 1) + 1,
    text.lastIndexOf('\n', start - 1) + 1,
    start - 200,
  );
  const stop = /[.!?](?=\s|$)|\n/.exec(text.slice(end));
  const to = Math.min(stop ? end + stop.index + 1 : text.length, end + 200);
  return flat(`${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`);
}

function wordsOf(report: Kept, spans: readonly { start: number; end: number }[]): string {
  return spans.map(({ start, end }) => `“${flat(report.text.slice(start, end))}”`).join(' ');
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
