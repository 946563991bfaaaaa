import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ledger } from '../../src/index.js';
import * as contract from '../../src/serve/index.js';
import { folder, ledgerIn, REPORTS, server } from './fixture.js';

const there = folder();
let file: string;
let ask: Awaited<ReturnType<typeof server>>;
beforeAll(async () => {
  file = await ledgerIn(there.path);
  ask = await server({ ledger: file });
});
afterAll(async () => {
  await ask.app.close();
  there.remove();
});

const DAY = '2024-07-09';
const LEFT_OUT = 'Moscow criticised Poland on Thursday over a hurried decision of its young government.';
const [EXPELLED, RETOLD] = [REPORTS[0]![2], REPORTS[1]![2]];

/** Each view with an address that shows something of it, and its schema. */
const VIEWS: readonly (readonly [url: string, schema: TSchema])[] = [
  ['/api/ledger', contract.LedgerSummary],
  ['/api/actors?q=kenya', contract.Actors],
  ['/api/dyads', contract.Page(contract.DyadRow)],
  ['/api/relations/USA/CHN', contract.RelationView],
  ['/api/relations/USA/CHN?step=week&since=2024-02-01&until=2024-08-01&level=0.5', contract.RelationView],
  ['/api/world?month=2024-07', contract.WorldView],
  ['/api/events', contract.Page(contract.EventView)],
  ['/api/stories', contract.Page(contract.StoryRow)],
  ['/api/disagreements', contract.Page(contract.DisagreementView)],
  ['/api/registers/agreements', contract.Page(contract.RegisterRow)],
  ['/api/registers/material', contract.Page(contract.RegisterRow)],
  ['/api/registers/quotations', contract.Page(contract.RegisterRow)],
  ['/api/reports', contract.Page(contract.ReportRow)],
  ['/api/sources', contract.Page(contract.SourceRow)],
  ['/api/sources/Sample%20Wire', contract.SourceView],
  [`/api/ask?q=Are+the+United+States+and+China+getting+closer%3F&at=${DAY}`, contract.AnswerView],
];

interface Rows {
  readonly items: readonly Record<string, unknown>[];
  readonly total: number;
  readonly next: string | null;
  readonly meta: contract.Meta;
}

describe('every view', () => {
  it.each(VIEWS)('%s is as the contract says', async (url, schema) => {
    const answer = await ask.get(url);
    expect([...Value.Errors(schema, answer)]).toEqual([]);
  });

  it.each(VIEWS)('%s is not made again for whoever has it', async (url) => {
    const { headers } = await ask.app.inject({ url });
    const again = await ask.app.inject({ url, headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('names statements that anybody can run on the ledger’s own file', async () => {
    const ledger = await Ledger.open(file, { readOnly: true });
    for (const [url] of VIEWS) {
      const answer = await ask.get<Rows>(url);
      if (!answer.meta) continue;
      const statements = answer.meta.sql.split(/;\n?/).filter((sql) => sql.trim() !== '');
      expect(statements.length).toBeGreaterThan(0);
      const found: number[] = [];
      for (const sql of statements) found.push((await ledger.database.all(sql)).length);
      if (answer.items) expect([url, found]).toEqual([url, [answer.items.length]]);
    }
    ledger.close();
  });

  it('says how it is cited', async () => {
    const { meta } = await ask.get<Rows>('/api/dyads');
    expect(meta.citation).toMatch(/^Rapport \d.*, ledger small\.duckdb, dyads, read \d{4}-\d{2}-\d{2}\.$/);
  });
});

describe('the ledger', () => {
  it('is summed up', async () => {
    const summary = await ask.get<contract.LedgerSummary>('/api/ledger');
    expect(summary).toMatchObject({
      reports: 5,
      imported: 32,
      outlets: 2,
      dyads: 4,
      from: '2024-01-03',
      until: '2024-07-08',
    });
    expect(summary).toMatchObject({ writable: true, needsToken: false, mayFetch: true });
    expect(summary.coders[0]).toEqual({ coder: expect.any(String), events: 32 });
  });

  it('gives dyads by how much is reported, acts apart from events and reports', async () => {
    const { items } = await ask.get<{ items: contract.DyadRow[] }>('/api/dyads');
    const of = (a: string, b: string) => items.find(({ pair }) => pair[0].code === a && pair[1].code === b)!;
    expect(items[0]!.pair.map((one) => one.code)).toEqual(['CHN', 'USA']);
    expect(of('CHN', 'USA')).toMatchObject({ events: 32, acts: 32, reports: 0, quads: [8, 0, 24, 0] });
    // Two reports tell of one expulsion, and one of a word against it: three events, two acts, two reports.
    expect(of('POL', 'RUS')).toMatchObject({ events: 3, acts: 2, reports: 2, quads: [0, 0, 1, 1] });
    expect(of('ISR', 'LBN')).toMatchObject({ events: 2, acts: 1, reports: 2, quads: [0, 0, 0, 1] });
  });

  it('knows actors by code, name and the beginning of a name, its own first', async () => {
    const codes = async (q: string) =>
      (await ask.get<contract.Actors>(`/api/actors?q=${encodeURIComponent(q)}`)).items.map((one) => one.code);
    expect((await codes('pol'))[0]).toBe('POL');
    expect(await codes('Kenya')).toEqual(['KEN']);
    expect((await codes('united'))[0]).toBe('USA');
    expect(await codes('the Kremlin')).toEqual(['RUS']);
    expect(await codes('Atlantis')).toEqual([]);
  });

  it('answers a question with its relation', async () => {
    const view = await ask.get<contract.AnswerView>(VIEWS.at(-1)![0]);
    expect(view.asked.actors.map((one) => one.code)).toEqual(['USA', 'CHN']);
    expect(view.known).toBe(true);
    expect(view.relation?.counts).toMatchObject({ events: 32, acts: 32, reports: 0 });
  });
});

describe('events', () => {
  interface Events {
    items: contract.EventView[];
    total: number;
    next: string | null;
  }

  it('come with the sentence that tells them, and the evidence marked in it', async () => {
    const { items, total } = await ask.get<Events>('/api/events?between=Poland,RUS&quad=4');
    expect(total).toBe(2);
    const told = items.find((one) => one.told.outlet === 'Sample Wire')!.told;
    const { text, start, end } = told.sentence!;
    expect(EXPELLED.slice(start, end)).toBe(text);
    const [mark] = told.marks;
    expect(text.slice(mark!.start, mark!.end)).toContain('Poland expelled two Russian diplomats');
  });

  it('have neither sentence nor report where others coded them', async () => {
    const { items } = await ask.get<Events>('/api/events?between=CHN,USA&limit=1');
    expect(items[0]).toMatchObject({
      dateStart: '2024-07-08',
      quad: 1,
      text: 'China met or talked with United States',
    });
    expect(items[0]!.told).toMatchObject({ report: null, sentence: null, marks: [] });
  });

  it('are paged without gap or repetition', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await ask.get<Events>(`/api/events?between=CHN,USA&limit=5&cursor=${cursor}`);
      expect(page.total).toBe(32);
      seen.push(...page.items.map((one) => one.id));
      cursor = page.next ?? '';
    } while (cursor);
    expect(seen).toHaveLength(32);
    expect(new Set(seen).size).toBe(32);
  });

  it('are chosen by day, root, modality, words, report, story and ids', async () => {
    const total = async (query: string) => (await ask.get<Events>(`/api/events?${query}`)).total;
    expect(await total('between=CHN,USA&from=2024-02-01&until=2024-03-31')).toBe(8);
    expect(await total('between=CHN&root=CONSULT')).toBe(8);
    expect(await total('between=POL&modality=planned')).toBe(0);
    expect(await total('between=POL,RUS&counted=true')).toBe(3);
    expect(await total('words=NINE%20russian')).toBe(1);
    const { items } = await ask.get<Events>('/api/events?words=nine');
    const [one] = items;
    expect(await total(`report=${one!.told.report}`)).toBe(2);
    expect(await total(`story=${one!.story}`)).toBe(2);
    expect(await total(`ids=${one!.id},none`)).toBe(1);
  });

  it('behind a shift are those of its first weeks', async () => {
    const relation = await ask.get<contract.RelationView>('/api/relations/USA/CHN');
    const shift = relation.shifts[0] ?? relation.hint!;
    const { items } = await ask.get<Events>(`/api/events?between=USA,CHN&shift=${shift.day}`);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((one) => one.dateStart! >= '2024-06-24')).toBe(true);
    expect((await ask.get<Events>('/api/events?between=USA,CHN&shift=2024-02-02')).total).toBe(0);
  });
});

describe('stories', () => {
  it('tell an act once, with who told it first and what is told otherwise', async () => {
    const { items } = await ask.get<{ items: contract.StoryRow[] }>(
      '/api/stories?between=POL,RUS&root=SANCTION',
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      counts: { reports: 2, sources: 2, events: 2 },
      quad: 4,
      dateStart: '2024-03-05',
    });
    expect(items[0]!.first.outlet).toBe('Sample Wire');
    const story = await ask.get<contract.StoryView>(`/api/stories/${items[0]!.id}`);
    expect([...Value.Errors(contract.StoryView, story)]).toEqual([]);
    expect(story.tellings.map((one) => one.told.outlet)).toEqual(['Sample Wire', 'Sample Courier']);
    const left = story.leftOut.map(({ told }) => told.sentence!.text);
    expect(left).toContain(LEFT_OUT);
  });

  it('come by time or by reports, and by the words of a telling', async () => {
    const ids = async (query: string) =>
      (await ask.get<{ items: contract.StoryRow[] }>(`/api/stories?${query}`)).items;
    const days = (await ids('order=time')).map((one) => one.dateStart);
    expect(days).toEqual([...days].sort().reverse());
    expect((await ids('order=reports')).map((one) => one.counts.reports).slice(0, 3)).toEqual([2, 2, 1]);
    expect((await ids('q=NINE')).map((one) => one.root)).toEqual(['SANCTION']);
  });

  it('disagree with the words of each side', async () => {
    const { items } = await ask.get<{ items: contract.DisagreementView[] }>(
      '/api/disagreements?between=ISR,LBN',
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ about: 'figure', day: '2024-04-02', settled: null });
    expect(items[0]!.sides.map(({ says, by }) => [says, by[0]!.text])).toEqual([
      ['12 soldiers', 'Sample Wire'],
      ['20 soldiers', 'Sample Courier'],
    ]);
  });

  it('fill the registers', async () => {
    const rows = async (name: string) =>
      (await ask.get<{ items: contract.RegisterRow[] }>(`/api/registers/${name}`)).items;
    expect(await rows('agreements')).toMatchObject([
      { name: 'trade agreement', stage: 'signed', day: '2024-03-08' },
    ]);
    expect((await rows('quotations')).map((one) => one.quote)).toEqual(['We have a future together']);
    const [sanction] = (await rows('material')).filter((one) => one.materialKind === 'sanctions');
    expect(sanction!.figures.map((figure) => figure.value).sort()).toEqual([2, 9]);
  });
});

describe('reports and sources', () => {
  it('are found by words, outlet and day', async () => {
    const total = async (query: string) => (await ask.get<Rows>(`/api/reports?${query}`)).total;
    expect(await total('')).toBe(5);
    expect(await total('q=HOME')).toBe(1);
    expect(await total('outlet=Sample%20Courier')).toBe(2);
    expect(await total('from=2024-04-01&until=2024-04-02')).toBe(1);
  });

  it('show what was found, at its characters, with the ids of the ledger', async () => {
    const { items } = await ask.get<{ items: contract.ReportRow[] }>('/api/reports?q=home');
    const view = await ask.get<contract.ReadingView>(`/api/reports/${items[0]!.id}`);
    expect([...Value.Errors(contract.ReadingView, view)]).toEqual([]);
    expect(view).toMatchObject({ text: RETOLD, outlet: 'Sample Courier', day: '2024-03-07', dir: 'ltr' });
    const marked = (kind: string) =>
      view.marks.filter((mark) => mark.kind === kind).map(({ start, end }) => RETOLD.slice(start, end));
    expect(marked('act')).toEqual(['expelled', 'criticised']);
    expect(marked('figure')).toEqual(['nine Russian diplomats']);
    expect(view.events.map((one) => one.id)).toEqual([`${view.id}-1`, `${view.id}-2`]);
    const ids = new Set(view.events.map((one) => one.id));
    expect(view.marks.flatMap((mark) => mark.event).every((id) => ids.has(id))).toBe(true);
  });

  it('tell who was first, who alone, who differs', async () => {
    const { items } = await ask.get<{ items: contract.SourceRow[] }>('/api/sources');
    const of = (name: string) => items.find((one) => one.name === name)!;
    // The expulsion and the strike were both in Sample Wire a day or more before; talks and agreement only there.
    expect(of('Sample Wire')).toMatchObject({ reports: 3, events: 4, first: 2, alone: 2, differs: 1 });
    expect(of('Sample Courier')).toMatchObject({ reports: 2, events: 3, first: 0, alone: 1, differs: 1 });
    const view = await ask.get<contract.SourceView>('/api/sources/Sample%20Wire');
    expect([view.firsts.length, view.alones.length, view.differences.length]).toEqual([2, 2, 1]);
  });
});

describe('relations', () => {
  it('count by week or month, and say where they moved last', async () => {
    const view = await ask.get<contract.RelationView>('/api/relations/Kenya/ETH');
    expect(view.pair.map((one) => one.name)).toEqual(['Kenya', 'Ethiopia']);
    const usa = await ask.get<contract.RelationView>('/api/relations/USA/CHN');
    expect(usa.points.map((point) => point.quads)).toEqual([...Array(6).fill([0, 0, 4, 0]), [8, 0, 0, 0]]);
    expect(usa.latest).toMatchObject({ towards: 'closer', now: { acts: 8 }, before: { acts: 24 } });
  });

  it('have a point a week where days would be too many to draw, and say so; as a table each day', async () => {
    const time = 'since=2012-01-01&until=2024-07-31&step=day';
    const view = await ask.get<contract.RelationView>(`/api/relations/USA/CHN?${time}`);
    expect(view.step).toBe('week');
    expect(view.points.length).toBeLessThan(700);
    const short = await ask.get<contract.RelationView>('/api/relations/USA/CHN?since=2024-01-01&step=day');
    expect(short.step).toBe('day');
    const table = await ask.app.inject(`/api/relations/USA/CHN?${time}&format=csv`);
    // The header, and the days from the first of 2012 to the last of July 2024.
    expect(table.body.trim().split('\n')).toHaveLength(1 + 4596);
  });

  it('show the world by month', async () => {
    const world = await ask.get<contract.WorldView>('/api/world');
    expect(world).toMatchObject({ month: '2024-07', before: ['2024-01-01', '2024-06-30'] });
    expect(world.months).toEqual(['01', '02', '03', '04', '05', '06', '07'].map((month) => `2024-${month}`));
    expect(world.counts).toMatchObject({ closer: 1, apart: 0 });
    expect(world.movements[0]!.pair.map((one) => one.code)).toEqual(['CHN', 'USA']);
  });
});

describe('tables', () => {
  const csv = async (url: string) => (await ask.app.inject({ url })).body.trim().split('\n');

  it('have all rows under plain names', async () => {
    const lines = await csv('/api/events?between=CHN,USA&format=csv');
    expect(lines).toHaveLength(33);
    expect(lines[0]).toMatch(/^id,actors,recipients,root,quad,/);
    expect(lines[1]).toContain(',CHN,USA,CONSULT,1,040,');
    expect((await csv('/api/dyads?format=csv'))[1]).toMatch(
      /^CHN,China,state,USA,United States,state,32,32,0,8,0,24,0,/,
    );
    expect(await csv('/api/relations/USA/CHN?format=csv')).toHaveLength(8);
    expect((await csv('/api/world?format=csv'))[0]).toContain('towards,chance,now_acts,now_index_value');
  });
});

describe('the document', () => {
  it('describes every route, each schema once, without a tuple of the old kind', async () => {
    const document = await ask.get<{ openapi: string; paths: object; components: { schemas: object } }>(
      '/api/openapi.json',
    );
    expect(document.openapi).toBe('3.1.0');
    const paths = VIEWS.map(([url]) =>
      url
        .split('?')[0]!
        .replace(/sources\/.*/, 'sources/{id}')
        .replace('USA/CHN', '{a}/{b}')
        .replace(/registers\/.*/, 'registers/{register}'),
    );
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([...new Set(paths), '/api/read', '/api/updates']),
    );
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Told', 'RelationView', 'Problem', 'StoryRowPage']),
    );
    expect(JSON.stringify(document)).not.toContain('additionalItems');
  });

  it('is rendered by files of ours alone', async () => {
    const page = await ask.app.inject({ url: '/api/docs/' });
    expect(page.statusCode).toBe(200);
    expect(page.body.match(/(?:src|href)="(?!\.\/static\/)[^"]*"/g)).toBeNull();
  });
});
