import { IS_COUNTED } from '../store/counts.js';
import type { Database } from '../store/database.js';

/** Events between two actors, each with its story; events that PLOVER drops have no quad class. */
const TOLD = `SELECT pairs.*, story FROM pairs LEFT JOIN
  (SELECT event, any_value(story) AS story FROM story_events GROUP BY event) USING (event)
  WHERE quad IS NOT NULL AND day IS NOT NULL AND source <> target`;
/** Acts: the events of one story are one, others each their own. */
const acts = (which: string): string =>
  `(count(DISTINCT story) FILTER (${which}) + count(DISTINCT event) FILTER (${which} AND story IS NULL))::DOUBLE`;

/**
 * What views ask for again and again, as statements over the tables of the ledger. A server makes tables of them once
 * for each state of the ledger (`derive`); elsewhere they stand in front of the statement that needs them.
 */
const DERIVED: Readonly<Record<string, string>> = {
  dyad_totals: `SELECT dyad, min(least(source, target)) AS a, max(greatest(source, target)) AS b,
      count(DISTINCT event)::DOUBLE AS events, count(DISTINCT report)::DOUBLE AS reports, ${acts(IS_COUNTED)} AS acts,
      ${[1, 2, 3, 4].map((quad) => `${acts(`${IS_COUNTED} AND quad = ${quad}`)} AS quad${quad}`).join(', ')},
      coalesce(avg(goldstein) FILTER (${IS_COUNTED}), 0) AS goldstein, min(day) AS first, max(day) AS last
    FROM (${TOLD}) GROUP BY dyad`,
  dyad_months: `SELECT dyad, min(least(source, target)) AS a, max(greatest(source, target)) AS b, month,
      ${[1, 2, 3, 4].map((quad) => `coalesce(sum(acts) FILTER (quad = ${quad}), 0)::DOUBLE AS quad${quad}`).join(', ')},
      sum(goldstein * acts / events) AS goldstein, sum(squares * acts / events) AS squares
    FROM (SELECT dyad, source, target, quad, date_trunc('month', day)::DATE AS month, count(*) AS events,
        count(DISTINCT story) + count(*) FILTER (story IS NULL) AS acts,
        coalesce(sum(goldstein), 0) AS goldstein, coalesce(sum(goldstein * goldstein), 0) AS squares
      FROM (${TOLD} AND ${IS_COUNTED}) GROUP BY ALL)
    GROUP BY dyad, month`,
  outlet_acts: `SELECT *, count(*) OVER (PARTITION BY story) = 1 AS alone,
      count(*) OVER (PARTITION BY story) > 1 AND rank() OVER days = 1 AND count(*) OVER (PARTITION BY story, day) = 1 AS first
    FROM (SELECT story, coalesce(r.outlet_id, r.outlet) AS outlet, min(r.day) AS day FROM story_events x
      JOIN reports r ON r.id = x.report WHERE r.outlet IS NOT NULL AND r.day IS NOT NULL GROUP BY ALL)
    WINDOW days AS (PARTITION BY story ORDER BY day)`,
  disputed: `SELECT md5(concat_ws(' ', d.story, d.about, d."of")) AS id, d.about, d."of", d.story, s.actors, s.recipients, s.root,
      coalesce(s.date_start, s.first_reported) AS day, coalesce(s.date_end, s.last_reported) AS until,
      list_transform(d.sides, lambda side: {'says': side.says, 'voices': list_transform(side.voices,
        lambda v: {'event': v."event", 'report': v.report, 'source': v.source, 'evidence': v.evidence})}) AS sides,
      {'says': d.settled.says, 'since': d.settled.since} AS settled, d.settled IS NULL AS open
    FROM disputes d JOIN stories s ON s.id = d.story
    UNION ALL BY NAME
    SELECT d.id, d.about, NULL AS "of", x.story, list_transform(e.actors, lambda p: p.code) AS actors,
      list_transform(e.recipients, lambda p: p.code) AS recipients, e.root,
      coalesce(e.date_start, e.date_end, e.reported) AS day, coalesce(e.date_end, e.date_start, e.reported) AS until,
      list_transform(d.sides, lambda side: {'says': side.says, 'voices': [{'event': side."event", 'report': side.report,
        'source': NULL::VARCHAR, 'evidence': list_transform(side.evidence, lambda s: {'start': s.start, 'end': s."end"})}]}) AS sides,
      {'says': NULL::VARCHAR, 'since': NULL::DATE} AS settled, true AS open
    FROM disagreements d JOIN events e ON e.id = d.sides[1]."event"
      LEFT JOIN (SELECT event, any_value(story) AS story FROM story_events GROUP BY event) x ON x.event = e.id`,
  report_words: `SELECT id, lower(coalesce(title, '') || ' ' || "text") AS words FROM reports`,
};

const NAMES = Object.keys(DERIVED);

/** Makes tables of all that views derive, in a ledger that may be written to. */
export async function derive(database: Database): Promise<void> {
  for (const name of NAMES) {
    await database.run(`CREATE OR REPLACE TABLE ${name} AS ${DERIVED[name]}`);
    database.derived.add(name);
  }
  // Events are wide: without it a page of them is looked for in all.
  await database.run('CREATE INDEX IF NOT EXISTS events_by_id ON events (id)');
}

/** A statement that can be run on the ledger's own tables: what it derives stands in front of it. */
export function withDerived(sql: string): string {
  const used = NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(sql));
  if (used.length === 0) return sql;
  const front = used.map((name) => `${name} AS (${DERIVED[name]})`).join(', ');
  return sql.startsWith('WITH ') ? `WITH ${front}, ${sql.slice(5)}` : `WITH ${front} ${sql}`;
}

/** The statement as this database needs it: with what it derives in front, unless tables were made of it. */
export function derivedIn(database: Database, sql: string): string {
  return database.derived.size > 0 ? sql : withDerived(sql);
}
