import type { Database } from '../store/database.js';
import { Where } from '../store/query.js';
import { type Paging, pageOf, type Viewed, type ViewPage, view } from './ask.js';
import { ALONE_TOLD, FIRST_TOLD } from './stories.js';
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
  readonly outlet: string | null;
  readonly outlet_state: string | null;
  readonly day: string | null;
  readonly url: string | null;
  readonly status: string;
  readonly events: number;
}

/** Reports, the latest first. */
export function reportLines(
  database: Database,
  wanted: ReportsWanted,
  paging: Paging,
): Promise<ViewPage<ReportLine>> {
  const where = new Where()
    .and(`contains(lower(coalesce(r.title, '') || ' ' || r."text"), ?)`, wanted.words?.toLowerCase())
    .and('(? IN (r.outlet_id, r.outlet))', wanted.outlet)
    .and('r.day >= ?::DATE', wanted.from)
    .and('r.day <= ?::DATE', wanted.to);
  return pageOf(
    database,
    {
      columns: `r.id, r.title, r.outlet, r.outlet_state, r.day::VARCHAR AS day, r.url, r.status, coalesce(n, 0)::DOUBLE AS events`,
      from: 'reports r LEFT JOIN (SELECT report, count(*) AS n FROM events WHERE report IS NOT NULL GROUP BY report) ON report = r.id',
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

const OUTLETS = `(
  SELECT o.*, coalesce(e.events, 0)::DOUBLE AS events, coalesce(f.n, 0)::DOUBLE AS first, coalesce(a.n, 0)::DOUBLE AS alone,
    coalesce(d.n, 0)::DOUBLE AS differs
  FROM (SELECT coalesce(outlet_id, outlet) AS id, any_value(outlet) AS "name", any_value(outlet_state) AS state,
      any_value(outlet_ownership) AS ownership, count(*)::DOUBLE AS reports, min(day)::VARCHAR AS "from", max(day)::VARCHAR AS "until"
    FROM reports WHERE outlet IS NOT NULL AND status = 'current' GROUP BY 1) o
  LEFT JOIN (SELECT coalesce(r.outlet_id, r.outlet) AS id, count(*) AS events FROM events e JOIN reports r ON r.id = e.report GROUP BY 1) e USING (id)
  LEFT JOIN (SELECT outlet AS id, count(*) AS n FROM (${FIRST_TOLD}) GROUP BY 1) f USING (id)
  LEFT JOIN (SELECT outlet AS id, count(*) AS n FROM (${ALONE_TOLD}) GROUP BY 1) a USING (id)
  LEFT JOIN (SELECT coalesce(r.outlet_id, r.outlet) AS id, count(DISTINCT question) AS n FROM
      (SELECT concat_ws(' ', story, about, "of") AS question, unnest(flatten(list_transform(sides, lambda side: list_transform(side.voices, lambda v: v.report)))) AS report FROM disputes)
    JOIN reports r ON r.id = report GROUP BY 1) d USING (id)
)`;

/** Outlets by how many of their reports the ledger holds. */
export function outletLines(
  database: Database,
  wanted: { readonly id?: string },
  paging: Paging,
): Promise<ViewPage<OutletLine>> {
  return pageOf(
    database,
    {
      columns: '*',
      from: OUTLETS,
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
  const happened = `modality IN ('done', 'ongoing')`;
  const kind = (quad: number): string =>
    `count(DISTINCT event) FILTER (quad = ${quad} AND ${happened})::DOUBLE AS quad${quad}`;
  return view<DyadTotals>(
    database,
    `SELECT dyad, min(least(source, target)) AS a, max(greatest(source, target)) AS b, count(DISTINCT event)::DOUBLE AS events,
       count(DISTINCT report)::DOUBLE AS reports, count(DISTINCT event) FILTER (${happened})::DOUBLE AS acts,
       ${[1, 2, 3, 4].map(kind).join(', ')}, coalesce(avg(p.goldstein) FILTER (${happened}), 0) AS goldstein,
       min(p.day)::VARCHAR AS first, max(p.day)::VARCHAR AS last
     FROM pairs p JOIN reports r ON r.id = p.report
     WHERE coalesce(r.outlet_id, r.outlet) = $1 AND quad IS NOT NULL AND p.day IS NOT NULL AND source <> target
     GROUP BY dyad ORDER BY events DESC, dyad LIMIT ${limit}`,
    [outlet],
  );
}
