import { type Static, type TSchema, Type } from 'typebox';

/** A value that may be unknown: what is not known is null, never left out. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Text = Type.String();
export const MaybeText = Nullable(Type.String());
export const MaybeNumber = Nullable(Type.Number());

/** An object of the contract: exactly these fields, under a name that the OpenAPI document gives it. */
export const Named = <P extends Record<string, TSchema>>(title: string, fields: P, description?: string) =>
  Type.Object(fields, { title, additionalProperties: false, ...(description ? { description } : {}) });

export const Meta = Named('Meta', {
  sql: Type.String({ description: 'The statements that make these numbers, runnable in DuckDB.' }),
  citation: Type.String({ description: 'How to cite this view.' }),
  revision: Type.String({ description: 'Changes when the ledger changes; part of the ETag.' }),
});
export type Meta = Static<typeof Meta>;

/** One page of rows: `next` is the cursor of the following one. */
export const Page = <T extends TSchema>(item: T & { readonly title?: string }) =>
  Named(`${item.title}Page`, {
    items: Type.Array(item),
    total: Nullable(Type.Integer()),
    next: MaybeText,
    meta: Meta,
  });
export interface Page<T> {
  items: T[];
  total: number | null;
  next: string | null;
  meta: Meta;
}

export const Problem = Named('Problem', {
  code: Type.String({ description: 'Stable; docs/server.md lists them.' }),
  message: Text,
  field: Type.Optional(Type.String({ description: 'The parameter or field that is wrong.' })),
});
export type Problem = Static<typeof Problem>;

export const ActorRef = Named('ActorRef', {
  code: Type.String({ description: 'ISO 3166 alpha-3, or a top level code of PLOVER.' }),
  name: Text,
  kind: MaybeText,
});
export type ActorRef = Static<typeof ActorRef>;

export const Pair = Type.Tuple([ActorRef, ActorRef]);
export type Pair = [ActorRef, ActorRef];

export const Quads = Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()], {
  description: 'Verbal cooperation, material cooperation, verbal conflict, material conflict.',
});
export type Quads = [number, number, number, number];

export const Estimate = Named(
  'Estimate',
  { value: Type.Number(), low: Type.Number(), high: Type.Number() },
  'A figure with the bounds of its central 90 % interval.',
);
export type Estimate = Static<typeof Estimate>;

export const Rate = Named(
  'Rate',
  { value: Type.Number(), low: Type.Number(), high: MaybeNumber },
  'An estimate that has no upper bound (null) where nothing at all was reported.',
);
export type Rate = Static<typeof Rate>;

export const Span = Named('Span', { start: Type.Integer(), end: Type.Integer() });
export type Span = Static<typeof Span>;

export const Told = Named(
  'Told',
  {
    event: Text,
    report: MaybeText,
    outlet: MaybeText,
    outletState: MaybeText,
    reported: MaybeText,
    title: MaybeText,
    sentence: Nullable(
      Type.Object(
        { text: Text, start: Type.Integer(), end: Type.Integer() },
        { additionalProperties: false },
      ),
    ),
    marks: Type.Array(
      Type.Object(
        { start: Type.Integer(), end: Type.Integer(), kind: Type.Literal('evidence') },
        { additionalProperties: false },
      ),
    ),
    url: MaybeText,
  },
  'A report that tells an event: the sentence with its offsets into the text of the report, the evidence marked within it.',
);
export type Told = Static<typeof Told>;
