import type { Database } from './database.js';
import { dyadOf } from './pairs.js';
import { Where } from './query.js';
import type { CountFilter, DailyCount, DailyVolume } from './types.js';

const QUADS = [1, 2, 3, 4] as const;

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
  const where = filtered(new Where().and('dyad = ?', dyadOf(a, b)).plain('quad IS NOT NULL'), filter);
  const per = (value: string, name: string): string =>
    QUADS.map((q) => `coalesce(${value} FILTER (quad = ${q}), 0)::DOUBLE AS ${name}${q}`).join(', ');
  // One pass over the dyad's rows, which lie together in the file; stories are looked up for these rows alone.
  const rows = await database.all<Record<string, number> & { day: string; source: string; target: string }>(
    `WITH these AS (SELECT event, day, source, target, quad, goldstein FROM pairs ${where}),
     told AS (SELECT event, any_value(story) AS story FROM story_events WHERE event IN (SELECT event FROM these) GROUP BY event)
     SELECT day::VARCHAR AS day, source, target, ${per('count(*)', 'n')},
       ${per('count(DISTINCT coalesce(story, event))', 'a')}, ${per('sum(goldstein)', 'g')}
     FROM these LEFT JOIN told USING (event) WHERE day IS NOT NULL GROUP BY ALL ORDER BY ALL`,
    where.values,
  );
  const quads = (row: Record<string, number>, name: string): [number, number, number, number] => [
    row[`${name}1`]!,
    row[`${name}2`]!,
    row[`${name}3`]!,
    row[`${name}4`]!,
  ];
  return rows.map((row) => ({
    day: row.day,
    source: row.source,
    target: row.target,
    events: quads(row, 'n'),
    acts: quads(row, 'a'),
    goldstein: quads(row, 'g'),
  }));
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
    .and('"precision" IN ?', filter.precisions)
    .plain('NOT background', filter.background === false)
    .and(`report IN (${media})`, filter.stateMediaOf)
    .and(`(report IS NULL OR report NOT IN (${media}))`, filter.notStateMediaOf);
}
