/**
 * Two governments' accounts of one telephone call: real readouts of ../shared/data/reports/official.jsonl.gz, each with the
 * other side's readout in our words (bench/stories/readouts.jsonl), among all official texts of those days. How many
 * become one story, and how many are drawn into another. Option: --errors shows what failed in the open half.
 */
import { existsSync } from 'node:fs';
import {
  type BookReport,
  dayNumber,
  type Report,
  readReport,
  readReports,
  reportFromText,
  StoryBook,
  type Telling,
  tellingsOf,
  weigh,
} from '../src/index.js';
import { jsonLines } from './files/jsonl.js';

export const about = 'two governments’ accounts of one telephone call: how many become one story';

const official = new URL('../../shared/data/reports/official.jsonl.gz', import.meta.url).pathname;
const ours = new URL('stories/readouts.jsonl', import.meta.url);
/** Official texts of so many days around a call are read too: other calls of the same people among them. */
const AROUND = 2;

interface Readout {
  readonly id: string;
  /** The real readout of the same call. */
  readonly of: string;
  readonly half: 'open' | 'kept';
  readonly outlet: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
}

export async function run(): Promise<void> {
  if (!existsSync(official)) {
    console.log('skipped: ../shared/data is not here');
    return;
  }
  const readouts = jsonLines<Readout>(ours);
  const books = new Map<string, BookReport>();
  for (const report of await officialAround(readouts)) books.set(report.id, taken(report));
  for (const { id, outlet, published, title, text } of readouts)
    books.set(id, taken(reportFromText(text, { id, outlet, published, title, origin: id })));
  const book = new StoryBook();
  for (const report of books.values()) book.add(report);
  const tellings = new Map([...books.values()].flatMap((r) => r.tellings.map((t) => [t.id, t] as const)));
  const reportsOf = new Map<string, string[]>();
  for (const story of book.stories()) {
    const own = story.tellings.map((id) => tellings.get(id)!);
    // The call itself, not what else both texts tell of.
    if (!own.some((t) => t.root === 'CONSULT')) continue;
    const reports = own.map((t) => t.report);
    for (const report of reports) reportsOf.set(report, [...(reportsOf.get(report) ?? []), ...reports]);
  }
  for (const half of ['open', 'kept'] as const) {
    const some = readouts.filter((r) => r.half === half);
    const joined = some.filter((r) => reportsOf.get(r.id)?.includes(r.of));
    const talks = (id: string): boolean => books.get(id)!.tellings.some((t) => t.root === 'CONSULT');
    const unread = some.filter((r) => !joined.includes(r) && !(talks(r.id) && talks(r.of)));
    const drawn = some.filter((r) => reportsOf.get(r.id)?.some((other) => other !== r.id && other !== r.of));
    console.log(
      `${half} half, ${some.length} calls among ${books.size} texts: ${joined.length} are one story; of ${unread.length} the coder reads no talks in one of the two; ${drawn.length} are joined with another text`,
    );
    if (!process.argv.includes('--errors') || half === 'kept') continue;
    for (const readout of some)
      if (!joined.includes(readout) || drawn.includes(readout))
        explain(
          readout,
          books,
          [readout.id, readout.of].flatMap((id) => reportsOf.get(id) ?? []),
        );
  }
}

async function officialAround(readouts: readonly Readout[]): Promise<Report[]> {
  const all: Report[] = [];
  for await (const result of readReports([official])) if (result.ok) all.push(result.report);
  const real = new Set(readouts.map((r) => r.of));
  const days = all.filter((r) => real.has(r.id)).map((r) => dayNumber(r.published!));
  const near = (report: Report): boolean =>
    report.published !== undefined &&
    days.some((day) => Math.abs(day - dayNumber(report.published!)) <= AROUND);
  return all.filter(near);
}

function taken(report: Report): BookReport {
  const reading = readReport(report);
  const { id, outlet, text } = report;
  const day = reading.date.date ? dayNumber(reading.date.date) : null;
  return { id, ...(outlet ? { outlet } : {}), day, text, tellings: tellingsOf(reading) };
}

function explain(readout: Readout, books: ReadonlyMap<string, BookReport>, with_: readonly string[]): void {
  const others = [...new Set(with_)].filter((id) => id !== readout.id);
  console.log(`\n${readout.id} and ${readout.of}: in stories with ${others.join(', ') || 'none'}`);
  const consult = (id: string): Telling[] => books.get(id)!.tellings.filter((t) => t.root === 'CONSULT');
  for (const id of [readout.id, readout.of, ...others.filter((other) => other !== readout.of)]) {
    console.log(`  ${id}: ${books.get(id)!.text.slice(0, 200).replace(/\s+/g, ' ')}`);
    for (const t of consult(id)) console.log(`    ${words(t)}`);
  }
  for (const a of consult(readout.id))
    for (const b of [readout.of, ...others].flatMap(consult)) {
      const join = weigh(a, b);
      const grounds = join?.grounds.map((g) => `${g.about} ${g.points} (${g.note})`).join('; ');
      console.log(`  ${a.id} ${b.id} ${join?.score ?? 'impossible'}: ${grounds ?? ''}`);
    }
}

function words({ id, actors, recipients, cameo, modality, windows }: Telling): string {
  const sides = (list: Telling['actors']): string =>
    list.map((side) => `${side.text} ${side.code} ${side.id}`).join(', ') || '?';
  return `${id} ${sides(actors)} > ${sides(recipients)} ${cameo} ${modality} ${JSON.stringify(windows.map((w) => [w.from, w.to, w.stated]))}`;
}
