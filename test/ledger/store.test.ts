import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Ledger, type StoredEvent, type StoredReport } from '../../src/index.js';
import { EXPELLED, reading, TALKS } from './reading.js';

const folder = mkdtempSync(join(tmpdir(), 'rapport-ledger-'));
let files = 0;
const file = (): string => join(folder, `${++files}.duckdb`);

const open: Ledger[] = [];
async function ledger(path = ':memory:'): Promise<Ledger> {
  const one = await Ledger.open(path);
  open.push(one);
  return one;
}
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
const eventsOf = (one: Ledger): Promise<StoredEvent[]> => all(one.events());
const reportsOf = (one: Ledger): Promise<StoredReport[]> => all(one.reports());

describe('the store', () => {
  it('keeps an event with its codes, its date and the characters that say so', async () => {
    const store = await ledger();
    const [added] = await store.add([reading(EXPELLED)], 'rapport 0.1.0');
    expect(added).toMatchObject({ as: 'new', events: 1 });
    const [event] = await eventsOf(store);
    expect(event).toMatchObject({
      id: `${added!.id}-1`,
      report: added!.id,
      coder: 'rapport 0.1.0',
      root: 'SANCTION',
      quad: 4,
      modes: ['expel'],
      modality: 'done',
      date_start: '2024-03-05',
      date_end: '2024-03-05',
      date_precision: 'day',
      reported: '2024-03-05',
    });
    expect(event!.cameo).toMatch(/^16/);
    expect(event!.actors.map((a) => a.code)).toEqual(['POL']);
    expect(event!.recipients.map((a) => a.code)).toEqual(['RUS']);
    const { start, end, text } = event!.evidence[0]!;
    expect(EXPELLED.slice(start, end)).toBe(text);
    expect(text).toContain('expelled');
  });

  it('gives an act of both sides a row in each direction', async () => {
    const store = await ledger();
    await store.add([reading(TALKS), reading(EXPELLED)]);
    const days = await store.dailyCounts('KEN', 'ETH');
    expect(days.map((d) => [d.day, d.source, d.target, d.events])).toEqual([
      ['2024-03-07', 'ETH', 'KEN', [1, 0, 0, 0]],
      ['2024-03-07', 'KEN', 'ETH', [1, 0, 0, 0]],
    ]);
    expect(await store.dailyCounts('RUS', 'POL')).toMatchObject([
      { source: 'POL', target: 'RUS', events: [0, 0, 0, 1], acts: [0, 0, 0, 1] },
    ]);
    expect(await store.volume()).toEqual([
      { day: '2024-03-05', events: 1, quads: [0, 0, 0, 1] },
      { day: '2024-03-07', events: 2, quads: [2, 0, 0, 0] },
    ]);
  });

  it('gives the same volume counted beforehand and counted when it is asked for, also after a correction', async () => {
    const store = await ledger();
    const url = 'https://wire.example/1';
    await store.add([reading(TALKS), reading(EXPELLED, { url })]);
    const asked = await store.volume({ modalities: ['done'], background: false });
    await store.tidy();
    expect(await store.database.all('FROM volumes')).not.toEqual([]);
    expect(await store.volume({ modalities: ['done'], background: false })).toEqual(asked);
    expect(await store.volume({ from: '2024-03-06' })).toEqual([
      { day: '2024-03-07', events: 2, quads: [2, 0, 0, 0] },
    ]);
    // A corrected version without the act takes it out, of the volume too.
    await store.add([reading(EXPELLED.replace('expelled', 'counted'), { url })]);
    expect((await store.volume()).map(({ day }) => day)).toEqual(['2024-03-07']);
  });

  it('recognises the same report, whatever its white space, and counts syndicated ones apart', async () => {
    const store = await ledger();
    await store.add([reading(EXPELLED, { outlet: 'Sample Wire', url: 'https://wire.example/1' })]);
    const [again, bare, syndicated] = await store.add([
      reading(`${EXPELLED}\n\n`, { outlet: 'Sample Wire', url: 'http://wire.example/1?utm_source=x#top' }),
      reading(EXPELLED),
      reading(EXPELLED, { outlet: 'Other Wire', url: 'https://other.example/9' }),
    ]);
    expect([again!.as, bare!.as, syndicated!.as]).toEqual(['known', 'known', 'new']);
    expect(await reportsOf(store)).toHaveLength(2);
    expect(await eventsOf(store)).toHaveLength(2);
  });

  it('lets a corrected version take the place of the older one, whose text stays', async () => {
    const store = await ledger();
    const first = { url: 'https://wire.example/1', published: '2024-03-05T10:00:00Z' };
    const later = { url: 'https://wire.example/1', published: '2024-03-05T12:00:00Z' };
    const [old] = await store.add([reading(EXPELLED, first)]);
    const [corrected] = await store.add([reading(EXPELLED.replaceAll('two', 'three'), later)]);
    expect(corrected!.as).toBe('corrected');
    const reports = await reportsOf(store);
    expect(reports.find((r) => r.id === old!.id)).toMatchObject({ status: 'replaced', text: EXPELLED });
    expect(reports.find((r) => r.id === corrected!.id)).toMatchObject({
      status: 'current',
      replaces: old!.id,
    });
    expect((await eventsOf(store)).map((e) => e.report)).toEqual([corrected!.id]);
    // The older version met again changes nothing.
    expect(await store.add([reading(EXPELLED, first)])).toMatchObject([{ as: 'known' }]);
    expect((await eventsOf(store)).map((e) => e.report)).toEqual([corrected!.id]);
  });

  it('gives the same ledger for one call and for many, also where versions follow each other', async () => {
    const url = 'https://wire.example/1';
    const versions = ['two', 'three', 'four'].map((n) => reading(EXPELLED.replaceAll('two', n), { url }));
    const one = await ledger();
    await one.add([...versions, reading(TALKS)]);
    const many = await ledger();
    for (const each of [...versions, reading(TALKS)]) await many.add([each]);
    expect(await reportsOf(many)).toEqual(await reportsOf(one));
    expect(await eventsOf(many)).toEqual(await eventsOf(one));
    expect(await many.dailyCounts('POL', 'RUS')).toEqual(await one.dailyCounts('POL', 'RUS'));
    expect((await eventsOf(one)).length).toBe(2);
  });

  it('keeps an older version that comes late as a text only', async () => {
    const store = await ledger();
    const url = 'https://wire.example/1';
    await store.add([reading(EXPELLED.replaceAll('two', 'three'), { url, published: '2024-03-06' })]);
    const [late] = await store.add([reading(EXPELLED, { url, published: '2024-03-05' })]);
    expect(late).toMatchObject({ as: 'older', events: 0 });
    expect(await eventsOf(store)).toHaveLength(1);
    expect(await reportsOf(store)).toHaveLength(2);
  });

  it('does not take a wholly different text at the same address for a correction', async () => {
    const store = await ledger();
    const url = 'https://wire.example/latest';
    await store.add([reading(EXPELLED, { url })]);
    expect(await store.add([reading(TALKS, { url })])).toMatchObject([{ as: 'new' }]);
    expect(await eventsOf(store)).toHaveLength(2);
  });

  it('adds all of a call or nothing', async () => {
    const store = await ledger();
    const bad = { ...reading(TALKS), events: [{ ...reading(TALKS).events[0]!, goldstein: 'much' as never }] };
    await expect(store.add([reading(EXPELLED), bad])).rejects.toThrow(/LEDGER_FAILED/);
    expect(await reportsOf(store)).toEqual([]);
    await store.add([reading(EXPELLED)]);
    expect(await reportsOf(store)).toHaveLength(1);
  });

  it('opens again with all that it held, and tells a file of something else', async () => {
    const path = file();
    const store = await ledger(path);
    await store.add([reading(EXPELLED)]);
    store.close();
    open.pop();
    expect(await eventsOf(await ledger(path))).toHaveLength(1);
    const other = file();
    writeFileSync(other, 'not a database, but long enough to be looked into\n'.repeat(400));
    await expect(Ledger.open(other)).rejects.toThrow(/LEDGER_CORRUPT/);
    await expect(Ledger.open(file(), { readOnly: true })).rejects.toThrow(/LEDGER_MISSING/);
  });
});
