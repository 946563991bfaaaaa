import { type Static, Type } from 'typebox';
import { MaybeText, Meta, Named, Span, Text } from './common.js';
import { EventView, SourceName } from './event.js';
import { RegisterRow } from './story.js';

export const ReportRow = Named('ReportRow', {
  id: Text,
  title: MaybeText,
  beginning: Type.String({ description: 'The first 120 characters of its text.' }),
  outlet: MaybeText,
  outletState: MaybeText,
  day: MaybeText,
  url: MaybeText,
  events: Type.Number(),
  status: Text,
});
export type ReportRow = Static<typeof ReportRow>;

export const Mark = Named('Mark', {
  start: Type.Integer(),
  end: Type.Integer(),
  kind: Type.Union([
    Type.Literal('actor'),
    Type.Literal('act'),
    Type.Literal('date'),
    Type.Literal('quotation'),
    Type.Literal('figure'),
    Type.Literal('evidence'),
    Type.Literal('source'),
  ]),
  event: Type.Array(Text, { description: 'Ids of the events it belongs to.' }),
  title: Type.String({ description: 'What it is, in a few words.' }),
});
export type Mark = Static<typeof Mark>;

export const Line = Named('Line', { text: Text, evidence: Type.Array(Span), events: Type.Array(Text) });
export type Line = Static<typeof Line>;

export const ReadingView = Named('ReadingView', {
  id: MaybeText,
  title: MaybeText,
  outlet: MaybeText,
  url: MaybeText,
  published: MaybeText,
  day: MaybeText,
  dayBasis: Text,
  text: Text,
  dir: Type.Union([Type.Literal('ltr'), Type.Literal('rtl')]),
  marks: Type.Array(Mark, { description: 'Sorted by start; they may overlap.' }),
  events: Type.Array(EventView),
  quotations: Type.Array(
    Type.Object(
      {
        kind: Text,
        text: Text,
        start: Type.Integer(),
        end: Type.Integer(),
        speaker: MaybeText,
        cue: MaybeText,
        chain: Type.Array(SourceName),
      },
      { additionalProperties: false },
    ),
  ),
  disagreements: Type.Array(
    Type.Object(
      {
        about: Text,
        sides: Type.Array(
          Type.Object(
            {
              says: Text,
              evidence: Type.Array(
                Type.Object(
                  { start: Type.Integer(), end: Type.Integer(), text: Text },
                  { additionalProperties: false },
                ),
              ),
            },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  ),
  chain: Type.Array(
    Type.Object({ names: Type.Array(SourceName), text: Text }, { additionalProperties: false }),
  ),
  brief: Type.Object(
    { question: MaybeText, answer: Line, synopsis: Type.Array(Line), takeaways: Type.Array(Line) },
    { additionalProperties: false },
  ),
  agreements: Type.Array(RegisterRow),
  material: Type.Array(RegisterRow),
  meta: Meta,
});
export type ReadingView = Static<typeof ReadingView>;

export const AddedView = Named('AddedView', {
  id: Text,
  as: Type.Union([
    Type.Literal('new'),
    Type.Literal('known'),
    Type.Literal('corrected'),
    Type.Literal('older'),
  ]),
  events: Type.Number(),
});
export type AddedView = Static<typeof AddedView>;

const about = {
  name: Type.Optional(Type.String({ maxLength: 500, description: 'Name of the outlet.' })),
  published: Type.Optional(
    Type.String({ maxLength: 40, description: 'ISO 8601 day or time of publication.' }),
  ),
};

/** Most characters of a report that is sent; the body limit of the server is set by it, too. */
export const MOST_TEXT = 1_000_000;

export const ReportText = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: MOST_TEXT })),
    html: Type.Optional(Type.String({ maxLength: MOST_TEXT })),
    ...about,
  },
  { additionalProperties: false, title: 'ReportText' },
);
export type ReportText = Static<typeof ReportText>;

export const ReportInput = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: MOST_TEXT })),
    html: Type.Optional(Type.String({ maxLength: MOST_TEXT })),
    url: Type.Optional(Type.String({ maxLength: 4000 })),
    ...about,
  },
  { additionalProperties: false, title: 'ReportInput' },
);
export type ReportInput = Static<typeof ReportInput>;
