import { dayNumber, type Span } from '../../base/index.js';
import type { Figure, Modality } from '../../code/index.js';
import { reportFromText } from '../../read/index.js';
import { findTimes, type Precision } from '../../time/index.js';
import { type Telling, type TellingSource, tellingsOf } from '../stories/index.js';
import type { Database } from './database.js';
import { type JoinedReport, joinStories } from './join-stories.js';
import { groupBy, inList } from './lists.js';
import type { StoredDate, StoredEvent, StoredParty, StoredReport, StoredSource } from './types.js';

/** Raised when joining gives other stories of the same reports, so that older ledgers are joined anew. */
const JOINING = '2';
/** Reports joined in one transaction. */
const BATCH = 200;
const TABLES = [
  ...['stories', 'story_events', 'story_plans', 'tellings', 'story_keys'],
  ...['prints', 'copies', 'disputes', 'agreements', 'material_acts'],
];

/**
 * Joins the reports of a ledger into stories where it has none, or those of an older way of joining: from the events and
 * texts as they are stored, without reading a report again. Broken off, it goes on with the next opening.
 */
export async function rejoin(database: Database): Promise<void> {
  const [state] = await database.all<{ value: string }>(`SELECT value FROM meta WHERE key = 'stories'`);
  if (state?.value === JOINING) return;
  const going = `joining ${JOINING}`;
  if (state?.value !== going)
    await database.transaction(async () => {
      for (const table of TABLES) await database.run(`DELETE FROM ${table}`);
      await setState(database, going);
    });
  for (;;) {
    const reports = await database.all<StoredReport>(
      `SELECT * FROM reports WHERE status = 'current' AND id NOT IN (SELECT report FROM copies) ORDER BY day, id LIMIT ${BATCH}`,
    );
    if (reports.length === 0) break;
    await database.transaction(async () => joinStories(database, await retold(database, reports)));
  }
  await setState(database, JOINING);
}

function setState(database: Database, value: string): Promise<void> {
  return database.run(`INSERT OR REPLACE INTO meta VALUES ('stories', $1)`, [value]);
}

/** Stored reports with the tellings of their events, as they were when the reports were read. */
async function retold(database: Database, reports: readonly StoredReport[]): Promise<JoinedReport[]> {
  const rows = await database.all<StoredEvent>(`SELECT * FROM events WHERE report ${inList(1)}`, [
    JSON.stringify(reports.map((report) => report.id)),
  ]);
  const events = groupBy(rows, (row) => row.report!);
  return reports.map((report) => ({
    id: report.id,
    outlet: report.outlet,
    day: report.day === null ? null : dayNumber(report.day),
    text: report.text,
    tellings: tellingsOfRows(report, inOrder(events.get(report.id) ?? [])),
  }));
}

/** `REPORT-2` before `REPORT-10`. */
function inOrder(events: readonly StoredEvent[]): StoredEvent[] {
  const number = ({ id }: StoredEvent): number => Number(id.slice(id.lastIndexOf('-') + 1));
  return [...events].sort((a, b) => number(a) - number(b));
}

function tellingsOfRows(row: StoredReport, events: readonly StoredEvent[]): Telling[] {
  const { dateline } = reportFromText(row.text, row.title === null ? {} : { title: row.title });
  const times = findTimes(row.text, row.day ?? undefined);
  return tellingsOf({
    report: {
      id: row.id,
      text: row.text,
      ...(row.title === null ? {} : { title: row.title }),
      ...(row.outlet === null ? {} : { outlet: row.outlet }),
      ...(dateline ? { dateline } : {}),
    },
    date: row.day === null ? {} : { date: row.day },
    events: events.map((event) => eventOf(event, times)),
    attributions: events.map(({ id, claimed_by, chain }) => ({
      event: id,
      ...(claimed_by ? { claimedBy: sourceOf(claimed_by) } : {}),
      // The last is the outlet itself, which stands in no words of the report.
      chain: chain.map((link, at) => ({
        ...sourceOf(link),
        ...(at === chain.length - 1 ? {} : { span: { start: 0, end: 0 } }),
      })),
    })),
  });
}

type Source = TellingSource['attributions'][number]['chain'][number];

function sourceOf({ text, id }: StoredSource): Source {
  return { text, ...(id === null ? {} : { actor: { id } }) };
}

type Times = ReturnType<typeof findTimes>;

function eventOf(row: StoredEvent, times: Times): TellingSource['events'][number] {
  return {
    id: row.id,
    root: row.root!,
    cameo: row.cameo!,
    modes: row.modes,
    modality: row.modality as Modality,
    reciprocal: row.reciprocal,
    background: row.background,
    dates: row.dates.map((date) => dateOf(date, times, row.evidence[0])),
    actors: row.actors.map(partyOf),
    recipients: row.recipients.map(partyOf),
    ...(row.place === null
      ? {}
      : { place: { name: row.place, ...(row.place_state === null ? {} : { state: row.place_state }) } }),
    figures: row.figures.map(({ kind, value, low, high, unit, start, end }) => ({
      ...{ value, low, high, unit, kind: kind as Figure['kind'] },
      span: { start, end },
    })),
    ...(row.object ? { object: spanOf(row.object) } : {}),
    evidence: row.evidence.map(spanOf),
    confidence: row.confidence ?? 1,
  };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function partyOf({
  text,
  start,
  end,
  code,
  id,
  kind,
}: StoredParty): TellingSource['events'][number]['actors'][number] {
  return {
    text: text ?? '',
    span: { start: start ?? 0, end: end ?? 0 },
    ...(id === null ? {} : { actor: { code: code ?? '', id, kind: kind ?? '' } }),
  };
}

/** A stored date with the words of the report that mean the same days: those nearest to the clause that tells the act. */
function dateOf(
  { start, end, precision, basis }: StoredDate,
  times: Times,
  clause: Span | undefined,
): TellingSource['events'][number]['dates'][number] {
  if (basis === 'reported' || basis === 'unknown' || (start === null && end === null))
    return { basis: basis === 'unknown' ? 'unknown' : 'reported', evidence: [] };
  const far = (words: Span): number =>
    clause ? Math.max(0, clause.start - words.start, words.end - clause.end) : words.start;
  const [words] = times
    .filter(({ interval }) => interval?.start === start && interval?.end === end)
    .sort((a, b) => far(a) - far(b));
  return {
    interval: { start, end, precision: precision as Precision },
    basis: basis as 'stated' | 'context',
    evidence: words ? [spanOf(words)] : [],
  };
}
