import { dayNumber } from '../../base/index.js';
import { tellingsOf } from '../stories/index.js';
import type { Database } from './database.js';
import { type Identity, identityOf, likeness } from './identity.js';
import { joinStories, leaveStories } from './join-stories.js';
import { type ReportRows, reportRow, rowsOf } from './rows.js';
import type { Added, LedgerReading, StoredReport } from './types.js';
import { volumesChanged } from './volumes.js';

/** Another version of a report shares at least this much of the shorter text; else it only shares the address. */
const SAME_REPORT = 0.3;

type Known = Pick<StoredReport, 'id' | 'key' | 'content' | 'outlet' | 'text' | 'published' | 'status'>;

/** What is to be written for one report. */
interface Plan {
  readonly reading: LedgerReading;
  readonly row: Omit<StoredReport, 'status' | 'replaces'>;
  readonly rows: ReportRows;
  status: StoredReport['status'];
  replaces: string | null;
}

/**
 * Adds the readings of reports in one transaction. What is there already is left as it is; a corrected version takes
 * the place of the older one, whose text stays and whose events go. The outcome does not depend on how the reports of
 * one run are cut into calls.
 */
export function addReadings(
  database: Database,
  readings: readonly LedgerReading[],
  engine: string,
): Promise<Added[]> {
  return database.transaction(async () => {
    const identities = readings.map((reading) => identityOf(reading.report));
    const known = await relatives(database, identities);
    const plans = new Map<string, Plan>();
    const gone: string[] = [];
    const added = readings.map((reading, at): Added => {
      const identity = identities[at]!;
      if (known.some((one) => isSame(one, identity, reading.report.outlet)))
        return { id: identity.id, as: 'known', events: 0 };
      const plan: Plan = {
        reading,
        row: reportRow(reading, identity, engine),
        rows: rowsOf(reading, identity.id, engine),
        status: 'current',
        replaces: null,
      };
      const as = place(plan, known, plans, gone);
      plans.set(identity.id, plan);
      known.push({ ...plan.row, status: plan.status });
      return { id: identity.id, as, events: plan.status === 'current' ? plan.rows.events.length : 0 };
    });
    await forget(database, gone);
    const kept = [...plans.values()];
    if (kept.length > 0) await volumesChanged(database);
    await write(database, kept);
    await joinStories(
      database,
      kept
        .filter((plan) => plan.status === 'current')
        .map(({ row, reading }) => ({
          id: row.id,
          outlet: row.outlet,
          day: row.day === null ? null : dayNumber(row.day),
          text: row.text,
          tellings: tellingsOf(reading, row.id),
        })),
    );
    return added;
  });
}

/** The reports in the ledger that any of these may be the same as, or another version of. */
function relatives(database: Database, identities: readonly Identity[]): Promise<Known[]> {
  const list = (field: keyof Identity): string => JSON.stringify(identities.map((one) => one[field]));
  return database.all<Known>(
    `SELECT id, key, content, outlet, "text", published, status FROM reports
     WHERE id IN (SELECT unnest(from_json($1::JSON, '["VARCHAR"]')))
        OR content IN (SELECT unnest(from_json($2::JSON, '["VARCHAR"]')))
        OR key IN (SELECT unnest(from_json($3::JSON, '["VARCHAR"]')))
     ORDER BY id`,
    [list('id'), list('content'), list('key')],
  );
}

/** The same words are the same report where they come from the same place, or where one of the two names none. */
function isSame(known: Known, identity: Identity, outlet: string | undefined): boolean {
  if (known.id === identity.id) return true;
  if (known.content !== identity.content || (known.key !== null && identity.key !== null)) return false;
  return known.outlet === null || outlet === undefined || known.outlet === outlet;
}

/** Finds the version that a new report replaces, or by which it is replaced itself. */
function place(plan: Plan, known: Known[], plans: ReadonlyMap<string, Plan>, gone: string[]): Added['as'] {
  const { row } = plan;
  if (row.key === null) return 'new';
  const rivals = known
    .filter((one) => one.status === 'current' && one.key === row.key)
    .map((one) => ({ one, like: likeness(one.text, row.text) }))
    .filter(({ like }) => like >= SAME_REPORT)
    .sort((a, b) => b.like - a.like || (a.one.id < b.one.id ? -1 : 1));
  const rival = rivals[0]?.one;
  if (!rival) return 'new';
  // The later published version counts, in whichever order they come; without dates, the later added.
  if (row.published && rival.published && row.published < rival.published) {
    plan.status = 'replaced';
    return 'older';
  }
  known[known.indexOf(rival)] = { ...rival, status: 'replaced' };
  plan.replaces = rival.id;
  const planned = plans.get(rival.id);
  if (planned) planned.status = 'replaced';
  else gone.push(rival.id);
  return 'corrected';
}

/** Marks reports as replaced and takes out what they said; their texts stay. */
async function forget(database: Database, reports: readonly string[]): Promise<void> {
  if (reports.length === 0) return;
  const these = `(SELECT unnest(from_json($1::JSON, '["VARCHAR"]')))`;
  const ids = [JSON.stringify(reports)];
  await database.run(`UPDATE reports SET status = 'replaced' WHERE id IN ${these}`, ids);
  await leaveStories(database, reports);
  for (const table of ['events', 'pairs', 'quotations', 'disagreements'])
    await database.run(`DELETE FROM ${table} WHERE report IN ${these}`, ids);
}

async function write(database: Database, plans: readonly Plan[]): Promise<void> {
  await database.insert(
    'reports',
    plans.map(({ row, status, replaces }) => ({ ...row, status, replaces })),
  );
  const current = plans.filter((plan) => plan.status === 'current');
  for (const table of ['events', 'pairs', 'quotations', 'disagreements'] as const)
    await database.insert(
      table,
      current.flatMap((plan) => plan.rows[table]),
    );
}
