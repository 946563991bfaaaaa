import { COUNTED, eventIds } from '../../ledger/index.js';
import { actsBehind } from '../../relate/index.js';
import type { Server } from '../app.js';
import { Table } from '../csv.js';
import { answerList, sendTable } from '../lists.js';
import { Refusal } from '../problems.js';
import { refusals } from '../refusals.js';
import {
  ByPair,
  EventsQuery,
  EventView,
  Movement,
  Page,
  Point,
  RelationQuery,
  RelationView,
  WorldQuery,
  WorldView,
} from '../schema/index.js';
import type { Served } from '../served.js';
import type { Rows, ViewContext } from '../views/context.js';
import { drawnRelation, relationOf, relationView, worldView } from '../views/relation.js';
import { eventViews } from '../views/told.js';
import { codeOf, given, listOf, periodOf, sidesOf } from '../wanted.js';

/** Relations over time, the events behind their numbers, and where all of them moved in a month. */
export function relationRoutes(app: Server, served: Served): void {
  app.get(
    '/api/relations/:a/:b',
    {
      schema: {
        tags: ['Relations'],
        summary: 'Two actors over time: words and deeds apart, index, shifts with the acts behind them',
        description:
          'By day, a time of more than 4,000 days has a point for each week, and the step of the answer says so; CSV has all days.',
        params: ByPair,
        querystring: RelationQuery,
        response: { 200: RelationView, ...refusals },
      },
    },
    async (request, reply) => {
      const { format, ...wanted } = request.query;
      const pair = [codeOf(request.params.a, 'a'), codeOf(request.params.b, 'b')] as const;
      if (pair[0] === pair[1]) throw new Refusal('SAME_ACTOR', undefined, 'b');
      if (wanted.since && wanted.until && wanted.since > wanted.until)
        throw new Refusal('BAD_REQUEST', 'since lies after until', 'since');
      if (format !== 'csv')
        return served.view(request, reply, (context) => drawnRelation(context, pair, wanted));
      const { points } = await served.read((context) => relationView(context, pair, wanted));
      const table = new Table(Point);
      return sendTable(reply, `relation ${pair.join(' ')}`, table.header() + table.rows(points));
    },
  );
  app.get(
    '/api/world',
    {
      schema: {
        tags: ['Relations'],
        summary: 'Which dyads of states came closer or drifted apart in a month, against the six before',
        querystring: WorldQuery,
        response: { 200: WorldView, ...refusals },
      },
    },
    async (request, reply) => {
      const { month, format } = request.query;
      if (format !== 'csv') return served.view(request, reply, (context) => worldView(context, month));
      const view = await served.read((context) => worldView(context, month));
      const table = new Table(Movement);
      return sendTable(reply, `movements ${view.month}`, table.header() + table.rows(view.movements));
    },
  );
  app.get(
    '/api/events',
    {
      schema: {
        tags: ['Events'],
        summary: 'Events with the sentences that tell them, the latest first',
        description:
          'Between two actors, only events that PLOVER codes are given: those that the numbers of their relation count.',
        querystring: EventsQuery,
        response: { 200: Page(EventView), ...refusals },
      },
    },
    (request, reply) => {
      const { query } = request;
      const { between } = sidesOf(query.between);
      if (query.shift !== undefined && between?.[1] === undefined)
        throw new Refusal('BAD_REQUEST', 'shift needs the two actors of between', 'shift');
      return answerList<EventView>(served, request, reply, query, {
        item: EventView,
        what: `events${between ? ` ${between.filter(Boolean).join('–')}` : ''}`,
        rows: async (context, paging) => {
          const ids = listOf(query.ids) ?? (await idsBehind(context, between, query));
          const page = await eventIds(
            context.ledger.database,
            {
              ...(between ? { between } : {}),
              ...(ids ? { ids } : {}),
              ...periodOf(query),
              ...(query.counted ? COUNTED : {}),
              ...given('quads', listOf(query.quad)?.map(Number)),
              ...given('roots', listOf(query.root)),
              ...given('modalities', listOf(query.modality)),
              ...given('words', query.words),
              ...given('report', query.report),
              ...given('story', query.story),
            },
            paging,
          );
          const items = await eventViews(
            context.ledger,
            page.rows.map((row) => row.id),
          );
          return { items, page } satisfies Rows<EventView>;
        },
      });
    },
  );
}

/** Most acts that are given behind a shift. */
const BEHIND = 100;

/**
 * The acts behind the shift of a day, looked for in the period alone: a part of the time can have other shifts than all
 * of it. None where there is no such shift.
 */
async function idsBehind(
  context: ViewContext,
  between: readonly [string, string?] | undefined,
  { shift: day, from, until }: EventsQuery,
): Promise<string[] | undefined> {
  if (day === undefined || between?.[1] === undefined) return undefined;
  const wanted = { ...given('since', from), ...given('until', until) };
  const relation = await relationOf(context, [between[0], between[1]], wanted);
  const shift = [...relation.shifts, ...(relation.hint ? [relation.hint] : [])].find(
    (one) => one.day === day,
  );
  if (!shift) return [];
  const told = (await actsBehind(context.ledger, relation, [shift], BEHIND)).get(shift) ?? [];
  return told.map(({ event }) => event.id);
}
