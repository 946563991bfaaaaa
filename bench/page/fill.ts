import { rmSync } from 'node:fs';
import { importFiles, Ledger, readForLedger } from '../../src/index.js';
import { writeGdelt } from '../ledger/generate.js';

/** Reports made by a statement, with two events each; of two events in three a story holds one alone, of the third three. */
const REPORTS = 20_000;

/**
 * A ledger with the sample wire, so many events like GDELT's, and twenty thousand short reports with stories,
 * quotations and disagreements, made by statements: reading as many would take hours.
 */
export async function fillLedger(path: string, events: number): Promise<void> {
  const ledger = await Ledger.open(path);
  const wire = new URL('../../samples/wire', import.meta.url).pathname;
  for await (const _ of ledger.addAll(readForLedger([wire], { today: '2026-01-31' })));
  // Before the import, which has all pairs counted and put in order again.
  for (const sql of made()) await ledger.database.run(sql);
  const table = `${path}.tsv`;
  await writeGdelt(table, events);
  for await (const one of importFiles(table)) for await (const _ of ledger.import(one));
  rmSync(table);
  await ledger.tidy();
  ledger.close();
}

function made(): string[] {
  const codes = `['USA','RUS','CHN','GBR','FRA','DEU','ISR','IRN','IRQ','SYR','TUR','IND','PAK','JPN','KOR','PRK','UKR','POL','EGY','SAU']`;
  const code = (seed: number): string => `${codes}[1 + (hash(i * 31 + ${seed}) % 20)::INTEGER]`;
  const words = `'On day ' || i || ' one government met another, and said so in a sentence of a usual length.'`;
  const span = `{'start': 0, 'end': length(${words}), 'text': ${words}}`;
  const party = (c: string): string =>
    `[{'code': ${c}, 'sectors': [], 'name': ${c}, 'kind': 'state', 'id': 'state:' || ${c}, 'office': NULL, 'text': ${c}, 'start': 0, 'end': 3}]`;
  const acts = `(SELECT i, 'made-' || (i // 2) AS report, 'made-' || (i // 2) || '-' || (1 + i % 2) AS id,
    DATE '2010-01-01' + (i % 5000)::INTEGER AS day, ${code(1)} AS a, ${code(2)} AS b, (1 + hash(i) % 4)::UTINYINT AS quad
    FROM range(${2 * REPORTS}) AS r(i))`;
  const root = `['CONSULT','AID','ACCUSE','ASSAULT'][quad]`;
  return [
    `INSERT INTO reports BY NAME SELECT 'made-' || i AS id, 'made-' || i AS content, 'made-' || i AS given_id, 'made' AS origin,
       'Made Outlet ' || (i % 300) AS outlet, DATE '2010-01-01' + (i % 5000)::INTEGER AS day, 'metadata' AS day_basis,
       'Report ' || i AS title, repeat(${words} || chr(10), 30) AS "text", 'en' AS language, 'made' AS engine, 'current' AS status
     FROM range(${REPORTS}) AS r(i)`,
    `INSERT INTO events BY NAME SELECT id, report, 'made' AS coder, ${root} AS root, quad, '040' AS cameo, 1.0 AS goldstein, 1.0 AS plover,
       [] AS modes, [] AS contexts, 'done' AS modality, false AS reciprocal, false AS background, day AS date_start, day AS date_end,
       'day' AS date_precision, 'stated' AS date_basis, day AS reported, [] AS dates, ${party('a')} AS actors, ${party('b')} AS recipients,
       [] AS figures, [${span}] AS evidence, ${span} AS "trigger", [] AS reasons, [] AS chain, 0.9 AS confidence FROM ${acts}`,
    `INSERT INTO pairs BY NAME SELECT id AS event, report, least(a, b) || '-' || greatest(a, b) AS dyad, day, 'day' AS "precision",
       'stated' AS basis, a AS source, b AS target, ${root} AS root, quad, '040' AS cameo, 1.0 AS goldstein, 1.0 AS plover,
       'done' AS modality, false AS background, 'made' AS coder FROM ${acts} WHERE a <> b`,
    `INSERT INTO story_events BY NAME SELECT 'made-s' || CASE WHEN i % 5 < 3 THEN (i // 5) * 5 ELSE i END AS story, id AS event, report,
       1.0 AS score, [] AS reasons FROM ${acts}`,
    `INSERT INTO stories BY NAME SELECT story AS id, any_value(root) AS root, 'done' AS modality, [any_value(a)] AS actors, [any_value(b)] AS recipients,
       min(day) AS date_start, max(day) AS date_end, min(day) AS first_reported, max(day) AS last_reported, count(*) AS events,
       count(DISTINCT report) AS reports, count(DISTINCT report) AS sources
     FROM (SELECT x.story, e.*, ${root} AS root FROM story_events x JOIN ${acts} e ON e.id = x.event) GROUP BY story`,
    `INSERT INTO quotations BY NAME SELECT 'made-' || i AS report, 1 AS n, 'direct' AS kind, [${span}] AS content,
       {'text': ${code(1)}, 'code': ${code(1)}, 'id': NULL, 'name': NULL, 'kind': 'state'} AS speaker, [] AS chain FROM range(${REPORTS}) AS r(i)`,
    `INSERT INTO disputes BY NAME SELECT story, 'figure' AS about, 'dead' AS "of", [
       {'says': '12', 'voices': [{'event': min(event), 'report': min(report), 'reported': NULL, 'source': 'a', 'evidence': [{'start': 0, 'end': 10}]}]},
       {'says': '20', 'voices': [{'event': max(event), 'report': max(report), 'reported': NULL, 'source': 'b', 'evidence': [{'start': 0, 'end': 10}]}]}] AS sides
     FROM story_events WHERE starts_with(story, 'made') GROUP BY story HAVING count(*) > 1`,
    `INSERT INTO agreements BY NAME SELECT id AS story, 'treaty' AS "name", list_concat(actors, recipients) AS parties, 'signed' AS stage, [date_start] AS days
     FROM stories WHERE starts_with(id, 'made') AND root = 'CONSULT'`,
    `INSERT INTO material_acts BY NAME SELECT id AS story, 'aid' AS kind, actors AS "from", recipients AS "to", 'done' AS modality, [date_start] AS days
     FROM stories WHERE starts_with(id, 'made') AND root = 'AID'`,
  ];
}
