import { isoOf } from '../../base/index.js';
import type { Database } from './database.js';
import { inList } from './lists.js';
import { literal, ofDyad, Where } from './query.js';
import type { CountFilter, DailyCount } from './types.js';

/**
 * What a relation counts: acts that happened (said is not done: plans, offers and demands move nothing yet, and what is
 * denied did not happen), told as news, and dated so that one of which only the year is known is not counted on New
 * Year's Day.
 */
export const COUNTED = {
  modalities: ['done', 'ongoing'],
  background: false,
  precisions: ['day', 'week', 'month', 'range'],
} as const satisfies CountFilter;

/** The same as a condition on rows of `pairs`. */
export const IS_COUNTED = `modality IN ('${COUNTED.modalities.join("', '")}') AND NOT background
  AND ("precision" IS NULL OR "precision" IN ('${COUNTED.precisions.join("', '")}'))`;

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
  const columns = await database.numbers(
    `WITH these AS (SELECT event, report, day, source = ${literal(a)} AS forth, quad, goldstein FROM pairs ${where} AND day IS NOT NULL),
     told AS (SELECT event, any_value(story) AS story FROM story_events WHERE event IN (SELECT event FROM these) GROUP BY event)
     SELECT (day - DATE '1970-01-01')::INTEGER AS day, forth::INTEGER AS forth, quad, count(*)::INTEGER AS events,
       (count(DISTINCT story) + count(*) FILTER (story IS NULL))::INTEGER AS acts, coalesce(sum(goldstein), 0) AS goldstein,
       count(*) FILTER (story IS NULL)::INTEGER AS unjoined, count(DISTINCT report)::INTEGER AS reports
     FROM these LEFT JOIN told USING (event) GROUP BY ALL ORDER BY 1, 2 ${a < b ? 'DESC' : 'ASC'}, 3`,
    where.values,
  );
  return byDay(columns, a, b);
}

type Quads = [number, number, number, number];

/** Rows of one day and direction, which follow each other, as one; of two directions that of the earlier code first. */
function byDay(columns: readonly number[][], a: string, b: string): DailyCount[] {
  const [days, forth, quads, events, acts, goldstein, unjoined, reports] = columns as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const counts: {
    day: string;
    source: string;
    target: string;
    events: Quads;
    acts: Quads;
    goldstein: Quads;
    unjoined: number;
    reports: Quads;
  }[] = [];
  for (let i = 0; i < days.length; i++) {
    if (i === 0 || days[i] !== days[i - 1] || forth[i] !== forth[i - 1]) {
      const [source, target] = forth[i] === 1 ? [a, b] : [b, a];
      const day = isoOf(days[i]!);
      counts.push({
        day,
        source,
        target,
        events: [0, 0, 0, 0],
        acts: [0, 0, 0, 0],
        goldstein: [0, 0, 0, 0],
        unjoined: 0,
        reports: [0, 0, 0, 0],
      });
    }
    const last = counts.at(-1)!;
    const at = quads[i]! - 1;
    last.events[at] = events[i]!;
    last.acts[at] = acts[i]!;
    last.goldstein[at] = goldstein[i]!;
    last.unjoined += unjoined[i]!;
    last.reports[at] = reports[i]!;
  }
  return counts;
}

/** Whether the ledger holds reports of media that one of these states owns. */
export async function hasStateMediaOf(database: Database, states: readonly string[]): Promise<boolean> {
  const [row] = await database.all<{ there: boolean }>(
    `SELECT count(*) > 0 AS there FROM reports WHERE outlet_ownership = 'state' AND outlet_state ${inList(1)}`,
    [JSON.stringify(states)],
  );
  return row!.there;
}

/** The conditions of a filter, added to others. */
export function filtered(where: Where, filter: CountFilter): Where {
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
