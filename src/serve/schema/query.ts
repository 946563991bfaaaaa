import { type Static, Type } from 'typebox';

const Day = Type.String({ format: 'date', description: 'A day, YYYY-MM-DD.' });
const Words = (description: string) => Type.Optional(Type.String({ maxLength: 200, description }));
const Format = Type.Optional(
  Type.Union([Type.Literal('json'), Type.Literal('csv')], {
    description: '`csv` gives the rows as a table: of lists all up to 100,000, without a cursor.',
  }),
);

const paging = {
  cursor: Type.Optional(Type.String({ maxLength: 600, description: '`next` of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Rows of a page; 50.' })),
  format: Format,
};
const period = { from: Type.Optional(Day), until: Type.Optional(Day) };
const sides = {
  between: Words('One or two actors with a comma between, each a code (PRK) or a name.'),
  ...period,
};

export const ById = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });
export const ByPair = Type.Object({
  a: Type.String({ maxLength: 100, description: 'An actor: a code (PRK) or a name.' }),
  b: Type.String({ maxLength: 100 }),
});
export const ByRegister = Type.Object({
  register: Type.Union([Type.Literal('agreements'), Type.Literal('material'), Type.Literal('quotations')]),
});

export const ListQuery = Type.Object(paging);
export type ListQuery = Static<typeof ListQuery>;

export const SidesQuery = Type.Object({ ...paging, ...sides });
export type SidesQuery = Static<typeof SidesQuery>;

export const EventsQuery = Type.Object({
  ...paging,
  ...sides,
  quad: Type.Optional(
    Type.String({ pattern: '^[1-4](,[1-4])*$', description: 'Quad classes with commas between.' }),
  ),
  root: Words('PLOVER roots with commas between.'),
  modality: Words('Modalities with commas between: done, ongoing, planned, …'),
  counted: Type.Optional(
    Type.Boolean({
      description:
        'Only what the series of a relation count: what happened, told as news, dated to a month or closer.',
    }),
  ),
  words: Words('Text that the evidence holds, in large or small letters.'),
  ids: Type.Optional(Type.String({ maxLength: 8000, description: 'Ids of events with commas between.' })),
  report: Words('Id of the report that tells them.'),
  story: Words('Id of the story they belong to.'),
  shift: Type.Optional(
    Type.String({
      format: 'date',
      description:
        'Day of a shift in the relation of the two actors of `between`, looked for from `from` until `until`: the acts behind it.',
    }),
  ),
});
export type EventsQuery = Static<typeof EventsQuery>;

export const StoriesQuery = Type.Object({
  ...paging,
  ...sides,
  root: Words('PLOVER roots with commas between.'),
  q: Words('Text that the evidence of a telling holds.'),
  order: Type.Optional(Type.Union([Type.Literal('time'), Type.Literal('reports')])),
});
export type StoriesQuery = Static<typeof StoriesQuery>;

export const ReportsQuery = Type.Object({
  ...paging,
  ...period,
  q: Words('Text that the title or the report holds.'),
  outlet: Words('Id of a source, or its name.'),
});
export type ReportsQuery = Static<typeof ReportsQuery>;

export const RelationQuery = Type.Object({
  since: Type.Optional(Day),
  until: Type.Optional(Day),
  step: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')])),
  level: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      exclusiveMaximum: 1,
      description: 'False-alarm rate up to which a shift is told; 0.05.',
    }),
  ),
  format: Format,
});

export const WorldQuery = Type.Object({
  month: Type.Optional(
    Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'The last of the ledger when absent.' }),
  ),
  format: Format,
});

export const AskQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 500, description: 'A question about two actors.' }),
  at: Type.Optional(Day),
});

export const ActorsQuery = Type.Object({
  q: Words('Beginning of a code or a name.'),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'At most so many; 20.' })),
});
