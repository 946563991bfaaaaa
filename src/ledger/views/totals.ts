import { IS_COUNTED } from '../store/counts.js';
import type { Database } from '../store/database.js';
import { Where } from '../store/query.js';
import { type Paging, pageOf, type Viewed, type ViewPage, view } from './ask.js';

/** How much a ledger holds. */
export interface LedgerTotals {
  readonly schema: number;
  readonly reports: number;
  readonly events: number;
  /** Those of them that others coded. */
  readonly imported: number;
  readonly stories: number;
  readonly outlets: number;
  readonly dyads: number;
  readonly from: string | null;
  readonly until: string | null;
  readonly coders: readonly { readonly coder: string; readonly events: number }[];
}

/** How much the whole ledger holds, from its first day to its last. */
export async function totalsOf(database: Database): Promise<Viewed<LedgerTotals>> {
  return view<LedgerTotals>(
    database,
    `SELECT (SELECT value FROM meta WHERE key = 'schema')::INTEGER AS "schema",
      (SELECT count(*) FROM reports WHERE status = 'current')::DOUBLE AS reports,
      (SELECT count(*) FROM events)::DOUBLE AS events,
      (SELECT count(*) FROM events WHERE import IS NOT NULL)::DOUBLE AS imported,
      (SELECT count(*) FROM stories)::DOUBLE AS stories,
      (SELECT count(DISTINCT coalesce(outlet_id, outlet)) FROM reports)::DOUBLE AS outlets,
      (SELECT count(*) FROM dyad_totals)::DOUBLE AS dyads,
      (SELECT min(day) FROM pairs)::VARCHAR AS "from", (SELECT max(day) FROM pairs)::VARCHAR AS "until",
      coalesce((SELECT list({'coder': coder, 'events': n} ORDER BY n DESC, coder)
        FROM (SELECT coder, count(*)::DOUBLE AS n FROM events GROUP BY coder)), []) AS coders`,
  );
}

/** Two actors and what is told of them, in any direction. */
export interface DyadTotals {
  readonly dyad: string;
  readonly a: string;
  readonly b: string;
  readonly events: number;
  readonly reports: number;
  /** Acts that the series of a relation count; the events of one story are one. */
  readonly acts: number;
  readonly quad1: number;
  readonly quad2: number;
  readonly quad3: number;
  readonly quad4: number;
  /** Mean Goldstein value of the events counted so. */
  readonly goldstein: number;
  readonly first: string;
  readonly last: string;
}

/** Dyads, the most reported first. */
export function dyads(database: Database, paging: Paging): Promise<ViewPage<DyadTotals>> {
  return pageOf(
    database,
    {
      columns: 'd.*',
      from: 'dyad_totals',
      beside: 'JOIN dyad_totals d ON d.dyad = found.key1',
      where: new Where(),
      keys: [
        ['events', 'DOUBLE'],
        ['dyad', 'VARCHAR'],
      ],
    },
    paging,
  );
}

/** The three numbers of a relation between two days: events, acts, reports, and outlets whose own words they are. */
export interface DyadCounts {
  readonly events: number;
  readonly acts: number;
  readonly reports: number;
  readonly sources: number;
}

/** How much is told of one dyad from day to day, both inclusive; acts are those that count in its series. */
export function countsBetween(
  database: Database,
  dyad: string,
  since: string | undefined,
  until: string | undefined,
): Promise<Viewed<DyadCounts>> {
  const where = new Where().and('dyad = ?', dyad).and('day >= ?::DATE', since).and('day <= ?::DATE', until);
  return view<DyadCounts>(
    database,
    `WITH told AS (SELECT event, report, coder, quad, ${IS_COUNTED} AS counted
        FROM pairs ${where} AND quad IS NOT NULL),
      joined AS (SELECT event, any_value(story) AS story FROM story_events WHERE event IN (SELECT event FROM told) GROUP BY event)
     SELECT count(DISTINCT event)::DOUBLE AS events, count(DISTINCT report)::DOUBLE AS reports,
       (count(DISTINCT story) FILTER (counted) + count(DISTINCT event) FILTER (counted AND story IS NULL))::DOUBLE AS acts,
       count(DISTINCT coalesce(f.outlet, r.outlet, c.first, report, coder))::DOUBLE AS sources
     FROM told LEFT JOIN joined USING (event) LEFT JOIN reports r ON r.id = report
       LEFT JOIN copies c USING (report) LEFT JOIN copies f ON f.report = c.first`,
    where.values,
  );
}

/** What two actors did to each other in a month: acts by quad class, sum and sum of squares of their Goldstein values. */
export interface DyadMonth {
  readonly dyad: string;
  readonly a: string;
  readonly b: string;
  readonly month: string;
  readonly quad1: number;
  readonly quad2: number;
  readonly quad3: number;
  readonly quad4: number;
  readonly goldstein: number;
  readonly squares: number;
}

/** Months of dyads, all or one, from one month to another. */
export function dyadMonths(
  database: Database,
  wanted: { readonly from: string; readonly to: string; readonly dyad?: string },
): Promise<Viewed<DyadMonth>> {
  const where = new Where()
    .and('month >= ?::DATE', wanted.from)
    .and('month <= ?::DATE', wanted.to)
    .and('dyad = ?', wanted.dyad);
  return view<DyadMonth>(database, `SELECT * FROM dyad_months ${where} ORDER BY dyad, month`, where.values);
}

/** The months of which the ledger holds acts, in order, as YYYY-MM. */
export async function monthsOf(database: Database): Promise<string[]> {
  const { rows } = await view<{ month: string }>(
    database,
    `SELECT DISTINCT strftime(month, '%Y-%m') AS month FROM dyad_months ORDER BY month`,
  );
  return rows.map((row) => row.month);
}

/** Actors of the ledger by code, with how many pairs of source and target hold them. */
export function actorCodes(database: Database): Promise<Viewed<{ code: string; events: number }>> {
  return view(
    database,
    `SELECT code, sum(events)::DOUBLE AS events FROM
       (SELECT a AS code, events FROM dyad_totals UNION ALL SELECT b AS code, events FROM dyad_totals)
     GROUP BY code ORDER BY events DESC, code`,
  );
}
