import type { Server } from '../app.js';
import { answerList } from '../lists.js';
import { Refusal } from '../problems.js';
import { refusals } from '../refusals.js';
import {
  ById,
  ByRegister,
  DisagreementView,
  Page,
  RegisterRow,
  SidesQuery,
  StoriesQuery,
  StoryRow,
  StoryView,
} from '../schema/index.js';
import type { Served } from '../served.js';
import { registerRows } from '../views/registers.js';
import { disputeRows, storyRows, storyView } from '../views/stories.js';
import { given, listOf, periodOf, sidesOf } from '../wanted.js';

/** Acts with all who tell them, where the reports disagree, and the registers over all reports. */
export function storyRoutes(app: Server, served: Served): void {
  app.get(
    '/api/stories',
    {
      schema: {
        tags: ['Stories'],
        summary: 'Acts, each with how many reports and sources tell it',
        querystring: StoriesQuery,
        response: { 200: Page(StoryRow), ...refusals },
      },
    },
    (request, reply) => {
      const { query } = request;
      const wanted = {
        ...sidesOf(query.between),
        ...periodOf(query),
        ...given('roots', listOf(query.root)),
        ...given('words', query.q),
        ...given('order', query.order),
      };
      return answerList<StoryRow>(served, request, reply, query, {
        item: StoryRow,
        what: 'stories',
        rows: (context, paging) => storyRows(context, wanted, paging),
      });
    },
  );
  app.get(
    '/api/stories/:id',
    {
      schema: {
        tags: ['Stories'],
        summary: 'An act: every telling, why they were joined, what each leaves out',
        params: ById,
        response: { 200: StoryView, ...refusals },
      },
    },
    (request, reply) =>
      served.view(request, reply, async (context) => {
        const story = await storyView(context, request.params.id);
        if (!story) throw new Refusal('NOT_FOUND', `no story ${request.params.id}`, 'id');
        return story;
      }),
  );
  app.get(
    '/api/disagreements',
    {
      schema: {
        tags: ['Stories'],
        summary: 'Where reports of one act disagree, with each side’s words',
        querystring: SidesQuery,
        response: { 200: Page(DisagreementView), ...refusals },
      },
    },
    (request, reply) => {
      const wanted = { ...sidesOf(request.query.between), ...periodOf(request.query) };
      return answerList<DisagreementView>(served, request, reply, request.query, {
        item: DisagreementView,
        what: 'disagreements',
        rows: (context, paging) => disputeRows(context, wanted, paging),
      });
    },
  );
  app.get(
    '/api/registers/:register',
    {
      schema: {
        tags: ['Stories'],
        summary: 'Agreements by stage, material acts with their figures, or quotations by speaker',
        params: ByRegister,
        querystring: SidesQuery,
        response: { 200: Page(RegisterRow), ...refusals },
      },
    },
    (request, reply) => {
      const { register } = request.params;
      const wanted = { ...sidesOf(request.query.between), ...periodOf(request.query) };
      return answerList<RegisterRow>(served, request, reply, request.query, {
        item: RegisterRow,
        what: `register of ${register}`,
        rows: (context, paging) => registerRows(context, register, wanted, paging),
      });
    },
  );
}
