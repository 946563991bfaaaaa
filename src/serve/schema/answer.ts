import { type Static, Type } from 'typebox';
import { ActorRef, MaybeText, Meta, Named, Nullable, Text, Told } from './common.js';
import { RelationView } from './relation.js';

export const AnswerView = Named('AnswerView', {
  question: Text,
  asked: Type.Object(
    {
      kind: Type.Union([
        Type.Literal('trend'),
        Type.Literal('list'),
        Type.Literal('when'),
        Type.Literal('whether'),
        Type.Literal('dispute'),
      ]),
      actors: Type.Array(ActorRef),
      act: MaybeText,
      since: MaybeText,
      until: MaybeText,
      open: Type.Array(Text),
    },
    { additionalProperties: false },
  ),
  known: Type.Boolean(),
  verdict: Text,
  sections: Type.Array(
    Type.Object(
      {
        title: Text,
        lines: Type.Array(
          Type.Object({ text: Text, told: Type.Array(Told) }, { additionalProperties: false }),
        ),
      },
      { additionalProperties: false },
    ),
  ),
  relation: Nullable(RelationView),
  meta: Meta,
});
export type AnswerView = Static<typeof AnswerView>;
