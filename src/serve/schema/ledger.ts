import { type Static, Type } from 'typebox';
import { ActorRef, MaybeText, Meta, Named, Pair, Quads, Text } from './common.js';
import { DisagreementView, StoryRow } from './story.js';

const Count = Type.Number();

export const LedgerSummary = Named('LedgerSummary', {
  file: Text,
  engine: Text,
  schema: Count,
  reports: Count,
  events: Count,
  imported: Count,
  stories: Count,
  outlets: Count,
  dyads: Count,
  from: MaybeText,
  until: MaybeText,
  coders: Type.Array(Type.Object({ coder: Text, events: Count }, { additionalProperties: false })),
  writable: Type.Boolean(),
  needsToken: Type.Boolean(),
  mayFetch: Type.Boolean(),
  revision: Text,
});
export type LedgerSummary = Static<typeof LedgerSummary>;

export const Actors = Named('Actors', { items: Type.Array(ActorRef) });
export type Actors = Static<typeof Actors>;

export const DyadRow = Named('DyadRow', {
  pair: Pair,
  events: Count,
  acts: Count,
  reports: Count,
  quads: Quads,
  goldstein: Type.Number({ description: 'Mean Goldstein value of the events.' }),
  first: Text,
  last: Text,
});
export type DyadRow = Static<typeof DyadRow>;

const source = {
  id: Text,
  name: Text,
  state: MaybeText,
  ownership: MaybeText,
  reports: Count,
  events: Count,
  first: Type.Number({ description: 'Acts told here before anywhere else.' }),
  alone: Type.Number({ description: 'Acts told nowhere else.' }),
  differs: Type.Number({ description: 'Disagreements in which it stands on a side.' }),
  from: MaybeText,
  until: MaybeText,
};

export const SourceRow = Named('SourceRow', source);
export type SourceRow = Static<typeof SourceRow>;

export const SourceView = Named('SourceView', {
  ...source,
  dyads: Type.Array(DyadRow),
  firsts: Type.Array(StoryRow),
  alones: Type.Array(StoryRow),
  differences: Type.Array(DisagreementView),
  meta: Meta,
});
export type SourceView = Static<typeof SourceView>;

export const LedgerNews = Named(
  'LedgerNews',
  { revision: Text, reports: Count, events: Count },
  'What `/api/updates` sends as `event: ledger`.',
);
export type LedgerNews = Static<typeof LedgerNews>;
