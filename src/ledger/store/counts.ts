import type { Database } from './database.js';
import { ofDyad, Where } from './query.js';
import type { CountFilter, DailyCount, DailyVolume } from './types.js';

/**
 * What two actors did to each other, a row for each day and direction with an event between them, in order. Codes are
 * ISO 3166 alpha-3 or PLOVER's. Events that PLOVER drops (CAMEO 01, 02) do not count.
 */
export async function dailyCounts(
  database: Database,
  a: string,
  b: string,
  filter: CountFilter = {},
): Promise<DailyCount[]> {
  const where = filtered(new Where().plain(ofDyad(a, b)).plain('quad IS NOT NULL'), filter);
  // One pass over the dyad's rows, which lie together in the file; stories are looked up for these rows alone.
  const rows = await database.all<QuadCount>(
    `WITH these AS (SELECT event, day, source, target, quad, goldstein FROM pairs ${where} AND day IS NOT NULL),
     told AS (SELECT event, any_value(story) AS story FROM story_events WHERE event IN (SELECT event FROM these) GROUP BY event)
     SELECT day::VARCHAR AS day, source, target, quad, count(*)::DOUBLE AS events,
       (count(DISTINCT story) + count(*) FILTER (story IS NULL))::DOUBLE AS acts, coalesce(sum(goldstein), 0) AS goldstein
     FROM these LEFT JOIN told USING (event) GROUP BY ALL ORDER BY day, source, target, quad`,
    where.values,
  );
  return byDay(rows);
}

interface QuadCount {
  readonly day: string;
  readonly source: string;
  readonly target: string;
  readonly quad: number;
  readonly events: number;
  readonly acts: number;
  readonly goldstein: number;
}

type Quads = [number, number, number, number];

/** Rows of one day and direction, which follow each other, as one. */
function byDay(rows: readonly QuadCount[]): DailyCount[] {
  const days: {
    day: string;
    source: string;
    target: string;
    events: Quads;
    acts: Quads;
    goldstein: Quads;
  }[] = [];
  for (const { day, source, target, quad, events, acts, goldstein } of rows) {
    let last = days.at(-1);
    if (last?.day !== day || last.source !== source || last.target !== target) {
      last = { day, source, target, events: [0, 0, 0, 0], acts: [0, 0, 0, 0], goldstein: [0, 0, 0, 0] };
      days.push(last);
    }
    last.events[quad - 1] = events;
    last.acts[quad - 1] = acts;
    last.goldstein[quad - 1] = goldstein;
  }
  return days;
}

/** How much is reported at all, by day: events of every pair of two different actors, and the reports they are from. */
export function volume(database: Database, filter: CountFilter = {}): Promise<DailyVolume[]> {
  const where = filtered(
    new Where().plain('day IS NOT NULL').plain('quad IS NOT NULL').plain('source <> target'),
    filter,
  );
  return database.all<DailyVolume>(
    `SELECT day::VARCHAR AS day, count(*)::DOUBLE AS events, count(DISTINCT report)::DOUBLE AS reports
     FROM pairs ${where} GROUP BY ALL ORDER BY ALL`,
    where.values,
  );
}

function filtered(where: Where, filter: CountFilter): Where {
  const media = `SELECT id FROM reports WHERE outlet_ownership = 'state' AND outlet_state IN ?`;
  return where
    .and('day >= ?::DATE', filter.from)
    .and('day <= ?::DATE', filter.to)
    .and('modality IN ?', filter.modalities)
    .and('coder IN ?', filter.coders)
    .and('("precision" IS NULL OR "precision" IN ?)', filter.precisions)
    .plain('NOT background', filter.background === false)
    .and(`report IN (${media})`, filter.stateMediaOf)
    .and(`(report IS NULL OR report NOT IN (${media}))`, filter.notStateMediaOf);
}
