import { basename } from 'node:path';
import { engineVersion } from '../../base/index.js';
import { actorCodes, dyads, totalsOf } from '../../ledger/index.js';
import { searchActors, today } from '../../world/index.js';
import type { Server } from '../app.js';
import { answerList } from '../lists.js';
import { refusals } from '../refusals.js';
import {
  Actors,
  ActorsQuery,
  AnswerView,
  AskQuery,
  DyadRow,
  LedgerSummary,
  ListQuery,
  Page,
} from '../schema/index.js';
import type { Served } from '../served.js';
import { answerView } from '../views/answer.js';
import { dyadRow } from '../views/reports.js';

const ACTORS = 20;

/** What the ledger holds as a whole: its sums, its actors, its dyads, and answers to questions. */
export function ledgerRoutes(app: Server, served: Served): void {
  app.get(
    '/api/ledger',
    {
      schema: {
        tags: ['Ledger'],
        summary: 'What the ledger holds',
        response: { 200: LedgerSummary, ...refusals },
      },
    },
    (request, reply) =>
      served.view(request, reply, async ({ ledger, file, revision }): Promise<LedgerSummary> => {
        const { rows } = await totalsOf(ledger.database);
        const { coders, ...totals } = rows[0]!;
        return {
          // Where it lies is the owner's own concern.
          file: served.local ? file : basename(file),
          engine: engineVersion(),
          ...totals,
          coders: [...coders],
          writable: served.writable,
          needsToken: served.needsToken,
          mayFetch: served.mayFetch,
          revision,
        };
      }),
  );
  app.get(
    '/api/actors',
    {
      schema: {
        tags: ['Ledger'],
        summary: 'Actors by code or name, those of the ledger first',
        querystring: ActorsQuery,
        response: { 200: Actors, ...refusals },
      },
    },
    (request, reply) =>
      served.view(request, reply, async ({ ledger }): Promise<Actors> => {
        const { q = '', limit = ACTORS } = request.query;
        const codes = (await actorCodes(ledger.database)).rows.map((row) => row.code);
        return { items: searchActors(q, limit, codes).map(({ code, name, kind }) => ({ code, name, kind })) };
      }),
  );
  app.get(
    '/api/dyads',
    {
      schema: {
        tags: ['Relations'],
        summary: 'Pairs of actors, the most reported first',
        querystring: ListQuery,
        response: { 200: Page(DyadRow), ...refusals },
      },
    },
    (request, reply) =>
      answerList<DyadRow>(served, request, reply, request.query, {
        item: DyadRow,
        what: 'dyads',
        rows: async ({ ledger }, paging) => {
          const page = await dyads(ledger.database, paging);
          return { items: page.rows.map(dyadRow), page };
        },
      }),
  );
  app.get(
    '/api/ask',
    {
      schema: {
        tags: ['Relations'],
        summary: 'A question about two actors, answered with evidence',
        querystring: AskQuery,
        response: { 200: AnswerView, ...refusals },
      },
    },
    (request, reply) =>
      served.view(request, reply, (context) =>
        answerView(context, request.query.q, request.query.at ?? today()),
      ),
  );
}
