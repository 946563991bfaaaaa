import { type Static, Type } from 'typebox';
import {
  Estimate,
  MaybeNumber,
  MaybeText,
  Meta,
  Named,
  Nullable,
  Pair,
  Quads,
  Rate,
  Text,
  Told,
} from './common.js';

export const Channel = Named(
  'Channel',
  { cooperation: Type.Number(), conflict: Type.Number(), balance: Estimate },
  'Words (quad classes 1 and 3) or deeds (2 and 4); the balance runs from -1 to 1.',
);
export type Channel = Static<typeof Channel>;

export const Point = Named('Point', {
  start: Text,
  end: Text,
  quads: Quads,
  ofFirst: Quads,
  acts: Type.Number(),
  goldstein: Type.Number(),
  index: Estimate,
  balanced: Nullable(Estimate),
  coverage: Type.Number(),
  corrected: Rate,
  flow: Estimate,
  words: Channel,
  deeds: Channel,
});
export type Point = Static<typeof Point>;

export const Regime = Named('Regime', {
  start: Text,
  end: Text,
  quads: Quads,
  acts: Type.Number(),
  rate: Rate,
  index: Estimate,
  words: Channel,
  deeds: Channel,
});
export type Regime = Static<typeof Regime>;

export const Shift = Named('Shift', {
  day: Text,
  earliest: Text,
  latest: Text,
  before: Regime,
  after: Regime,
  times: MaybeNumber,
  change: Type.Number(),
  falseAlarm: Type.Number(),
  towards: Type.Union([
    Type.Literal('cooperation'),
    Type.Literal('conflict'),
    Type.Literal('more'),
    Type.Literal('less'),
  ]),
  text: Text,
  told: Type.Array(Told, { description: 'Acts behind the shift, at most 5.' }),
});
export type Shift = Static<typeof Shift>;

const Side = Type.Object({ acts: Type.Number(), index: Estimate }, { additionalProperties: false });

export const Movement = Named('Movement', {
  pair: Pair,
  towards: Type.Union([
    Type.Literal('closer'),
    Type.Literal('apart'),
    Type.Literal('unchanged'),
    Type.Literal('unknown'),
  ]),
  chance: Nullable(Type.Number({ description: 'The chance that the direction is right.' })),
  now: Side,
  before: Side,
  why: Text,
});
export type Movement = Static<typeof Movement>;

export const Step = Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')]);
export type Step = Static<typeof Step>;

export const RelationView = Named('RelationView', {
  pair: Pair,
  since: Text,
  until: Text,
  step: Step,
  points: Type.Array(Point),
  whole: Regime,
  shifts: Type.Array(Shift),
  hint: Nullable(Shift),
  level: Type.Number(),
  unknown: MaybeText,
  volumeKnown: Type.Boolean(),
  counts: Type.Object(
    { events: Type.Number(), acts: Type.Number(), reports: Type.Number(), sources: Type.Number() },
    { additionalProperties: false },
  ),
  latest: Movement,
  meta: Meta,
});
export type RelationView = Static<typeof RelationView>;

export const WorldView = Named('WorldView', {
  month: Text,
  months: Type.Array(Text),
  before: Type.Tuple([Text, Text]),
  movements: Type.Array(Movement),
  counts: Type.Object(
    {
      closer: Type.Number(),
      apart: Type.Number(),
      unchanged: Type.Number(),
      unknown: Type.Number(),
    },
    { additionalProperties: false },
  ),
  meta: Meta,
});
export type WorldView = Static<typeof WorldView>;
