import { ask } from '../../answer/index.js';
import type { AnswerView } from '../schema/index.js';
import { metaOf, statementsOf, type ViewContext } from './context.js';
import { viewOf } from './relation.js';
import { toldOf } from './told.js';

/** A question answered from the ledger, each line with the sentences that carry it. */
export async function answerView(context: ViewContext, question: string, at: string): Promise<AnswerView> {
  const { ledger } = context;
  const volume = await context.volume();
  const { result: answer, sql } = await statementsOf(ledger, () => ask(ledger, question, { at, volume }));
  const { asked } = answer;
  const relation = answer.relation ? await viewOf(context, answer.relation) : null;
  const meta = metaOf(context, sql, `question “${question}” asked on ${at}`);
  return {
    question,
    asked: {
      kind: asked.kind,
      actors: asked.actors.map(({ code, name, kind }) => ({ code, name, kind })),
      act: asked.act ? asked.act.roots.join(' or ') : null,
      since: asked.since ?? null,
      until: asked.until ?? null,
      open: [...asked.open],
    },
    known: answer.known,
    verdict: answer.verdict,
    sections: answer.sections.map(({ title, lines }) => ({
      title,
      lines: lines.map(({ text, told }) => ({ text, told: told.map(toldOf) })),
    })),
    relation: relation ? { ...relation, meta } : null,
    meta,
  };
}
