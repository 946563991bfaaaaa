import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arrowStream,
  CSV_COLUMNS,
  gdeltRows,
  type Ledger,
  type PloverRecord,
  ploverRecords,
  storedRecord,
} from '../../src/index.js';
import { fileOf, gdeltRow, ledgerOf, readAll } from '../import/rows.js';
import { EXPELLED, reading, TALKS } from '../ledger/reading.js';

let ledger: Ledger;
beforeAll(async () => {
  const rows = [
    gdeltRow({ id: 1, from: 'POLGOV', code: '161' }),
    gdeltRow({ id: 2, from: 'COP', to: 'RUS', code: '0831' }),
    gdeltRow({ id: 3, code: '010' }),
  ];
  ledger = await ledgerOf([fileOf(rows.join('\n'))]);
  await ledger.add([
    reading(EXPELLED, { url: 'https://wire.example/9', outlet: 'Sample Wire' }),
    reading(TALKS),
  ]);
}, 60_000);
afterAll(() => ledger.close());

async function records(): Promise<PloverRecord[]> {
  const found: PloverRecord[] = [];
  for await (const event of ledger.told()) found.push(storedRecord(event));
  return found;
}

describe('what a ledger gives to other programs', () => {
  it('PLOVER: an event of a report as reading the report gives it', async () => {
    const read = reading(EXPELLED, { url: 'https://wire.example/9', outlet: 'Sample Wire' });
    const [straight] = ploverRecords(read);
    const stored = (await records()).find(
      (record) => record.report !== null && record.event[0] === 'SANCTION',
    )!;
    // The ledger has ids and the engine's version of its own, and keeps neither sentence numbers nor Wikidata keys.
    const own = (r: PloverRecord) => ({
      ...r,
      ...{ id: '', report: '', text_info: { ...r.text_info, sequence: 0 } },
      cite_info: { ...r.cite_info, coder: '' },
      actor: r.actor.map(({ identifier_id: _, ...side }) => side),
      recipient: r.recipient.map(({ identifier_id: _, ...side }) => side),
    });
    expect(own(stored)).toEqual(own(straight!));
    expect(stored.cite_info.coder).toMatch(/^rapport \d/);
  });

  it('PLOVER: others’ events with their coder and nothing made up', async () => {
    const statement = (await records()).find((record) => record.cameo === '010')!;
    expect(statement).toMatchObject({
      report: null,
      event: [],
      quad_code: null,
      event_scale: null,
      confidence: null,
      evidence: [],
      cite_info: { coder: 'GDELT 2.0', url: 'https://wire.example/1' },
    });
  });

  it('GDELT: 61 columns that import again with the same sums', async () => {
    let text = '';
    for await (const event of ledger.told()) text += gdeltRows(event);
    expect(
      text
        .slice(0, -1)
        .split('\n')
        .map((row) => row.split('\t').length),
    ).toEqual(Array(6).fill(61));
    const { format, events, bad } = await readAll(fileOf(text));
    expect([format, bad]).toEqual(['gdelt-2.0', []]);
    const sums = events
      .map(
        (e) =>
          `${e.actors[0]?.code}>${e.recipients[0]?.code} ${e.act.cameo} ${e.actors[0]?.sectors.join('+')}`,
      )
      .sort();
    expect(sums).toEqual([
      expect.stringMatching(/^ETH>KEN 04/),
      expect.stringMatching(/^KEN>ETH 04/),
      expect.stringMatching(/^POL>RUS 010 $/),
      expect.stringMatching(/^POL>RUS 16/),
      expect.stringMatching(/^POL>RUS 161 GOV$/),
      expect.stringMatching(/^null>RUS 0831 COP$/),
    ]);
  });

  it('Arrow: the columns of the table, codes as text', async () => {
    async function* all() {
      yield* await records();
    }
    const parts: Uint8Array[] = [];
    for await (const part of arrowStream(all())) parts.push(part);
    const table = tableFromIPC(Buffer.concat(parts));
    expect(table.schema.fields.map((field) => field.name)).toEqual([...CSV_COLUMNS]);
    expect(table.numRows).toBe(5);
    expect([...table.getChild('cameo')!]).toContain('0831');
    expect([...table.getChild('goldstein')!]).toContain(-4);
  });

  it('Parquet: all columns of the table of events', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'rapport-parquet-')), 'events.parquet');
    await ledger.writeParquet(path);
    expect(
      await ledger.database.all(
        `SELECT count(*)::INTEGER AS n, count(*) FILTER (cameo = '0831')::INTEGER AS zeros FROM '${path}'`,
      ),
    ).toEqual([{ n: 5, zeros: 1 }]);
  });
});
