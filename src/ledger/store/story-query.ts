import type { Span } from '../../base/index.js';
import { leftOut, sentenceAround } from '../stories/index.js';
import type { Database } from './database.js';
import { groupBy, inList } from './lists.js';
import { Where } from './query.js';
import type {
  AccountOf,
  RegisterFilter,
  StoredAgreement,
  StoredDispute,
  StoredLeftOut,
  StoredMaterialAct,
  StoredQuotation,
  StoredStory,
  StoryEvent,
  StoryFilter,
  StoryPlan,
} from './story-types.js';
import type { StoredSpan } from './types.js';

/** First day of a story, or the day it was first reported. */
const DAY = 'coalesce(s.date_start, s.first_reported)';

function filtered(filter: StoryFilter): Where {
  const among = 'list_contains(list_concat(s.actors, s.recipients), ?)';
  return new Where()
    .and('s.id IN ?', filter.ids)
    .and(among, filter.between?.[0])
    .and(among, filter.between?.[1])
    .and('coalesce(s.date_end, s.last_reported) >= ?::DATE', filter.since)
    .and(`${DAY} <= ?::DATE`, filter.until)
    .and('s.root IN ?', filter.roots)
    .and('s.reports >= ?', filter.reports);
}

function limited(filter: StoryFilter): string {
  return filter.limit === undefined ? '' : `LIMIT ${Math.max(0, Math.trunc(filter.limit))}`;
}

/** Stories, the latest first, each with who tells it, why they were joined, where they disagree and what was planned. */
export async function storiesOf(database: Database, filter: StoryFilter = {}): Promise<StoredStory[]> {
  const where = filtered(filter);
  const rows = await database.all<Omit<StoredStory, 'told' | 'disputes' | 'plans' | 'acts'>>(
    `SELECT * FROM stories s ${where} ORDER BY ${DAY} DESC, s.id ${limited(filter)}`,
    where.values,
  );
  const ids = [JSON.stringify(rows.map((row) => row.id))];
  const told = groupBy(
    await database.all<StoryEvent>(
      `SELECT x.story, x.event, x.report, r.given_id AS given, r.outlet, e.reported::VARCHAR AS reported,
         coalesce(e.date_start, e.date_end)::VARCHAR AS date, e.modality, e.root, e.evidence[1] AS evidence,
         coalesce(e.claimed_by.text, CASE WHEN len(e.chain) > 1 THEN e.chain[1].text END) AS said_by,
         c.first AS copy_of, x.joined_to, x.score, x.reasons
       FROM story_events x JOIN events e ON e.id = x.event LEFT JOIN reports r ON r.id = x.report
       LEFT JOIN copies c ON c.report = x.report AND c.first <> x.report
       WHERE x.story ${inList(1)} ORDER BY e.reported, x.event`,
      ids,
    ),
    (row) => row.story,
  );
  const disputes = groupBy(await disputesOfStories(database, ids), (row) => row.story);
  const plans = groupBy(
    await database.all<StoryPlan & { deed: string }>(
      `SELECT d.story AS deed, p.story AS story, max(l.score) AS score FROM story_plans l
       JOIN story_events d ON d.event = l.deed JOIN story_events p ON p.event = l.plan
       WHERE d.story ${inList(1)} GROUP BY ALL ORDER BY ALL`,
      ids,
    ),
    (row) => row.deed,
  );
  return rows.map((row) => ({
    ...row,
    acts: 1,
    told: told.get(row.id) ?? [],
    disputes: disputes.get(row.id) ?? [],
    plans: (plans.get(row.id) ?? []).map(({ story, score }) => ({ story, score })),
  }));
}

/** Stories on which reports disagree, the latest first, with each side's words. */
export async function disputesOf(database: Database, filter: StoryFilter = {}): Promise<StoredDispute[]> {
  const where = filtered(filter);
  const rows = await database.all<{ story: string }>(
    `SELECT DISTINCT s.id AS story, ${DAY} AS day FROM stories s JOIN disputes d ON d.story = s.id ${where}
     ORDER BY day DESC, story ${limited(filter)}`,
    where.values,
  );
  const order = rows.map((row) => row.story);
  const found = groupBy(await disputesOfStories(database, [JSON.stringify(order)]), (row) => row.story);
  return order.flatMap((story) => found.get(story) ?? []);
}

async function disputesOfStories(database: Database, ids: string[]): Promise<StoredDispute[]> {
  const rows = await database.all<StoredDispute>(
    `SELECT story, about, "of", sides, settled FROM disputes WHERE story ${inList(1)} ORDER BY ALL`,
    ids,
  );
  const reports = rows.flatMap((row) => row.sides.flatMap((side) => side.voices.map((v) => v.report)));
  const texts = new Map(
    (
      await database.all<{ id: string; given: string; text: string; outlet: string | null }>(
        `SELECT id, given_id AS given, "text", outlet FROM reports WHERE id ${inList(1)}`,
        [JSON.stringify([...new Set(reports)])],
      )
    ).map((row) => [row.id, row]),
  );
  return rows.map((row) => ({
    ...row,
    sides: row.sides.map((side) => ({
      ...side,
      voices: side.voices.map((voice) => {
        const report = texts.get(voice.report);
        const words = ({ start, end }: Span): StoredSpan => ({
          start,
          end,
          text: report?.text.slice(start, end) ?? '',
        });
        const [first] = voice.evidence;
        return {
          ...voice,
          given: report?.given ?? null,
          outlet: report?.outlet ?? null,
          evidence: voice.evidence.map(words),
          sentence: first && report ? words(sentenceAround(report.text, first)) : null,
        };
      }),
    })),
  }));
}

/** A report that comes to an act only behind so many characters mentions it, and gives no account of it. */
const OPENING = 300;

/**
 * What each account of the acts of stories tells that one of another outlet leaves out; copies of a text give one account,
 * and a report that only mentions an act in passing gives none.
 */
export async function leftOutOf(database: Database, stories: readonly string[]): Promise<StoredLeftOut[]> {
  const rows = await database.all<AccountOf & { story: string; text: string }>(
    `SELECT DISTINCT x.story, r.id AS report, r.given_id AS given, r.outlet, r.day::VARCHAR AS reported, r."text"
     FROM story_events x JOIN events e ON e.id = x.event JOIN reports r ON r.id = x.report
     LEFT JOIN copies c ON c.report = x.report
     WHERE x.story ${inList(1)} AND e.evidence[1]."start" < ${OPENING} AND coalesce(c.first, r.id) = r.id
     ORDER BY reported, report`,
    [JSON.stringify(stories)],
  );
  return [...groupBy(rows, (row) => row.story)].flatMap(([story, accounts]) => {
    const byId = new Map(accounts.map((row) => [row.report, row]));
    const account = (id: string): AccountOf => {
      const { report, given, outlet, reported } = byId.get(id)!;
      return { report, given, outlet, reported };
    };
    return leftOut(accounts).map(({ told, leftOutBy, spans }) => ({
      story,
      told: account(told),
      left_out_by: account(leftOutBy),
      sentences: spans.map(({ start, end }) => ({
        start,
        end,
        text: byId.get(told)!.text.slice(start, end),
      })),
    }));
  });
}

/** Agreements that reports tell of, a row for each stage: planned, agreed, signed, ratified, in force. By name and day. */
export function agreementsOf(database: Database, filter: RegisterFilter = {}): Promise<StoredAgreement[]> {
  const among = 'list_contains(a.parties, ?)';
  const where = new Where()
    .and(among, filter.between?.[0])
    .and(among, filter.between?.[1])
    .and(`coalesce(a.days[1], s.first_reported) >= ?::DATE`, filter.since)
    .and(`coalesce(a.days[1], s.first_reported) <= ?::DATE`, filter.until);
  return database.all<StoredAgreement>(
    `SELECT a.*, s.first_reported::VARCHAR AS reported, s.reports, s.sources FROM agreements a JOIN stories s ON s.id = a.story
     ${where} ORDER BY coalesce(a.days[1], s.first_reported) DESC, a.story`,
    where.values,
  );
}

/** Aid, arms, troops, sanctions and trade, with the figures as they were told. The latest first. */
export function materialOf(database: Database, filter: RegisterFilter = {}): Promise<StoredMaterialAct[]> {
  const among = 'list_contains(list_concat(m."from", m."to"), ?)';
  const where = new Where()
    .and(among, filter.between?.[0])
    .and(among, filter.between?.[1])
    .and(`coalesce(m.days[1], s.first_reported) >= ?::DATE`, filter.since)
    .and(`coalesce(m.days[1], s.first_reported) <= ?::DATE`, filter.until)
    .and('m.kind IN ?', filter.kinds);
  return database.all<StoredMaterialAct>(
    `SELECT m.*, s.first_reported::VARCHAR AS reported, s.reports, s.sources FROM material_acts m JOIN stories s ON s.id = m.story
     ${where} ORDER BY coalesce(m.days[1], s.first_reported) DESC, m.story`,
    where.values,
  );
}

/** What one speaker is quoted with, over all reports, the latest first; a quotation in copies of one text stands once. */
export function quotationsOf(database: Database, filter: RegisterFilter = {}): Promise<StoredQuotation[]> {
  const where = new Where()
    .and(
      'lower(coalesce(q.speaker.name, q.speaker.text)) LIKE ?',
      filter.speaker && `%${filter.speaker.toLowerCase()}%`,
    )
    .and('q.speaker.code = ?', filter.between?.[0])
    .and('r.day >= ?::DATE', filter.since)
    .and('r.day <= ?::DATE', filter.until)
    .plain("q.kind <> 'indirect'")
    .plain('q.speaker IS NOT NULL');
  return database.all<StoredQuotation>(
    `SELECT coalesce(q.speaker.name, q.speaker.text) AS speaker, q.speaker.code AS code, q.kind, q.content,
       r.day::VARCHAR AS reported, r.outlet, r.id AS report
     FROM quotations q JOIN reports r ON r.id = q.report LEFT JOIN copies c ON c.report = r.id ${where}
     QUALIFY row_number() OVER (PARTITION BY coalesce(c.first, r.id), list_transform(q.content, lambda s: s.text) ORDER BY r.day, r.id) = 1
     ORDER BY r.day DESC, r.id, q.n`,
    where.values,
  );
}
