import { dayNumber, type Ledger, type Story, StoryBook, type Telling } from '../../src/index.js';
import type { Random } from '../shifts/random.js';

/** A report of a ledger with its tellings. */
export interface Kept {
  readonly id: string;
  /** What the report was called where it came from. */
  readonly given: string;
  readonly outlet: string | null;
  readonly day: number | null;
  readonly title: string | null;
  readonly text: string;
  readonly tellings: Telling[];
}

/** The reports of a ledger that count, by their id there. */
export async function keptReports(ledger: Ledger): Promise<Map<string, Kept>> {
  const out = new Map<string, Kept>();
  for await (const { id, given_id, outlet, day, title, text, status } of ledger.reports())
    if (status === 'current')
      out.set(id, {
        id,
        given: given_id,
        outlet,
        day: day ? dayNumber(day) : null,
        title,
        text,
        tellings: [],
      });
  const rows = await ledger.database.all<{ report: string; telling: string }>(
    'SELECT report, telling FROM tellings ORDER BY event',
  );
  for (const { report, telling } of rows) out.get(report)?.tellings.push(JSON.parse(telling) as Telling);
  return out;
}

/** The tellings of reports joined anew. */
export function storiesOf(reports: ReadonlyMap<string, Kept>): { story: Story; tellings: Telling[] }[] {
  const book = new StoryBook();
  for (const { outlet, ...report } of reports.values())
    book.add({ ...report, ...(outlet ? { outlet } : {}) });
  const byId = new Map(
    [...reports.values()].flatMap(({ tellings }) => tellings.map((t) => [t.id, t] as const)),
  );
  return book.stories().map((story) => ({ story, tellings: story.tellings.map((id) => byId.get(id)!) }));
}

/** Fisher and Yates. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
