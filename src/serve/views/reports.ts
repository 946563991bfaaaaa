import {
  type DyadTotals,
  dyadsOfOutlet,
  type Ledger,
  type OutletLine,
  outletLines,
  type Paging,
  type ReportsWanted,
  reportLines,
  type StoredReport,
} from '../../ledger/index.js';
import type { DyadRow, ReportRow, SourceRow, SourceView } from '../schema/index.js';
import { metaOf, type Rows, type ViewContext } from './context.js';
import { disputeRows, storyRows } from './stories.js';
import { actorRef } from './told.js';

export async function reportsById(
  ledger: Ledger,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredReport>> {
  const reports = new Map<string, StoredReport>();
  if (ids.length > 0)
    for await (const report of ledger.reports([...new Set(ids)])) reports.set(report.id, report);
  return reports;
}

export async function reportRows(
  { ledger }: ViewContext,
  wanted: ReportsWanted,
  paging: Paging,
): Promise<Rows<ReportRow>> {
  const page = await reportLines(ledger.database, wanted, paging);
  const items = page.rows.map(({ id, title, beginning, outlet, outlet_state, day, url, events, status }) => ({
    id,
    title,
    beginning,
    outlet,
    outletState: outlet_state,
    day,
    url,
    events,
    status,
  }));
  return { items, page };
}

export function dyadRow(row: DyadTotals): DyadRow {
  return {
    pair: [actorRef(row.a), actorRef(row.b)],
    events: row.events,
    acts: row.acts,
    reports: row.reports,
    quads: [row.quad1, row.quad2, row.quad3, row.quad4],
    goldstein: row.goldstein,
    first: row.first,
    last: row.last,
  };
}

function sourceRow(row: OutletLine): SourceRow {
  const { id, name, state, ownership, reports, events, first, alone, differs, from, until } = row;
  return { id, name, state, ownership, reports, events, first, alone, differs, from, until };
}

export async function sourceRows({ ledger }: ViewContext, paging: Paging): Promise<Rows<SourceRow>> {
  const page = await outletLines(ledger.database, {}, paging);
  return { items: page.rows.map(sourceRow), page };
}

/** Rows of each list shown with a source. */
const SHOWN = { limit: 20 };

/** A source with what it reports about, told first or alone, and where it differs; undefined where there is none. */
export async function sourceView(context: ViewContext, id: string): Promise<SourceView | undefined> {
  const { ledger } = context;
  const found = await outletLines(ledger.database, { id }, { limit: 1 });
  const [row] = found.rows;
  if (!row) return undefined;
  const dyads = await dyadsOfOutlet(ledger.database, id, SHOWN.limit);
  const firsts = await storyRows(context, { firstBy: id }, SHOWN);
  const alones = await storyRows(context, { aloneBy: id }, SHOWN);
  const differences = await disputeRows(context, { outlet: id }, SHOWN);
  const sql = [found.sql, dyads.sql, firsts.page.sql, alones.page.sql, differences.page.sql].join(';\n');
  return {
    ...sourceRow(row),
    dyads: dyads.rows.map(dyadRow),
    firsts: firsts.items,
    alones: alones.items,
    differences: differences.items,
    meta: metaOf(context, sql, `source ${row.name}`),
  };
}
