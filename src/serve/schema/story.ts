import { type Static, Type } from 'typebox';
import { ActorRef, MaybeText, Meta, Named, Nullable, Pair, Text, Told } from './common.js';
import { Figure, QuadClass, SourceName, Telling } from './event.js';

const story = {
  id: Text,
  text: Text,
  pair: Nullable(Pair),
  root: MaybeText,
  quad: QuadClass,
  modality: Text,
  dateStart: MaybeText,
  dateEnd: MaybeText,
  datePrecision: MaybeText,
  place: MaybeText,
  counts: Type.Object(
    { reports: Type.Number(), sources: Type.Number(), events: Type.Number() },
    { additionalProperties: false },
  ),
  disagreements: Type.Number(),
  first: Told,
};

export const StoryRow = Named('StoryRow', story, 'An act with how many reports and sources tell it.');
export type StoryRow = Static<typeof StoryRow>;

export const DisagreementView = Named('DisagreementView', {
  id: Text,
  about: Type.Union([
    Type.Literal('date'),
    Type.Literal('figure'),
    Type.Literal('actor'),
    Type.Literal('modality'),
  ]),
  story: MaybeText,
  text: Text,
  pair: Nullable(Pair),
  day: MaybeText,
  sides: Type.Array(
    Type.Object(
      { says: Text, by: Type.Array(SourceName), told: Type.Array(Told) },
      { additionalProperties: false },
    ),
  ),
  settled: MaybeText,
});
export type DisagreementView = Static<typeof DisagreementView>;

export const StoryView = Named('StoryView', {
  ...story,
  tellings: Type.Array(Telling),
  disputes: Type.Array(DisagreementView),
  leftOut: Type.Array(
    Type.Object(
      {
        told: Told,
        leftOutBy: Type.Object({ report: Text, outlet: MaybeText }, { additionalProperties: false }),
      },
      { additionalProperties: false },
    ),
  ),
  follows: Nullable(
    Type.Object({ plan: Nullable(StoryRow), deed: Nullable(StoryRow) }, { additionalProperties: false }),
  ),
  meta: Meta,
});
export type StoryView = Static<typeof StoryView>;

export const RegisterRow = Named('RegisterRow', {
  kind: Type.Union([Type.Literal('agreement'), Type.Literal('material'), Type.Literal('quotation')]),
  text: Text,
  parties: Type.Array(ActorRef),
  name: MaybeText,
  stage: MaybeText,
  materialKind: MaybeText,
  figures: Type.Array(Figure),
  speaker: MaybeText,
  quote: MaybeText,
  day: MaybeText,
  place: MaybeText,
  story: MaybeText,
  told: Type.Array(Told),
});
export type RegisterRow = Static<typeof RegisterRow>;
