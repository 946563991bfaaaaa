import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/index.js';
import { storyText } from '../../src/write/index.js';
import { reading } from './reading.js';

const report = (place: string, day: string, text: string, outlet: string) =>
  reading(`${place}, ${day}, 2024 (${outlet}) - ${text}\n`, { outlet });

const FIRST = report(
  'BEIRUT',
  'April 9',
  'Israel bombed a warehouse in Tyre in Lebanon on Tuesday, killing four people.',
  'Harbour Post',
);
const REVISED = report(
  'TYRE',
  'April 10',
  'Israel bombed a warehouse in Tyre in Lebanon on Tuesday and killed seven people.',
  'Eastern Gazette',
);
const OTHER_DAY = report(
  'TYRE',
  'April 13',
  'Israel bombed a bridge near Sidon in Lebanon on Friday, killing one person.',
  'Eastern Gazette',
);
const DENIED = report(
  'JERUSALEM',
  'April 10',
  'Israel did not bomb a warehouse in Tyre in Lebanon on Tuesday.',
  'Plain Record',
);
const COPY = reading(
  FIRST.report.text.replace('\n', ' Nobody spoke for the army of Israel that evening.\n'),
  {
    outlet: 'Capital Herald',
  },
);
const all = [FIRST, REVISED, OTHER_DAY, DENIED, COPY];

const TABLES = [
  'stories',
  'story_events',
  'story_plans',
  'tellings',
  'story_keys',
  'copies',
  'disputes',
  'agreements',
  'material_acts',
];

async function contents(ledger: Ledger): Promise<unknown> {
  const out: Record<string, unknown> = {};
  for (const table of TABLES) out[table] = await ledger.database.all(`SELECT * FROM ${table} ORDER BY ALL`);
  return out;
}

async function ledgerOf(portions: (typeof FIRST)[][]): Promise<Ledger> {
  const ledger = await Ledger.open(':memory:');
  for (const portion of portions) await ledger.add(portion);
  return ledger;
}

describe('stories in a ledger', { timeout: 180_000 }, () => {
  it('join the tellings of one strike, with reports and sources counted apart', async () => {
    const ledger = await ledgerOf([all]);
    const stories = await ledger.database.all(
      'SELECT root, date_start::VARCHAR AS day, events, reports, sources FROM stories ORDER BY day',
    );
    expect(stories).toEqual([
      { root: 'ASSAULT', day: '2024-04-09', events: 4, reports: 4, sources: 3 },
      { root: 'ASSAULT', day: '2024-04-12', events: 1, reports: 1, sources: 1 },
    ]);
    ledger.close();
  });

  it('say where the reports disagree', async () => {
    const ledger = await ledgerOf([all]);
    const disputes = await ledger.database.all<{ about: string; says: string[] }>(
      'SELECT about, list_transform(sides, lambda s: s.says) AS says FROM disputes ORDER BY about',
    );
    expect(disputes).toEqual([
      { about: 'figure', says: ['4 people', '7 people'] },
      { about: 'modality', says: ['denied', 'happened'] },
    ]);
    ledger.close();
  });

  it('are the same in whatever order and portions the reports come', async () => {
    const whole = await ledgerOf([all]);
    const turned = await ledgerOf([...all].reverse().map((one) => [one]));
    const mixed = await ledgerOf([[DENIED, COPY], [OTHER_DAY], [FIRST, REVISED]]);
    const expected = await contents(whole);
    expect(await contents(turned)).toEqual(expected);
    expect(await contents(mixed)).toEqual(expected);
    for (const ledger of [whole, turned, mixed]) ledger.close();
  });

  it('make two governments’ accounts of one telephone call one act, and show what each leaves out', async () => {
    const kremlin = reading(
      'Vladimir Putin had a telephone conversation with President of the United States Joseph Biden.\n\nThe presidents discussed the delivery of relief goods to Syria. Vladimir Putin invited his colleague to the anniversary of the museum in Pskov.\n',
      {
        outlet: 'President of Russia',
        published: '2021-07-10',
        title: 'Telephone conversation with President of the United States Joseph Biden',
      },
    );
    const house = reading(
      'President Joseph R. Biden, Jr. spoke today with President Vladimir Putin of Russia. They discussed relief goods for Syria and their delivery. The President pressed for action against gangs that hold hospitals to ransom.\n',
      {
        outlet: 'The White House',
        published: '2021-07-09',
        title: 'Readout of President Joseph R. Biden, Jr. Call with President Vladimir Putin of Russia',
      },
    );
    const ledger = await ledgerOf([[kremlin], [house]]);
    const [call, ...others] = await ledger.stories({
      between: ['RUS', 'USA'],
      roots: ['CONSULT'],
      reports: 2,
    });
    expect(others).toEqual([]);
    expect(call).toMatchObject({ date_start: '2021-07-09', acts: 1, sources: 2, reports: 2 });
    const leftOut = await ledger.leftOut([call!.id]);
    const told = leftOut.map((one) => [
      one.told.outlet,
      one.left_out_by.outlet,
      one.sentences.map((sentence) => sentence.text),
    ]);
    expect(told).toEqual([
      [
        'The White House',
        'President of Russia',
        ['The President pressed for action against gangs that hold hospitals to ransom.'],
      ],
      [
        'President of Russia',
        'The White House',
        ['Vladimir Putin invited his colleague to the anniversary of the museum in Pskov.'],
      ],
    ]);
    const [{ start, end, text }] = leftOut[0]!.sentences as [{ start: number; end: number; text: string }];
    expect(house.report.text.slice(start, end)).toBe(text);
    const page = storyText(call!, { width: 200, colour: false, reasons: false }, leftOut);
    expect(page).toContain('1 act · 2 independent sources · 2 reports');
    expect(page).toContain(
      'The White House tells, and President of Russia leaves out:\n    – The President pressed',
    );
    ledger.close();
  });

  it('keep apart the calls of one president with two others on one day', async () => {
    const call = (other: string, of: string) =>
      reading(
        `Vladimir Putin had a telephone conversation with President of ${of} ${other}.\n\nBilateral trade was discussed.\n`,
        { outlet: 'President of Russia', published: '2022-02-21' },
      );
    const ledger = await ledgerOf([
      [call('Emmanuel Macron', 'France'), call('Recep Tayyip Erdogan', 'Turkey')],
    ]);
    expect(await ledger.stories({ roots: ['CONSULT'], reports: 2 })).toEqual([]);
    ledger.close();
  });

  it('come to a ledger of the first schema when it is opened for writing, from what it holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapport-stories-'));
    const path = join(folder, 'old.duckdb');
    const old = await Ledger.open(path);
    await old.add(all);
    const expected = await contents(old);
    // The tables as version 1 had them: stories without a row, and nothing that joining needs.
    for (const table of [...TABLES, 'prints', 'volumes']) await old.database.run(`DROP TABLE ${table}`);
    await old.database.run('CREATE TABLE stories (id VARCHAR PRIMARY KEY)');
    await old.database.run(
      'CREATE TABLE story_events (story VARCHAR NOT NULL, event VARCHAR NOT NULL, score DOUBLE, reasons VARCHAR[])',
    );
    await old.database.run(`DELETE FROM meta WHERE key = 'stories'`);
    await old.database.run(`UPDATE meta SET value = '1' WHERE key = 'schema'`);
    old.close();
    const opened = await Ledger.open(path);
    expect(await contents(opened)).toEqual(expected);
    opened.close();
    rmSync(folder, { recursive: true });
  });

  it('forget what a corrected report no longer says', async () => {
    const url = 'https://gazette.example/tyre';
    const wrong = reading(REVISED.report.text, { outlet: 'Eastern Gazette', url, published: '2024-04-10' });
    const right = reading(REVISED.report.text.replace('seven', 'nine'), {
      outlet: 'Eastern Gazette',
      url,
      published: '2024-04-11',
    });
    const corrected = await ledgerOf([[FIRST], [wrong], [DENIED], [right]]);
    const straight = await ledgerOf([[FIRST, DENIED, right]]);
    expect(await contents(corrected)).toEqual(await contents(straight));
    for (const ledger of [corrected, straight]) ledger.close();
  });
});
