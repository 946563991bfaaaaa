import { cluster, HANGS, keysOf, realityOf, type Telling, weigh, weighFollow } from '../stories/index.js';
import { addCopies, type CopyReport, removeCopies } from './copies.js';
import type { Database } from './database.js';
import { deleteWhere, groupBy, inList } from './lists.js';
import { refreshCounts, writeStories } from './story-rows.js';

/** A stored report, under its id in the ledger, with what it tells. */
export interface JoinedReport extends CopyReport {
  readonly tellings: readonly Telling[];
}

interface Kept {
  readonly event: string;
  readonly component: string;
  readonly telling: string;
}

/**
 * Joins the events of reports that were just stored to those of all others. Only what hangs together with them is cut
 * anew. What comes out follows from the reports in the ledger, whatever the order and the portions they came in.
 */
export async function joinStories(database: Database, reports: readonly JoinedReport[]): Promise<void> {
  if (reports.length === 0) return;
  const regrouped = await addCopies(database, reports);
  const tellings = reports.flatMap(({ outlet, tellings: own }) =>
    own.map((telling) => ({ ...telling, ...(outlet ? { outlet } : {}) })),
  );
  await database.insert('tellings', tellings.map(tellingRow));
  await database.insert(
    'story_keys',
    tellings.flatMap((t) => keysOf(t).kept.map((key) => ({ ...key, event: t.id }))),
  );
  await cutAnew(database, tellings);
  // The new reports' own stories were just counted; copies may have changed the groups of older ones.
  const fresh = new Set(reports.map((one) => one.id));
  await refreshCounts(
    database,
    regrouped.filter((report) => !fresh.has(report)),
  );
}

function tellingRow(telling: Telling): object {
  return {
    event: telling.id,
    report: telling.report,
    component: telling.id,
    telling: JSON.stringify(telling),
  };
}

/** Takes reports out of the stories; what hung together by them is cut anew without them. */
export async function leaveStories(database: Database, reports: readonly string[]): Promise<void> {
  if (reports.length === 0) return;
  const ids = JSON.stringify(reports);
  const rows = await database.all<Kept & { report: string }>(
    `SELECT * FROM tellings WHERE component IN (SELECT component FROM tellings WHERE report ${inList(1)})`,
    [ids],
  );
  const gone = new Set(reports);
  const events = rows.map((row) => row.event);
  await dropStories(database, events);
  const leaving = rows.filter((row) => gone.has(row.report)).map((row) => row.event);
  await deleteWhere(database, 'story_keys', 'event', leaving);
  await deleteWhere(database, 'tellings', 'event', leaving);
  for (const column of ['plan', 'deed']) await deleteWhere(database, 'story_plans', column, leaving);
  await database.run(`UPDATE tellings SET component = event WHERE event ${inList(1)}`, [
    JSON.stringify(events),
  ]);
  const regrouped = await removeCopies(database, reports);
  const staying = rows.filter((row) => !gone.has(row.report));
  await cutAnew(
    database,
    staying.map((row) => JSON.parse(row.telling) as Telling),
  );
  await refreshCounts(database, regrouped);
}

async function dropStories(database: Database, events: readonly string[]): Promise<void> {
  if (events.length === 0) return;
  const stories = await database.all<{ story: string }>(
    `SELECT DISTINCT story FROM story_events WHERE event ${inList(1)}`,
    [JSON.stringify(events)],
  );
  const ids = stories.map((row) => row.story);
  await deleteWhere(database, 'stories', 'id', ids);
  for (const table of ['story_events', 'disputes', 'agreements', 'material_acts'])
    await deleteWhere(database, table, 'story', ids);
}

/** Weighs tellings that are stories of nothing yet against all near them, and cuts what then hangs together. */
async function cutAnew(database: Database, fresh: readonly Telling[]): Promise<void> {
  if (fresh.length === 0) return;
  const pairs = await candidates(database, fresh);
  const known = new Map(fresh.map((t) => [t.id, t]));
  await load(database, 'event', [...new Set(pairs.flatMap(({ a, b }) => [a, b]))], known);
  const links: [string, string][] = [];
  const plans: object[] = [];
  for (const { a, b } of pairs) {
    const [x, y] = [known.get(a)!, known.get(b)!];
    if ((realityOf(x.modality) === 'plan') !== (realityOf(y.modality) === 'plan'))
      plans.push(...planRow(x, y));
    const join = weigh(x, y);
    if (join && join.score >= HANGS) links.push([a, b]);
  }
  await replacePlans(database, plans);
  const components = await load(database, 'component', await componentsOf(database, links, fresh), known);
  const groups = hangTogether([...components.values()].flat(), links, components);
  await dropStories(
    database,
    groups.flat().map((t) => t.id),
  );
  const component = new Map([...components].flatMap(([name, own]) => own.map((t) => [t.id, name] as const)));
  const moved = groups.flatMap((group) => {
    const name = group.map((t) => t.id).reduce((least, id) => (id < least ? id : least));
    return group.filter((t) => component.get(t.id) !== name).map((t) => ({ event: t.id, component: name }));
  });
  if (moved.length > 0)
    await database.run(
      `UPDATE tellings SET component = m.component
       FROM (SELECT unnest(from_json($1::JSON, '[{"event":"VARCHAR","component":"VARCHAR"}]'), max_depth := 2)) m
       WHERE tellings.event = m.event`,
      [JSON.stringify(moved)],
    );
  await writeStories(
    database,
    groups.flatMap((group) => cluster(group, (x, y) => weigh(x, y)?.score)),
  );
}

/** Pairs of events that may be of one act, each once. */
function candidates(database: Database, fresh: readonly Telling[]): Promise<{ a: string; b: string }[]> {
  const sought = fresh.flatMap((t) =>
    keysOf(t).sought.map(({ key, from, to }) => ({ key, from, to, event: t.id })),
  );
  return database.all<{ a: string; b: string }>(
    `WITH sought AS (
       SELECT unnest(from_json($1::JSON, '[{"key":"VARCHAR","from":"INTEGER","to":"INTEGER","event":"VARCHAR"}]'), max_depth := 2)
     )
     SELECT DISTINCT least(s.event, k.event) AS a, greatest(s.event, k.event) AS b
     FROM sought s JOIN story_keys k ON k."key" = s."key" AND k."from" <= s."to" AND k."to" >= s."from"
     WHERE k.event <> s.event ORDER BY ALL`,
    [JSON.stringify(sought)],
  );
}

function planRow(x: Telling, y: Telling): object[] {
  const follow = weighFollow(x, y);
  if (!follow || follow.score < HANGS) return [];
  const reasons = follow.grounds.map((ground) => `${ground.about} ${ground.points}: ${ground.note}`);
  return [{ plan: follow.a, deed: follow.b, score: follow.score, reasons }];
}

async function replacePlans(database: Database, rows: readonly object[]): Promise<void> {
  const list = rows as readonly { plan: string; deed: string }[];
  for (const { plan, deed } of list)
    await database.run('DELETE FROM story_plans WHERE plan = $1 AND deed = $2', [plan, deed]);
  await database.insert('story_plans', rows);
}

async function componentsOf(
  database: Database,
  links: readonly [string, string][],
  fresh: readonly Telling[],
): Promise<string[]> {
  const events = [...new Set([...links.flat(), ...fresh.map((t) => t.id)])];
  const rows = await database.all<{ component: string }>(
    `SELECT DISTINCT component FROM tellings WHERE event ${inList(1)}`,
    [JSON.stringify(events)],
  );
  return rows.map((row) => row.component);
}

/** Loads tellings by their event or component, adds them to those known, and gives them by component. */
async function load(
  database: Database,
  by: 'event' | 'component',
  values: readonly string[],
  known: Map<string, Telling>,
): Promise<Map<string, Telling[]>> {
  const out = new Map<string, Telling[]>();
  if (values.length === 0) return out;
  const rows = await database.all<Kept>(
    `SELECT event, component, telling FROM tellings WHERE ${by} ${inList(1)} ORDER BY event`,
    [JSON.stringify(values)],
  );
  for (const row of rows) {
    const telling = known.get(row.event) ?? (JSON.parse(row.telling) as Telling);
    known.set(row.event, telling);
    out.set(row.component, [...(out.get(row.component) ?? []), telling]);
  }
  return out;
}

/** Tellings by what hangs together, through the links old (their component) and new. */
function hangTogether(
  tellings: readonly Telling[],
  links: readonly [string, string][],
  components: ReadonlyMap<string, readonly Telling[]>,
): Telling[][] {
  const parent = new Map<string, string>();
  for (const [component, members] of components) for (const t of members) parent.set(t.id, component);
  for (const component of components.keys()) parent.set(component, component);
  const root = (id: string): string => {
    let at = id;
    while (parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  for (const [a, b] of links) parent.set(root(a), root(b));
  return [...groupBy(tellings, (t) => root(t.id)).values()];
}
