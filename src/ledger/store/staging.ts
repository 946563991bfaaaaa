import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { isoOf } from '../../base/index.js';
import type { ImportedEvent, ImportedMention, Side } from '../../import/index.js';
import type { Database } from './database.js';
import { pairsOf } from './pairs.js';
import type { StoredEvent, StoredParty } from './types.js';

/** Rows in one chunk of DuckDB's. */
const CHUNK = 2048;
/** Between the members of a list on its way into the database; no name holds it. */
const SIGN = '\u001f';

type Kind = 'VARCHAR' | 'INTEGER' | 'DOUBLE';
type Column = readonly [name: string, kind: Kind, value: (event: ImportedEvent) => string | number | null];

const listed = (values: readonly string[]): string | null => (values.length > 0 ? values.join(SIGN) : null);

const side = (name: 'actor' | 'recipient', of: (event: ImportedEvent) => Side | undefined): Column[] => [
  [`${name}_code`, 'VARCHAR', (event) => of(event)?.code ?? null],
  [`${name}_sectors`, 'VARCHAR', (event) => listed(of(event)?.sectors ?? [])],
  [`${name}_name`, 'VARCHAR', (event) => of(event)?.name ?? null],
];

const COLUMNS: readonly Column[] = [
  ['line', 'INTEGER', (event) => event.line],
  ['source_id', 'VARCHAR', (event) => event.sourceId],
  ['url', 'VARCHAR', (event) => event.url],
  ['outlet', 'VARCHAR', (event) => event.outlet],
  ['root', 'VARCHAR', (event) => event.act.root],
  ['quad', 'INTEGER', (event) => event.act.quad],
  ['cameo', 'VARCHAR', (event) => event.act.cameo],
  ['goldstein', 'DOUBLE', (event) => event.act.goldstein],
  ['plover', 'DOUBLE', (event) => event.act.plover],
  ['modes', 'VARCHAR', (event) => listed(event.act.modes)],
  ['contexts', 'VARCHAR', (event) => listed(event.act.contexts)],
  ['start', 'INTEGER', (event) => event.start],
  ['end', 'INTEGER', (event) => event.end],
  ['reported', 'INTEGER', (event) => event.reported],
  ...side('actor', (event) => event.actors[0]),
  ...side('recipient', (event) => event.recipients[0]),
  ['place', 'VARCHAR', (event) => event.where.name],
  ['place_state', 'VARCHAR', (event) => event.where.state],
  ['latitude', 'DOUBLE', (event) => event.where.latitude],
  ['longitude', 'DOUBLE', (event) => event.where.longitude],
  ['confidence', 'DOUBLE', (event) => event.confidence],
  ['mentions', 'INTEGER', (event) => event.told.mentions],
  ['sources', 'INTEGER', (event) => event.told.sources],
  ['articles', 'INTEGER', (event) => event.told.articles],
];

const DAY = (column: string): string => `DATE '1970-01-01' + "${column}"`;
const LIST = (column: string): string => `coalesce(string_split(${column}, chr(31)), [])`;
const PARTY = (name: string): string => `CASE WHEN ${name}_code IS NULL AND ${name}_name IS NULL THEN [] ELSE
  [{code: ${name}_code, sectors: ${LIST(`${name}_sectors`)}, name: ${name}_name, kind: NULL, id: NULL, office: NULL,
    text: ${name}_name, start: NULL, "end": NULL}] END`;
const PRECISION = `CASE WHEN "start" = "end" THEN 'day' ELSE 'range' END`;

/** What all imported events have in common: their coder says that they happened, and dates them. */
const COMMON = `'done' AS modality, false AS background, $2 AS coder`;

const EVENTS = `INSERT INTO events BY NAME SELECT $1 || '-' || line AS id, $1 AS import, line, ${COMMON},
  source_id, url, outlet, root, quad, cameo, goldstein, plover, ${LIST('modes')} AS modes,
  ${LIST('contexts')} AS contexts, false AS reciprocal, ${DAY('start')} AS date_start, ${DAY('end')} AS date_end,
  ${PRECISION} AS date_precision, 'coder' AS date_basis, ${DAY('reported')} AS reported, [] AS dates,
  ${PARTY('actor')} AS actors, ${PARTY('recipient')} AS recipients, place, place_state, latitude, longitude,
  [] AS figures, [] AS evidence, [] AS reasons, [] AS chain, confidence, mentions, sources, articles
  FROM temp.staged ORDER BY line`;

// In the order of dyads: then the rows of one lie together, and the others need not be looked at.
const PAIRS = `INSERT INTO pairs BY NAME SELECT $1 || '-' || line AS event, $1 AS import, ${COMMON},
  concat_ws('-', least(coalesce(actor_code, ''), coalesce(recipient_code, '')),
    greatest(coalesce(actor_code, ''), coalesce(recipient_code, ''))) AS dyad,
  ${DAY('start')} AS day, ${PRECISION} AS "precision", 'coder' AS basis,
  actor_code AS source, string_split(actor_sectors, chr(31))[1] AS source_sector,
  recipient_code AS target, string_split(recipient_sectors, chr(31))[1] AS target_sector,
  root, quad, cameo, goldstein, plover
  FROM temp.staged WHERE actor_code IS NOT NULL OR recipient_code IS NOT NULL ORDER BY dyad, day, line`;

/** Stores imported events by way of a table in memory, a hundred thousand a second. */
export async function storeEvents(
  database: Database,
  id: string,
  coder: string,
  events: readonly ImportedEvent[],
): Promise<void> {
  const isPlain = (event: ImportedEvent): boolean => event.actors.length <= 1 && event.recipients.length <= 1;
  const plain = events.filter(isPlain);
  if (plain.length > 0) {
    await stage(database, plain);
    await database.run(EVENTS, [id, coder]);
    await database.run(PAIRS, [id, coder]);
  }
  const rows = events.filter((event) => !isPlain(event)).map((event) => stored(event, id, coder));
  await database.insert('events', rows);
  await database.insert('pairs', rows.flatMap(pairsOf));
}

async function stage(database: Database, events: readonly ImportedEvent[]): Promise<void> {
  const duckdb = await import('@duckdb/node-api');
  // Most formats fill some columns only; those that are empty are not carried over value by value.
  const filled = COLUMNS.filter(([, , value]) => events.some((event) => value(event) !== null));
  const types = filled.map(([, kind]) => duckdb[kind] as DuckDBType);
  const named = (columns: readonly Column[]): string[] => columns.map(([name, kind]) => `"${name}" ${kind}`);
  await database.run(`CREATE OR REPLACE TEMP TABLE staged (${named(filled).join(', ')})`);
  const appender = await database.connection.createAppender('staged', null, 'temp');
  for (let at = 0; at < events.length; at += CHUNK) {
    const part = events.slice(at, at + CHUNK);
    const chunk = duckdb.DuckDBDataChunk.create(types, part.length);
    for (const [n, [, , value]] of filled.entries())
      chunk.setColumnValues(n, part.map(value) as DuckDBValue[]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  for (const column of named(COLUMNS.filter((one) => !filled.includes(one))))
    await database.run(`ALTER TABLE temp.staged ADD COLUMN ${column}`);
}

/** An event with several actors or recipients, as those of reports have them. */
function stored(event: ImportedEvent, id: string, coder: string): StoredEvent {
  const { line, sourceId, start, end, reported, actors, recipients, act, where, told, ...rest } = event;
  const party = ({ code, sectors, name }: Side): StoredParty => ({
    ...{ code, sectors, name, text: name },
    ...{ kind: null, id: null, office: null, start: null, end: null },
  });
  return {
    ...rest,
    ...act,
    ...told,
    ...{ id: `${id}-${line}`, report: null, import: id, line, coder, source_id: sourceId },
    ...{ modality: 'done', reciprocal: false, background: false },
    date_start: isoOf(start),
    date_end: isoOf(end),
    date_precision: start === end ? 'day' : 'range',
    date_basis: 'coder',
    reported: reported === null ? null : isoOf(reported),
    actors: actors.map(party),
    recipients: recipients.map(party),
    place: where.name,
    place_state: where.state,
    latitude: where.latitude,
    longitude: where.longitude,
    ...{
      dates: [],
      figures: [],
      object: null,
      trigger: null,
      evidence: [],
      reasons: [],
      claimed_by: null,
      chain: [],
    },
  };
}

/** Stores mentions. */
export function storeMentions(
  database: Database,
  id: string,
  mentions: readonly ImportedMention[],
): Promise<void> {
  return database.insert(
    'mentions',
    mentions.map(({ line: _, sourceId, ...mention }) => ({ ...mention, import: id, source_id: sourceId })),
  );
}
