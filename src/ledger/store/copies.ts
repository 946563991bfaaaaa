import { COPY, COPY_DAYS, FEW, sketch } from '../stories/index.js';
import type { Database } from './database.js';
import { deleteWhere, groupBy, inList } from './lists.js';

/** A report as the search for copies takes it. */
export interface CopyReport {
  readonly id: string;
  readonly outlet: string | null;
  /** Days since 1970-01-01; null where it is unknown. */
  readonly day: number | null;
  readonly text: string;
}

/** A group of texts copied from each other: the earliest of them stands for all. */
interface Row {
  readonly report: string;
  readonly day: number | null;
  readonly first: string;
}

/**
 * Takes reports into the groups of copies. Two texts are copies when half of the fingerprints of the shorter one stand
 * in the longer one; groups are what hangs together by that, so that they follow from the set of reports.
 * @returns The reports whose group is no longer what it was, the new ones among them.
 */
export async function addCopies(database: Database, reports: readonly CopyReport[]): Promise<string[]> {
  const sketched = reports.map((report) => ({ ...report, prints: sketch(report.text) }));
  await database.insert(
    'copies',
    sketched.map(({ id, outlet, day, prints }) => ({
      report: id,
      outlet,
      day,
      prints: prints.length,
      first: id,
    })),
  );
  await database.insert(
    'prints',
    sketched.flatMap(({ id, prints }) => [...prints].map((print) => ({ print, report: id }))),
  );
  return regroup(
    database,
    reports.map((report) => report.id),
  );
}

/** Takes reports out of the groups of copies; what hung together by them may fall apart. */
export async function removeCopies(database: Database, reports: readonly string[]): Promise<string[]> {
  if (reports.length === 0) return [];
  const rest = await database.all<{ report: string }>(
    `SELECT report FROM copies WHERE first IN (SELECT first FROM copies WHERE report ${inList(1)}) AND NOT report ${inList(1)}`,
    [JSON.stringify(reports)],
  );
  for (const table of ['prints', 'copies']) await deleteWhere(database, table, 'report', reports);
  const left = rest.map((row) => row.report);
  await database.run(`UPDATE copies SET first = report WHERE report ${inList(1)}`, [JSON.stringify(left)]);
  return regroup(database, left);
}

async function regroup(database: Database, reports: readonly string[]): Promise<string[]> {
  if (reports.length === 0) return [];
  const pairs = await database.all<{ a: string; b: string }>(
    `WITH fresh AS (SELECT * FROM copies WHERE report ${inList(1)}),
     shared AS (
       SELECT n.report AS a, p.report AS b, count(*) AS n FROM prints n JOIN prints p USING (print)
       WHERE n.report IN (SELECT report FROM fresh) AND p.report <> n.report GROUP BY ALL HAVING count(*) >= ${FEW}
     )
     SELECT a, b FROM shared JOIN copies x ON x.report = a JOIN copies y ON y.report = b
     WHERE n >= ${COPY} * least(x.prints, y.prints) AND least(x.prints, y.prints) >= ${FEW}
       AND coalesce(abs(x.day - y.day), 0) <= ${COPY_DAYS} ORDER BY ALL`,
    [JSON.stringify(reports)],
  );
  if (pairs.length === 0) return [...reports];
  const members = await database.all<Row>(
    `SELECT report, day, first FROM copies WHERE first IN (SELECT first FROM copies WHERE report ${inList(1)})`,
    [JSON.stringify([...new Set(pairs.flatMap(({ a, b }) => [a, b]))])],
  );
  const groups = groupsOf(members, pairs);
  const changed = members.filter((row) => groups.get(row.report) !== row.first);
  for (const [first, rows] of groupBy(changed, (row) => groups.get(row.report)!))
    await database.run(`UPDATE copies SET first = $2 WHERE report ${inList(1)}`, [
      JSON.stringify(rows.map((row) => row.report)),
      first,
    ]);
  return [...new Set([...reports, ...changed.map((row) => row.report)])];
}

/** For each member the report that stands for its group. */
function groupsOf(members: readonly Row[], pairs: readonly { a: string; b: string }[]): Map<string, string> {
  const parent = new Map(members.map((row) => [row.report, row.first]));
  const root = (report: string): string => {
    let at = report;
    while ((parent.get(at) ?? at) !== at) at = parent.get(at)!;
    return at;
  };
  for (const { a, b } of pairs) parent.set(root(a), root(b));
  const out = new Map<string, string>();
  for (const rows of groupBy(members, (row) => root(row.report)).values()) {
    const first = rows.reduce((best, row) => (earlier(row, best) ? row : best));
    for (const row of rows) out.set(row.report, first.report);
  }
  return out;
}

function earlier(a: Row, b: Row): boolean {
  const [x, y] = [a.day ?? Number.MAX_SAFE_INTEGER, b.day ?? Number.MAX_SAFE_INTEGER];
  return x < y || (x === y && a.report < b.report);
}
