const SPAN = 'STRUCT("start" INTEGER, "end" INTEGER)';
const VOICE = `STRUCT("event" VARCHAR, report VARCHAR, reported DATE, source VARCHAR, evidence ${SPAN}[])`;

/**
 * Stories: what each table holds is told in docs/stories.md. `tellings`, `story_keys` and `prints` are what joining
 * needs to look things up; the others are for reading.
 */
export const STORIES = `
DROP TABLE stories;
DROP TABLE story_events;
CREATE TABLE stories (
  id VARCHAR NOT NULL, root VARCHAR NOT NULL, modality VARCHAR NOT NULL, actors VARCHAR[], recipients VARCHAR[],
  date_start DATE, date_end DATE, place VARCHAR, first_reported DATE, last_reported DATE,
  events INTEGER NOT NULL, reports INTEGER NOT NULL, sources INTEGER NOT NULL
);
CREATE TABLE story_events (
  story VARCHAR NOT NULL, event VARCHAR NOT NULL, report VARCHAR NOT NULL, joined_to VARCHAR, score DOUBLE, reasons VARCHAR[]
);
CREATE TABLE story_plans (plan VARCHAR NOT NULL, deed VARCHAR NOT NULL, score DOUBLE NOT NULL, reasons VARCHAR[]);
CREATE TABLE tellings (event VARCHAR NOT NULL, report VARCHAR NOT NULL, component VARCHAR NOT NULL, telling VARCHAR NOT NULL);
CREATE TABLE story_keys ("key" VARCHAR NOT NULL, "from" INTEGER NOT NULL, "to" INTEGER NOT NULL, event VARCHAR NOT NULL);
CREATE TABLE prints (print UINTEGER NOT NULL, report VARCHAR NOT NULL);
CREATE TABLE copies (report VARCHAR NOT NULL, outlet VARCHAR, day INTEGER, prints INTEGER NOT NULL, first VARCHAR NOT NULL);
CREATE TABLE disputes (
  story VARCHAR NOT NULL, about VARCHAR NOT NULL, "of" VARCHAR,
  sides STRUCT(says VARCHAR, voices ${VOICE}[])[],
  settled STRUCT(says VARCHAR, since DATE, events VARCHAR[])
);
CREATE TABLE agreements (
  story VARCHAR NOT NULL, "name" VARCHAR NOT NULL, parties VARCHAR[], stage VARCHAR NOT NULL, days DATE[], place VARCHAR
);
CREATE TABLE material_acts (
  story VARCHAR NOT NULL, kind VARCHAR NOT NULL, "from" VARCHAR[], "to" VARCHAR[], modality VARCHAR NOT NULL, days DATE[],
  figures STRUCT("value" DOUBLE, low DOUBLE, high DOUBLE, unit VARCHAR, kind VARCHAR, voice ${VOICE})[]
);
`;
