import type { Database } from '../store/database.js';
import { inList } from '../store/lists.js';
import { Where } from '../store/query.js';
import type { StoredStory } from '../store/story-types.js';
import { type Paging, pageOf, type ViewPage } from './ask.js';

/** Which stories are wanted. Each field left out lets all through. */
export interface StoriesWanted {
  readonly ids?: readonly string[];
  readonly between?: readonly [string, string?];
  readonly from?: string;
  readonly to?: string;
  readonly roots?: readonly string[];
  /** Text that a telling's evidence holds. */
  readonly words?: string;
  /** Told first, or alone, by this outlet: its id, or its name where it has none. */
  readonly firstBy?: string;
  readonly aloneBy?: string;
  readonly order?: 'time' | 'reports';
}

/** A story without its tellings. */
export interface StoryLine
  extends Omit<StoredStory, 'last_reported' | 'acts' | 'told' | 'disputes' | 'plans'> {
  readonly disagreements: number;
}

const DAY = `coalesce(s.date_start, s.first_reported, DATE '0001-01-01')`;

/** Stories, the latest or the most reported first. */
export function storyLines(
  database: Database,
  wanted: StoriesWanted,
  paging: Paging,
): Promise<ViewPage<StoryLine>> {
  const among = 'list_contains(list_concat(s.actors, s.recipients), ?)';
  const where = new Where()
    .and('s.id IN ?', wanted.ids)
    .and(among, wanted.between?.[0])
    .and(among, wanted.between?.[1])
    .and('coalesce(s.date_end, s.last_reported) >= ?::DATE', wanted.from)
    .and(`${DAY} <= ?::DATE`, wanted.to)
    .and('s.root IN ?', wanted.roots)
    .and(
      `s.id IN (SELECT story FROM story_events JOIN events e ON e.id = event
        WHERE len(list_filter(e.evidence, lambda x: contains(lower(x."text"), ?))) > 0)`,
      wanted.words?.toLowerCase(),
    )
    .and('s.id IN (SELECT story FROM outlet_acts WHERE first AND outlet = ?)', wanted.firstBy)
    .and('s.id IN (SELECT story FROM outlet_acts WHERE alone AND outlet = ?)', wanted.aloneBy);
  return pageOf(
    database,
    {
      columns: `s.*, (SELECT count(*) FROM disputes d WHERE d.story = s.id)::DOUBLE AS disagreements`,
      from: 'stories s',
      beside: 'JOIN stories s ON s.id = found.key1',
      where,
      keys: [wanted.order === 'reports' ? ['s.reports', 'DOUBLE'] : [DAY, 'DATE'], ['s.id', 'VARCHAR']],
    },
    paging,
  );
}

/** Some events of each of these stories, as many as are wanted, those reported first before others. */
export async function eventsOfStories(
  database: Database,
  stories: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database.all<{ story: string; events: string[] }>(
    `SELECT story, list(event ORDER BY reported NULLS LAST, event)[1:${most}] AS events
     FROM (SELECT story, event FROM story_events WHERE story ${inList(1)})
     JOIN (SELECT id AS event, reported FROM events WHERE id IN (SELECT event FROM story_events WHERE story ${inList(1)})) USING (event)
     GROUP BY story`,
    [JSON.stringify([...new Set(stories)])],
  );
  return new Map(rows.map((row) => [row.story, row.events]));
}

/** A story that was announced, and the one that carried it out. */
export interface PlanAndDeed {
  readonly plan: string;
  readonly deed: string;
}

/** The surest link of a story to the one that announced it, and to the one that carried it out. */
export function plansAndDeeds(database: Database, story: string): Promise<PlanAndDeed[]> {
  return database.all<PlanAndDeed>(
    `SELECT p.story AS plan, d.story AS deed FROM story_plans l
     JOIN story_events p ON p.event = l.plan JOIN story_events d ON d.event = l.deed
     WHERE p.story = $1 OR d.story = $1 GROUP BY ALL ORDER BY max(l.score) DESC, plan, deed`,
    [story],
  );
}

/** How each telling came into its story: the score and the grounds, and the report whose text its own copies. */
export interface TellingGrounds {
  readonly event: string;
  readonly score: number | null;
  readonly reasons: readonly string[];
  readonly copy_of: string | null;
}

/** The grounds of tellings, by the ids of their events. */
export function tellingGrounds(database: Database, events: readonly string[]): Promise<TellingGrounds[]> {
  return database.all<TellingGrounds>(
    `SELECT event, score, coalesce(reasons, []) AS reasons, c.first AS copy_of FROM story_events
     LEFT JOIN copies c ON c.report = story_events.report AND c.first <> c.report WHERE event ${inList(1)}`,
    [JSON.stringify(events)],
  );
}
