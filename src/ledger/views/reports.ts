import { IS_COUNTED } from '../store/counts.js';
import type { Database } from '../store/database.js';
import { Where } from '../store/query.js';
import { type Paging, pageOf, type Viewed, type ViewPage, view } from './ask.js';
import type { DyadTotals } from './totals.js';

export interface ReportsWanted {
  /** Text that the title or the report holds. */
  readonly words?: string;
  /** The outlet's id, or its name where it has none. */
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A report without its text. */
export interface ReportLine {
  readonly id: string;
  readonly title: string | null;
  /** How its text begins, by which one without a title is known. */
  readonly beginning: string;
  readonly outlet: string | null;
  readonly outlet_state: string | null;
  readonly day: string | null;
  readonly url: string | null;
  readonly status: string;
  readonly events: number;
}

/** Characters of the beginning of a report that stand for its title. */
const BEGINNING = 120;

/** Reports, the latest first. */
export function reportLines(
  database: Database,
  wanted: ReportsWanted,
  paging: Paging,
): Promise<ViewPage<ReportLine>> {
  const where = new Where()
    .and('r.id IN (SELECT id FROM report_words WHERE contains(words, ?))', wanted.words?.toLowerCase())
    .and('(? IN (r.outlet_id, r.outlet))', wanted.outlet)
    .and('r.day >= ?::DATE', wanted.from)
    .and('r.day <= ?::DATE', wanted.to);
  return pageOf(
    database,
    {
      columns: `r.id, r.title, left(r."text", ${BEGINNING}) AS beginning, r.outlet, r.outlet_state, r.day::VARCHAR AS day, r.url, r.status, (SELECT count(*) FROM events e WHERE e.report = r.id)::DOUBLE AS events`,
      from: 'reports r',
      beside: 'JOIN reports r ON r.id = found.key1',
      where,
      keys: [
        [`coalesce(r.day, DATE '0001-01-01')`, 'DATE'],
        ['r.id', 'VARCHAR'],
      ],
    },
    paging,
  );
}

/** What an outlet reported, and how it stands among the others. */
export interface OutletLine {
  readonly id: string;
  readonly name: string;
  readonly state: string | null;
  readonly ownership: string | null;
  readonly reports: number;
  readonly events: number;
  /** Acts that it told at least a day before any other outlet did. */
  readonly first: number;
  /** Acts that no other outlet told. */
  readonly alone: number;
  /** Disagreements between reports in which one of its reports stands on a side. */
  readonly differs: number;
  readonly from: string | null;
  readonly until: string | null;
}

/** Disagreements between reports with the outlets that stand on a side. */
const DIFFER = `SELECT coalesce(r.outlet_id, r.outlet) AS id, count(DISTINCT d.id) AS n FROM
  (SELECT id, unnest(flatten(list_transform(sides, lambda side: list_transform(side.voices, lambda v: v.report)))) AS report FROM disputed)
  d JOIN reports r ON r.id = d.report GROUP BY 1`;
const OUTLET = 'coalesce(outlet_id, outlet)';

/** Outlets by how many of their reports the ledger holds. */
export function outletLines(
  database: Database,
  wanted: { readonly id?: string },
  paging: Paging,
): Promise<ViewPage<OutletLine>> {
  return pageOf(
    database,
    {
      columns: `o.*, coalesce(e.n, 0)::DOUBLE AS events, coalesce(a.first, 0)::DOUBLE AS first,
        coalesce(a.alone, 0)::DOUBLE AS alone, coalesce(d.n, 0)::DOUBLE AS differs`,
      from: `(SELECT ${OUTLET} AS id, count(*) AS reports FROM reports WHERE outlet IS NOT NULL AND status = 'current' GROUP BY 1)`,
      beside: `JOIN (SELECT ${OUTLET} AS id, any_value(outlet) AS "name", any_value(outlet_state) AS state,
          any_value(outlet_ownership) AS ownership, count(*)::DOUBLE AS reports, min(day)::VARCHAR AS "from", max(day)::VARCHAR AS "until"
        FROM reports WHERE status = 'current' GROUP BY 1) o ON o.id = found.key1
        LEFT JOIN (SELECT coalesce(r.outlet_id, r.outlet) AS id, count(*) AS n FROM events e JOIN reports r ON r.id = e.report GROUP BY 1) e ON e.id = o.id
        LEFT JOIN (SELECT outlet AS id, count(*) FILTER (first) AS first, count(*) FILTER (alone) AS alone FROM outlet_acts GROUP BY 1) a ON a.id = o.id
        LEFT JOIN (${DIFFER}) d ON d.id = o.id`,
      where: new Where().and('id = ?', wanted.id),
      keys: [
        ['reports', 'DOUBLE'],
        ['id', 'VARCHAR'],
      ],
    },
    paging,
  );
}

/** The dyads that an outlet reports most about. */
export function dyadsOfOutlet(
  database: Database,
  outlet: string,
  limit: number,
): Promise<Viewed<DyadTotals>> {
  const kind = (quad: number): string =>
    `count(DISTINCT event) FILTER (quad = ${quad} AND ${IS_COUNTED})::DOUBLE AS quad${quad}`;
  return view<DyadTotals>(
    database,
    `SELECT dyad, min(least(source, target)) AS a, max(greatest(source, target)) AS b, count(DISTINCT event)::DOUBLE AS events,
       count(DISTINCT report)::DOUBLE AS reports, count(DISTINCT event) FILTER (${IS_COUNTED})::DOUBLE AS acts,
       ${[1, 2, 3, 4].map(kind).join(', ')}, coalesce(avg(p.goldstein) FILTER (${IS_COUNTED}), 0) AS goldstein,
       min(p.day)::VARCHAR AS first, max(p.day)::VARCHAR AS last
     FROM pairs p JOIN reports r ON r.id = p.report
     WHERE coalesce(r.outlet_id, r.outlet) = $1 AND quad IS NOT NULL AND p.day IS NOT NULL AND source <> target
     GROUP BY dyad ORDER BY events DESC, dyad LIMIT ${limit}`,
    [outlet],
  );
}
