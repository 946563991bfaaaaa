import { eventIds } from '../../ledger/index.js';
import { reportFromText } from '../../read/index.js';
import type { Server } from '../app.js';
import { answerList } from '../lists.js';
import { Refusal } from '../problems.js';
import { reportOf } from '../reading/input.js';
import { keptReadingView, readingView } from '../reading/view.js';
import { refusals } from '../refusals.js';
import {
  AddedView,
  ById,
  ListQuery,
  Page,
  ReadingView,
  ReportInput,
  ReportRow,
  ReportsQuery,
  ReportText,
  SourceRow,
  SourceView,
} from '../schema/index.js';
import type { Served } from '../served.js';
import { metaOf } from '../views/context.js';
import { reportRows, reportsById, sourceRows, sourceView } from '../views/reports.js';
import { eventViews } from '../views/told.js';
import { given, periodOf } from '../wanted.js';

/** Reports and their outlets: what the ledger keeps, what it would make of another, and adding one. */
export function reportRoutes(app: Server, served: Served): void {
  keptRoutes(app, served);
  givenRoutes(app, served);
}

function keptRoutes(app: Server, served: Served): void {
  app.get(
    '/api/reports',
    {
      schema: {
        tags: ['Reports'],
        summary: 'Reports, the latest first',
        querystring: ReportsQuery,
        response: { 200: Page(ReportRow), ...refusals },
      },
    },
    (request, reply) => {
      const { query } = request;
      const wanted = { ...periodOf(query), ...given('words', query.q), ...given('outlet', query.outlet) };
      return answerList<ReportRow>(served, request, reply, query, {
        item: ReportRow,
        what: 'reports',
        rows: (context, paging) => reportRows(context, wanted, paging),
      });
    },
  );
  app.get(
    '/api/reports/:id',
    {
      schema: {
        tags: ['Reports'],
        summary: 'A report with everything that was found in it, and where',
        params: ById,
        response: { 200: ReadingView, ...refusals },
      },
    },
    (request, reply) =>
      served.view(request, reply, async (context) => {
        const { ledger } = context;
        const { id } = request.params;
        const report = (await reportsById(ledger, [id])).get(id);
        if (!report) throw new Refusal('NOT_FOUND', `no report ${id}`, 'id');
        const page = await eventIds(ledger.database, { report: id }, { limit: MOST_EVENTS });
        const views = await eventViews(
          ledger,
          page.rows.map((row) => row.id),
        );
        const events = views.sort((a, b) => placeOf(a.id) - placeOf(b.id));
        const reading = await served.readers.read(
          reportFromText(report.text, {
            id: report.given_id,
            origin: report.origin,
            ...given('url', report.url ?? undefined),
            ...given('outlet', report.outlet ?? undefined),
            ...given('published', report.published ?? report.day ?? undefined),
            ...given('title', report.title ?? undefined),
          }),
        );
        return keptReadingView(reading, report, events, metaOf(context, page.sql, `report ${id}`));
      }),
  );
  app.get(
    '/api/sources',
    {
      schema: {
        tags: ['Reports'],
        summary: 'Outlets: how much each reports, first or alone, and how often it differs',
        querystring: ListQuery,
        response: { 200: Page(SourceRow), ...refusals },
      },
    },
    (request, reply) =>
      answerList<SourceRow>(served, request, reply, request.query, {
        item: SourceRow,
        what: 'sources',
        rows: sourceRows,
      }),
  );
  app.get(
    '/api/sources/:id',
    {
      schema: {
        tags: ['Reports'],
        summary: 'An outlet with what it told first, alone, or otherwise than others',
        params: ById,
        response: { 200: SourceView, ...refusals },
      },
    },
    (request, reply) =>
      served.view(request, reply, async (context) => {
        const source = await sourceView(context, request.params.id);
        if (!source) throw new Refusal('NOT_FOUND', `no source ${request.params.id}`, 'id');
        return source;
      }),
  );
}

/** Events of one report that are shown. */
const MOST_EVENTS = 2000;

/** The place of an event within its report: the ids of events end with it. */
function placeOf(id: string): number {
  return Number(/-(\d+)$/.exec(id)?.[1] ?? 0);
}

function givenRoutes(app: Server, served: Served): void {
  const limit = { config: { rateLimit: { max: served.options.readsPerMinute ?? 60, timeWindow: 60_000 } } };
  app.post(
    '/api/read',
    {
      ...limit,
      schema: {
        tags: ['Reports'],
        summary: 'Reads a report that is sent, or lies at an address; nothing is kept',
        body: ReportInput,
        response: { 200: ReadingView, ...refusals },
      },
    },
    async (request, reply) => {
      const report = await reportOf(request.body, served.mayFetch);
      const reading = await served.readers.read(report);
      const source = { file: served.options.ledger, revision: served.shelf.revision ?? '' };
      const view: ReadingView = readingView(
        reading,
        metaOf(source, '', `reading of ${report.title ?? 'a report'}`),
      );
      reply.header('cache-control', 'no-store');
      return view;
    },
  );
  app.post(
    '/api/reports',
    {
      ...limit,
      schema: {
        tags: ['Reports'],
        summary: 'Adds a report to the ledger',
        security: [{ token: [] }],
        body: ReportText,
        response: { 201: AddedView, 200: AddedView, ...refusals },
      },
    },
    async (request, reply) => {
      if (!served.writable) throw new Refusal('READ_ONLY');
      const reading = await served.readers.read(await reportOf(request.body, false));
      const { id, as, events } = await served.shelf.add(reading);
      reply.code(as === 'known' ? 200 : 201).header('cache-control', 'no-store');
      return { id, as, events };
    },
  );
}
