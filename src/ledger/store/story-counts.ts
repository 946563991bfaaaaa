import { type Counts, sourceOf, type Telling } from '../stories/index.js';
import type { Database } from './database.js';
import { inList } from './lists.js';
import { originsOf } from './story-rows.js';

/** Three different numbers of some events: the acts they tell of, who says so in the end, and the reports. */
export async function countsOfEvents(database: Database, events: readonly string[]): Promise<Counts> {
  const rows = await database.all<{ act: string; report: string; telling: string | null }>(
    `SELECT coalesce(x.story, e.id) AS act, coalesce(e.report, e.id) AS report, t.telling
     FROM events e LEFT JOIN story_events x ON x.event = e.id LEFT JOIN tellings t ON t.event = e.id
     WHERE e.id ${inList(1)}`,
    [JSON.stringify(events)],
  );
  const { copyOf, outletOf } = await originsOf(
    database,
    rows.map((row) => row.report),
  );
  const source = ({ telling, report }: (typeof rows)[number]): string =>
    telling ? sourceOf(JSON.parse(telling) as Telling, copyOf, outletOf) : report;
  return {
    acts: new Set(rows.map((row) => row.act)).size,
    sources: new Set(rows.map(source)).size,
    reports: new Set(rows.map((row) => row.report)).size,
  };
}

/** The story of each of some events that has one. */
export async function storyOfEvents(
  database: Database,
  events: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.all<{ event: string; story: string }>(
    `SELECT event, story FROM story_events WHERE event ${inList(1)}`,
    [JSON.stringify(events)],
  );
  return new Map(rows.map(({ event, story }) => [event, story]));
}
