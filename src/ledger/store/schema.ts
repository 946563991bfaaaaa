import { STORIES } from './story-schema.js';
import { VOLUMES } from './volumes.js';

/**
 * The steps that bring a ledger's file to today's schema, oldest first. A step, once released, is never changed:
 * a new one is added below. Each runs in a transaction of its own. docs/ledger.md tells what the columns mean.
 */
export interface Migration {
  readonly version: number;
  readonly what: string;
  readonly sql: string;
}

const SPAN = 'STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR)';
const SOURCE = 'STRUCT("text" VARCHAR, code VARCHAR, id VARCHAR, "name" VARCHAR, kind VARCHAR)';
const PARTY = `STRUCT(code VARCHAR, sectors VARCHAR[], "name" VARCHAR, kind VARCHAR, id VARCHAR, office VARCHAR,
  "text" VARCHAR, "start" INTEGER, "end" INTEGER)`;
const FIGURE = `STRUCT(kind VARCHAR, "value" DOUBLE, low DOUBLE, high DOUBLE, unit VARCHAR,
  "start" INTEGER, "end" INTEGER, "text" VARCHAR)`;
const DATED = 'STRUCT("start" DATE, "end" DATE, "precision" VARCHAR, basis VARCHAR)';

/** The table of pairs under a name: it is written anew, in order, when much was added. */
export function pairsTable(name: string): string {
  return `CREATE TABLE ${name} (
  event VARCHAR NOT NULL, report VARCHAR, import VARCHAR, dyad VARCHAR NOT NULL, day DATE, "precision" VARCHAR,
  basis VARCHAR NOT NULL, source VARCHAR, source_sector VARCHAR, target VARCHAR, target_sector VARCHAR, root VARCHAR,
  quad UTINYINT, cameo VARCHAR, goldstein DOUBLE, plover DOUBLE, modality VARCHAR NOT NULL,
  background BOOLEAN NOT NULL, coder VARCHAR NOT NULL
);`;
}

const FIRST = `
CREATE TABLE reports (
  id VARCHAR PRIMARY KEY, key VARCHAR, content VARCHAR NOT NULL, given_id VARCHAR NOT NULL, origin VARCHAR NOT NULL,
  url VARCHAR, outlet VARCHAR, outlet_id VARCHAR, outlet_state VARCHAR, outlet_ownership VARCHAR, author VARCHAR,
  published VARCHAR, day DATE, day_basis VARCHAR NOT NULL, title VARCHAR, "text" VARCHAR NOT NULL,
  language VARCHAR NOT NULL, engine VARCHAR NOT NULL, added_at TIMESTAMP NOT NULL DEFAULT current_timestamp::TIMESTAMP,
  status VARCHAR NOT NULL, replaces VARCHAR, signature UBIGINT[]
);
CREATE TABLE events (
  id VARCHAR NOT NULL, report VARCHAR, import VARCHAR, line BIGINT, coder VARCHAR NOT NULL, source_id VARCHAR,
  url VARCHAR, outlet VARCHAR, root VARCHAR, quad UTINYINT, cameo VARCHAR, goldstein DOUBLE, plover DOUBLE, modes VARCHAR[],
  contexts VARCHAR[], modality VARCHAR NOT NULL, reciprocal BOOLEAN NOT NULL, background BOOLEAN NOT NULL,
  date_start DATE, date_end DATE, date_precision VARCHAR, date_basis VARCHAR NOT NULL, reported DATE,
  dates ${DATED}[], actors ${PARTY}[], recipients ${PARTY}[],
  place VARCHAR, place_state VARCHAR, latitude DOUBLE, longitude DOUBLE, figures ${FIGURE}[],
  object ${SPAN}, "trigger" ${SPAN}, evidence ${SPAN}[],
  reasons STRUCT(rule VARCHAR, "start" INTEGER, "end" INTEGER, note VARCHAR)[],
  claimed_by ${SOURCE}, chain ${SOURCE}[], confidence DOUBLE, mentions INTEGER, sources INTEGER, articles INTEGER
);
${pairsTable('pairs')}
CREATE TABLE quotations (
  report VARCHAR NOT NULL, n INTEGER NOT NULL, kind VARCHAR NOT NULL, content ${SPAN}[], cue ${SPAN},
  speaker ${SOURCE}, speaker_start INTEGER, speaker_end INTEGER, chain ${SOURCE}[], confidence DOUBLE
);
CREATE TABLE stories (id VARCHAR PRIMARY KEY);
CREATE TABLE story_events (story VARCHAR NOT NULL, event VARCHAR NOT NULL, score DOUBLE, reasons VARCHAR[]);
CREATE TABLE disagreements (
  id VARCHAR NOT NULL, report VARCHAR, story VARCHAR, about VARCHAR NOT NULL,
  sides STRUCT(says VARCHAR, report VARCHAR, event VARCHAR, evidence ${SPAN}[])[]
);
CREATE TABLE imports (
  id VARCHAR PRIMARY KEY, file VARCHAR NOT NULL, hash VARCHAR NOT NULL, format VARCHAR NOT NULL, coder VARCHAR NOT NULL,
  options VARCHAR NOT NULL, rows_in BIGINT NOT NULL, kept BIGINT NOT NULL, set_aside BIGINT NOT NULL,
  done BOOLEAN NOT NULL, engine VARCHAR NOT NULL, added_at TIMESTAMP NOT NULL DEFAULT current_timestamp::TIMESTAMP
);
CREATE TABLE set_aside (import VARCHAR, "file" VARCHAR NOT NULL, line BIGINT, why VARCHAR NOT NULL, "text" VARCHAR);
CREATE TABLE lost (import VARCHAR NOT NULL, what VARCHAR NOT NULL, "value" VARCHAR NOT NULL, why VARCHAR NOT NULL, "rows" BIGINT NOT NULL,
  PRIMARY KEY (import, what, "value", why)
);
CREATE TABLE mentions (
  import VARCHAR NOT NULL, source_id VARCHAR NOT NULL, "time" TIMESTAMP, outlet VARCHAR, url VARCHAR,
  sentence INTEGER, confidence INTEGER, tone DOUBLE
);
CREATE VIEW parties AS
  SELECT id AS event, report, 'actor' AS side, unnest(actors, max_depth := 2) FROM events UNION ALL BY NAME
  SELECT id AS event, report, 'recipient' AS side, unnest(recipients, max_depth := 2) FROM events;
CREATE VIEW figures AS SELECT id AS event, report, unnest(figures, max_depth := 2) FROM events;
CREATE VIEW evidence AS SELECT id AS event, report, unnest(evidence, max_depth := 2) FROM events;
`;

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, what: 'reports, events, pairs, quotations, stories, disagreements, imports', sql: FIRST },
  { version: 2, what: 'stories with their joins, disputes, registers, copies of texts', sql: STORIES },
  { version: 3, what: 'counts of all dyads by day', sql: VOLUMES },
];
