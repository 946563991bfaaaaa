import type { Database } from '../store/database.js';
import { inList } from '../store/lists.js';
import { dyadOf } from '../store/pairs.js';
import { literal, Where } from '../store/query.js';
import { type Paging, pageOf, type ViewPage } from './ask.js';

/** Which events are wanted. Each field left out lets all through. */
export interface EventsWanted {
  readonly ids?: readonly string[];
  /** One or two actor codes that the event is between, in either direction. */
  readonly between?: readonly [string, string?];
  /** ISO days, both inclusive: of the act, or of the report where nothing dates it. */
  readonly from?: string;
  readonly to?: string;
  readonly quads?: readonly number[];
  readonly roots?: readonly string[];
  readonly modalities?: readonly string[];
  /** Text that the evidence holds, in large or small letters. */
  readonly words?: string;
  readonly report?: string;
  readonly story?: string;
  /** Whether what is told to explain, not as news, is wanted. */
  readonly background?: boolean;
  /** How exactly their day must be known; where it is not said, it is exact. */
  readonly precisions?: readonly string[];
}

/** The day of an event, as `pairs` has it; the beginning of time where nothing is known. */
const NEVER = `DATE '0001-01-01'`;
const IN_EVENTS = {
  ...{ table: 'events', id: 'id', day: `coalesce(date_start, date_end, reported, ${NEVER})` },
  precision: 'date_precision',
};
/** A dyad's rows lie together there, so that they are found without looking at all events. */
const IN_PAIRS = { table: 'pairs', id: 'event', day: `coalesce(day, ${NEVER})`, precision: '"precision"' };

/** Ids of events with their days, the latest first. */
export function eventIds(
  database: Database,
  wanted: EventsWanted,
  paging: Paging,
): Promise<ViewPage<{ id: string; day: string }>> {
  const { between, words } = wanted;
  const { table, id, day, precision } = between && words === undefined ? IN_PAIRS : IN_EVENTS;
  const sides = between ? ofSides(between) : '';
  const where = new Where()
    // What PLOVER drops counts in no number of two actors, and so stands behind none.
    .plain('quad IS NOT NULL', between?.[1] !== undefined)
    .plain(
      table === 'pairs' ? sides : `id IN (SELECT event FROM pairs WHERE ${sides})`,
      between !== undefined,
    )
    .and(`${id} IN ?`, wanted.ids)
    .and('report = ?', wanted.report)
    .and(`${id} IN (SELECT event FROM story_events WHERE story = ?)`, wanted.story)
    .and(`${day} >= ?::DATE`, wanted.from)
    .and(`${day} <= ?::DATE`, wanted.to)
    .and('root IN ?', wanted.roots)
    .and('quad::VARCHAR IN ?', wanted.quads?.map(String))
    .and('modality IN ?', wanted.modalities)
    .and('background = ?', wanted.background)
    .and(`(${precision} IS NULL OR ${precision} IN ?)`, wanted.precisions)
    .and('len(list_filter(evidence, lambda s: contains(lower(s."text"), ?))) > 0', words?.toLowerCase());
  return pageOf(
    database,
    {
      columns: 'found.key1 AS id, found.key0::VARCHAR AS day',
      from: `(SELECT ${table === 'pairs' ? 'DISTINCT ' : ''}${id} AS id, ${day} AS day FROM ${table} ${where})`,
      where: where.around(),
      cheap: table === 'events' && words === undefined,
      keys: [
        ['day', 'DATE'],
        ['id', 'VARCHAR'],
      ],
    },
    paging,
  );
}

/** The condition that a pair of source and target is of these sides. */
function ofSides([a, b]: readonly [string, string?]): string {
  return b === undefined
    ? `(source = ${literal(a)} OR target = ${literal(a)})`
    : `dyad = ${literal(dyadOf(a, b))}`;
}

/** The story of each of these events that has one. */
export async function storiesOfEvents(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.all<{ event: string; story: string }>(
    `SELECT event, any_value(story) AS story FROM story_events WHERE event ${inList(1)} GROUP BY event`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.event, row.story]));
}
