import { isoOf } from '../../base/index.js';
import {
  agreementEntries,
  bestJoin,
  bestJoins,
  codesOf,
  countsOf,
  type Dispute,
  daysOf,
  disputes,
  materialEntry,
  type Story,
  type Telling,
  type Voice,
} from '../stories/index.js';
import type { Database } from './database.js';
import { groupBy, inList } from './lists.js';

/** Which report stands for the copies of a text, and the outlet of each. */
export interface Origins {
  copyOf(report: string): string;
  outletOf(report: string): string | undefined;
}

/** Writes stories, each given by its tellings in order, with their joins, disputes and register entries. */
export async function writeStories(database: Database, stories: readonly Telling[][]): Promise<void> {
  const origins = await originsOf(
    database,
    stories.flat().map((t) => t.report),
  );
  const told = stories.map((tellings) => {
    const story: Story = {
      id: tellings[0]!.id,
      tellings: tellings.map((t) => t.id),
      joins: bestJoins(tellings),
      counts: countsOf(tellings, origins.copyOf, origins.outletOf),
    };
    return { story, tellings };
  });
  await database.insert(
    'stories',
    told.map(({ story, tellings }) => storyRow(story, tellings)),
  );
  await database.insert(
    'story_events',
    told.flatMap(({ story, tellings }) => eventRows(story, tellings)),
  );
  await database.insert(
    'disputes',
    told.flatMap(({ story, tellings }) => disputes(story, tellings).map(disputeRow)),
  );
  await database.insert(
    'agreements',
    told.flatMap((one) =>
      agreementEntries([one]).map(({ name, parties, stages: [stage] }) => ({
        story: one.story.id,
        name,
        parties,
        stage: stage!.stage,
        days: stage!.days.map(isoOf),
        place: stage!.place ?? null,
      })),
    ),
  );
  await database.insert(
    'material_acts',
    told.flatMap((one) => materialRow(materialEntry(one))),
  );
}

/** Counts the sources of the stories of these reports again: their groups of copies have changed. */
export async function refreshCounts(database: Database, reports: readonly string[]): Promise<void> {
  if (reports.length === 0) return;
  const rows = await database.all<{ story: string; telling: string; report: string }>(
    `SELECT e.story, t.telling, t.report FROM story_events e JOIN tellings t USING (event)
     WHERE e.story IN (SELECT story FROM story_events WHERE report ${inList(1)}) ORDER BY e.event`,
    [JSON.stringify(reports)],
  );
  const origins = await originsOf(
    database,
    rows.map((row) => row.report),
  );
  for (const [story, own] of groupBy(rows, (row) => row.story)) {
    const tellings = own.map((row) => JSON.parse(row.telling) as Telling);
    const { sources } = countsOf(tellings, origins.copyOf, origins.outletOf);
    await database.run('UPDATE stories SET sources = $2 WHERE id = $1 AND sources <> $2', [story, sources]);
  }
}

/** For some reports, the copies that each is one of, and their outlets. */
export async function originsOf(database: Database, reports: readonly string[]): Promise<Origins> {
  const rows = await database.all<{ report: string; first: string; outlet: string | null }>(
    `SELECT c.report, c.first, f.outlet FROM copies c JOIN copies f ON f.report = c.first WHERE c.report ${inList(1)}`,
    [JSON.stringify([...new Set(reports)])],
  );
  const first = new Map(rows.map((row) => [row.report, row.first]));
  const outlets = new Map(rows.map((row) => [row.first, row.outlet ?? undefined]));
  return {
    copyOf: (report) => first.get(report) ?? report,
    outletOf: (report) => outlets.get(report),
  };
}

const STRONGEST = ['done', 'ongoing', 'historical', 'denied', 'planned', 'offered', 'threatened', 'demanded'];

function storyRow(story: Story, tellings: readonly Telling[]): object {
  const days = daysOf(tellings);
  const reported = tellings.flatMap((t) => (t.reported === null ? [] : [t.reported]));
  const day = (value: number | undefined): string | null =>
    value === undefined || !Number.isFinite(value) ? null : isoOf(value);
  return {
    id: story.id,
    root: commonest(tellings.map((t) => t.root)),
    modality:
      STRONGEST.find((modality) => tellings.some((t) => t.modality === modality)) ?? tellings[0]!.modality,
    actors: [...codesOf(tellings.flatMap((t) => t.actors))].sort(),
    recipients: [...codesOf(tellings.flatMap((t) => t.recipients))].sort(),
    date_start: day(days[0]),
    date_end: day(days.at(-1)),
    place: tellings.find((t) => t.place)?.place?.name ?? null,
    first_reported: day(Math.min(...reported)),
    last_reported: day(Math.max(...reported)),
    events: tellings.length,
    reports: story.counts.reports,
    sources: story.counts.sources,
  };
}

/** The first of those that stand most often. */
function commonest<T>(values: readonly T[]): T {
  const count = (value: T): number => values.filter((other) => other === value).length;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best));
}

function eventRows(story: Story, tellings: readonly Telling[]): object[] {
  return tellings.map((telling, at) => {
    // The first needs no reason to be there.
    const own = at === 0 ? undefined : bestJoin(telling, tellings);
    return {
      story: story.id,
      event: telling.id,
      report: telling.report,
      joined_to: own ? (own.a === telling.id ? own.b : own.a) : null,
      score: own?.score ?? null,
      reasons: own?.grounds.map((ground) => `${ground.about} ${ground.points}: ${ground.note}`) ?? [],
    };
  });
}

function voiceRow({ telling, report, reported, source, evidence }: Voice): object {
  return { event: telling, report, reported: reported === null ? null : isoOf(reported), source, evidence };
}

function disputeRow({ story, about, of, sides, settled }: Dispute): object {
  return {
    story,
    about,
    of: of ?? null,
    sides: sides.map(({ says, voices }) => ({ says, voices: voices.map(voiceRow) })),
    settled: settled ? { says: settled.says, since: isoOf(settled.since), events: settled.tellings } : null,
  };
}

function materialRow(entry: ReturnType<typeof materialEntry>): object[] {
  if (!entry) return [];
  const { story, kind, from, to, modality, days, figures } = entry;
  return [
    {
      ...{ story, kind, from, to, modality },
      days: days.map(isoOf),
      figures: figures.map(({ figure: { span: _, ...figure }, ...voice }) => ({
        ...figure,
        voice: voiceRow(voice),
      })),
    },
  ];
}
