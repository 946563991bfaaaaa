import { codesText } from '../../answer/index.js';
import { type Root, rootInfo } from '../../code/index.js';
import {
  type DisputeLine,
  type DisputesWanted,
  disputeLines,
  eventIds,
  eventsOfStories,
  leftOut,
  type Paging,
  plansAndDeeds,
  type StoriesWanted,
  type StoryLine,
  storyLines,
  tellingGrounds,
} from '../../ledger/index.js';
import type { Evidenced } from '../../relate/index.js';
import type { DisagreementView, SourceName, StoryRow, StoryView } from '../schema/index.js';
import { metaOf, type Rows, type ViewContext } from './context.js';
import { eventsById, eventView, pairOf, toldOf } from './told.js';

export async function storyRows(
  { ledger }: ViewContext,
  wanted: StoriesWanted,
  paging: Paging,
): Promise<Rows<StoryRow>> {
  const page = await storyLines(ledger.database, wanted, paging);
  const ids = await eventsOfStories(
    ledger.database,
    page.rows.map((row) => row.id),
    1,
  );
  const events = await eventsById(ledger, [...ids.values()].flat());
  return { items: page.rows.flatMap((row) => storyRow(row, events.get(ids.get(row.id)?.[0] ?? ''))), page };
}

function storyRow(row: StoryLine, first: Evidenced | undefined): StoryRow[] {
  if (!first) return [];
  return [
    {
      id: row.id,
      text: codesText(row),
      pair: pairOf(row.actors, row.recipients),
      root: row.root,
      quad: rootInfo(row.root as Root).quad,
      modality: row.modality,
      dateStart: row.date_start,
      dateEnd: row.date_end,
      datePrecision: row.date_start ? (row.date_start === row.date_end ? 'day' : 'range') : null,
      place: row.place,
      counts: { reports: row.reports, sources: row.sources, events: row.events },
      disagreements: row.disagreements,
      first: toldOf(first),
    },
  ];
}

const ALL = { limit: 200 };

/** A story with all its tellings, and what each account leaves out; undefined where there is none. */
export async function storyView(context: ViewContext, id: string): Promise<StoryView | undefined> {
  const { ledger } = context;
  const { items, page } = await storyRows(context, { ids: [id] }, ALL);
  const [story] = items;
  if (!story) return undefined;
  const told = await eventIds(ledger.database, { story: id }, ALL);
  const ids = told.rows.map((row) => row.id);
  const events = await eventsById(ledger, ids);
  const grounds = new Map((await tellingGrounds(ledger.database, ids)).map((row) => [row.event, row]));
  const tellings = [...events.values()]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((one) => {
      const why = grounds.get(one.event.id);
      return {
        ...eventView(one, id),
        score: why?.score ?? null,
        reasons: [...(why?.reasons ?? [])],
        copyOf: why?.copy_of ?? null,
      };
    });
  const disputes = await disputeRows(context, { story: id }, ALL);
  return {
    ...story,
    tellings,
    disputes: disputes.items,
    leftOut: leftOutOf([...events.values()]),
    follows: await followsOf(context, id),
    meta: metaOf(context, [page.sql, told.sql, disputes.page.sql].join(';\n'), `story ${id}`),
  };
}

function key({ event, report }: Evidenced): string {
  return `${report?.day ?? event.reported ?? '9999'} ${event.id}`;
}

/** Accounts that are compared with each other, and sentences shown that one of them leaves out. */
const ACCOUNTS = 6;
const SENTENCES = 12;

function leftOutOf(told: readonly Evidenced[]): StoryView['leftOut'] {
  const byReport = new Map(told.flatMap((one) => (one.report ? [[one.report.id, one] as const] : [])));
  const accounts = [...byReport.values()].slice(0, ACCOUNTS);
  return leftOut(accounts.map(({ report }) => ({ report: report!.id, text: report!.text })))
    .flatMap(({ told: by, leftOutBy, spans }) =>
      spans.map((span) => {
        const [one, other] = [byReport.get(by)!, byReport.get(leftOutBy)!];
        const text = one.report!.text.slice(span.start, span.end);
        return {
          told: { ...toldOf(one), sentence: { text, ...span }, marks: [] },
          leftOutBy: { report: leftOutBy, outlet: other.report!.outlet },
        };
      }),
    )
    .slice(0, SENTENCES);
}

async function followsOf(context: ViewContext, id: string): Promise<StoryView['follows']> {
  const links = await plansAndDeeds(context.ledger.database, id);
  const plan = links.find((link) => link.deed === id && link.plan !== id)?.plan;
  const deed = links.find((link) => link.plan === id && link.deed !== id)?.deed;
  const ids = [plan, deed].filter((one) => one !== undefined);
  if (ids.length === 0) return null;
  const { items } = await storyRows(context, { ids }, ALL);
  const byId = (one: string | undefined): StoryRow | null => items.find((row) => row.id === one) ?? null;
  return { plan: byId(plan), deed: byId(deed) };
}

export async function disputeRows(
  { ledger }: ViewContext,
  wanted: DisputesWanted,
  paging: Paging,
): Promise<Rows<DisagreementView>> {
  const page = await disputeLines(ledger.database, wanted, paging);
  const events = await eventsById(
    ledger,
    page.rows.flatMap((row) => row.sides.flatMap((side) => side.voices.flatMap((v) => v.event ?? []))),
  );
  return { items: page.rows.map((row) => disputeRow(row, events)), page };
}

const QUESTIONS = { date: 'When', figure: 'How many', actor: 'Who did it', modality: 'Whether it happened' };

function disputeRow(row: DisputeLine, events: ReadonlyMap<string, Evidenced>): DisagreementView {
  const act = row.root ? codesText({ ...row, root: row.root, modality: 'done', ...knownCodes(row) }) : '';
  return {
    id: row.id,
    about: row.about,
    story: row.story,
    text: `${QUESTIONS[row.about]}${row.of ? ` (${row.of})` : ''}: ${[...new Set(row.sides.map((side) => side.says))].join(' or ')}${act ? ` — ${act}` : ''}`,
    pair: pairOf(row.actors, row.recipients),
    day: row.day,
    sides: row.sides.map((side) => ({
      says: side.says,
      by: namesOf(side.voices, events),
      told: side.voices.flatMap(({ event, evidence }) => {
        const one = event === null ? undefined : events.get(event);
        if (!one) return [];
        const spans = evidence.map((span) => ({
          ...span,
          text: one.report?.text.slice(span.start, span.end) ?? '',
        }));
        return [toldOf(spans.length > 0 ? { ...one, event: { ...one.event, evidence: spans } } : one)];
      }),
    })),
    settled: row.settled ? `${row.settled.says}, since ${row.settled.since}` : null,
  };
}

function knownCodes(row: DisputeLine): { actors: string[]; recipients: string[] } {
  const known = (codes: readonly (string | null)[]): string[] => codes.filter((code) => code !== null);
  return { actors: known(row.actors), recipients: known(row.recipients) };
}

function namesOf(
  voices: DisputeLine['sides'][number]['voices'],
  events: ReadonlyMap<string, Evidenced>,
): SourceName[] {
  const names = voices.map(
    ({ source, event }) => source ?? (event ? events.get(event)?.report?.outlet : null),
  );
  return [...new Set(names)].flatMap((text) => (text ? [{ text, code: null, name: null }] : []));
}
