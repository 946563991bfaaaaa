import { type Static, Type } from 'typebox';
import { MaybeNumber, MaybeText, Named, Nullable, Text, Told } from './common.js';

export const Party = Named('Party', {
  code: MaybeText,
  name: MaybeText,
  text: MaybeText,
  sectors: Type.Array(Text),
  start: MaybeNumber,
  end: MaybeNumber,
});
export type Party = Static<typeof Party>;

export const Figure = Named('Figure', {
  value: Type.Number(),
  low: Type.Number(),
  high: MaybeNumber,
  unit: Text,
  kind: Text,
  text: Text,
});
export type Figure = Static<typeof Figure>;

export const SourceName = Named('SourceName', { text: Text, code: MaybeText, name: MaybeText });
export type SourceName = Static<typeof SourceName>;

export const QuadClass = Nullable(
  Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4)]),
);

const fields = {
  id: Text,
  actors: Type.Array(Party),
  recipients: Type.Array(Party),
  root: MaybeText,
  quad: QuadClass,
  cameo: MaybeText,
  goldstein: MaybeNumber,
  modes: Type.Array(Text),
  contexts: Type.Array(Text),
  modality: Text,
  background: Type.Boolean(),
  dateStart: MaybeText,
  dateEnd: MaybeText,
  datePrecision: MaybeText,
  dateBasis: Text,
  reported: MaybeText,
  place: MaybeText,
  figures: Type.Array(Figure),
  claimedBy: Nullable(SourceName),
  chain: Type.Array(SourceName),
  confidence: MaybeNumber,
  coder: Text,
  story: MaybeText,
  text: Type.String({ description: 'The event in words: "Russia gave aid to North Korea".' }),
  told: Told,
};

export const EventView = Named('EventView', fields, 'What one report, or one row of a file, says.');
export type EventView = Static<typeof EventView>;

export const Telling = Named(
  'Telling',
  { ...fields, score: MaybeNumber, reasons: Type.Array(Text), copyOf: MaybeText },
  'An event as a telling of a story: why it was joined, and whose text its report copies.',
);
export type Telling = Static<typeof Telling>;
