import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importFiles, RapportError } from '../../src/index.js';
import { fileOf, gdeltRow, looked, readAll, storedZip } from './rows.js';

const DAY = 86_400_000;
const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

describe('GDELT', () => {
  it('of 57 and of 58 columns is read from one file', async () => {
    const path = fileOf([gdeltRow({ id: 1 }, 57), gdeltRow({ id: 2 }, 58)].join('\n'));
    const { format, rows, events } = await readAll(path);
    expect([format, rows]).toEqual(['gdelt-1.0', 2]);
    expect(events.map((e) => [e.sourceId, e.url])).toEqual([
      ['1', null],
      ['2', 'https://wire.example/1'],
    ]);
  });

  it('of 61 columns gives sides, act, place and counts', async () => {
    const { format, events } = await readAll(fileOf(gdeltRow({ from: 'POLGOV', code: '161' })));
    expect(format).toBe('gdelt-2.0');
    expect(events[0]).toMatchObject({
      line: 1,
      actors: [{ code: 'POL', sectors: ['GOV'] }],
      recipients: [{ code: 'RUS', sectors: [] }],
      act: { root: 'SANCTION', quad: 4, cameo: '161', goldstein: -4 },
      where: { name: 'Warsaw, Poland', state: 'POL', latitude: 52.25, longitude: 21 },
      told: { mentions: 6, sources: 2, articles: 6 },
    });
    expect(iso(events[0]!.start)).toBe('2024-03-05');
    expect(iso(events[0]!.reported!)).toBe('2024-03-06');
  });

  it('keeps the zeros of codes, takes blanks off, and keeps statements that PLOVER drops without a root', async () => {
    const { events } = await readAll(
      fileOf([gdeltRow({ code: ' 040' }), gdeltRow({ code: '010' })].join('\n')),
    );
    expect(events.map((e) => [e.act.cameo, e.act.root, e.act.quad])).toEqual([
      ['040', 'CONSULT', 1],
      ['010', null, null],
    ]);
  });

  it('sets a row aside that cannot be read, and reads on', async () => {
    const rows = [
      gdeltRow({ id: 1 }),
      gdeltRow({ day: '20241305' }),
      gdeltRow({ code: '999' }),
      'a\tshort\trow',
      gdeltRow({ id: 5 }),
    ];
    const { rows: n, events, bad } = await readAll(fileOf(rows.join('\r\n')));
    expect(n).toBe(5);
    expect(events.map((e) => e.sourceId)).toEqual(['1', '5']);
    expect(bad.map((b) => [b.line, b.why])).toEqual([
      [2, 'no date as YYYYMMDD or YYYY-MM-DD: 20241305'],
      [3, 'no CAMEO code: 999'],
      [4, '3 columns instead of 61'],
    ]);
  });

  it('says which actors stand for no state, and when a date is later than its own report', async () => {
    const { events, losses } = await readAll(
      fileOf(gdeltRow({ from: 'COP', to: 'EUR', day: '20240401', added: '20240306' })),
    );
    expect(events[0]!.actors).toMatchObject([{ code: null, sectors: ['COP'] }]);
    expect(losses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'actor', value: 'COP', rows: 1 }),
        expect.objectContaining({ what: 'actor', value: 'EUR', why: 'region, no state: Europe' }),
        expect.objectContaining({ what: 'date', value: 'later than its DATEADDED' }),
      ]),
    );
  });

  it('is read from gzip, and each member of a zip archive is a file of its own', async () => {
    expect((await readAll(fileOf(gzipSync(gdeltRow({})), 'gz'))).rows).toBe(1);
    const path = fileOf(storedZip({ 'a.CSV': gdeltRow({ id: 1 }), 'b.CSV': gdeltRow({ id: 2 }, 58) }), 'zip');
    const members: string[] = [];
    for await (const file of importFiles(path)) members.push(`${file.name.split('#')[1]} ${file.format}`);
    expect(members).toEqual(['a.CSV gdelt-2.0', 'b.CSV gdelt-1.0']);
  });
});

const ICEWS = [
  'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude',
  '7\t2018-06-01\tMinistry (Kenya)\tGovernment\tKenya\tConsult\t040\t1\tUnited Nations\tInternational Government Organization\tNA\t1\t2\tSample Bulletin\tNairobi\tNA\tNA\tKenya\t-1.28\t36.8',
  '7\t2018-06-01\tCitizen (Moldova)\tGeneral Population / Civilian / Social,Social\tMoldova, Republic of\tDemonstrate\t141\t-6.5\tMilitary (Myanmar)\tMilitary\tMyanmar\t1\t2\tSample Bulletin\tNA\tNA\tNA\tMoldova, Republic of\t47\t28.8',
].join('\n');

describe('the other formats', () => {
  it('ICEWS: countries by their names, bodies by theirs, ids that repeat', async () => {
    const { format, events, losses } = await readAll(fileOf(ICEWS, 'tab'));
    expect(format).toBe('icews');
    expect(events.map((e) => [e.sourceId, e.actors[0]!.code, e.recipients[0]!.code])).toEqual([
      ['7', 'KEN', 'UNO'],
      ['7', 'MDA', 'MMR'],
    ]);
    expect(events[0]).toMatchObject({
      outlet: 'Sample Bulletin',
      act: { cameo: '040', goldstein: 1, root: 'CONSULT' },
      where: { name: 'Nairobi', state: 'KEN' },
    });
    expect(events[1]!.actors[0]!.sectors).toEqual(['CVL']);
    expect(losses.map((l) => l.value)).toContain('Social');
  });

  it('Phoenix: codes of several letters, with or without a header', async () => {
    const row =
      '5\t20150220\t2015\t2\t20\tUKRGOVMIL\tUKR\tGOV\tMIL\tIGOEUREEC\tIGO\t\t\t036\t03\t1\t4.0\t\t49\t32\tKyiv\t\tUKR\tx_1\thttps://wire.example/2\twire';
    const { format, events } = await readAll(fileOf(row));
    expect(format).toBe('phoenix');
    expect(events[0]).toMatchObject({
      actors: [{ code: 'UKR', sectors: ['GOV', 'MIL'] }],
      recipients: [{ code: 'EUR' }],
      act: { cameo: '036', root: 'AGREE' },
      where: { name: 'Kyiv', state: 'UKR' },
    });
  });

  it('POLECAT: roots, modes and contexts of PLOVER', async () => {
    const columns =
      'Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Primary Actor Sector,Actor Sectors,Recipient Name,Recipient Country,Primary Recipient Sector,Recipient Sectors,Placename,Country,Latitude,Longitude,Source,Publication Date';
    const row =
      'P1,2023-05-04,SANCTION,expel,-6.5,MATERIAL CONFLICT,diplomatic;legal,Poland,POL,GOV,GOV,Russia,RUS,GOV,GOV;MIL,Warsaw,POL,52.2,21,Sample Wire,2023-05-05';
    const { format, events } = await readAll(fileOf([columns, row].join('\n'), 'csv'));
    expect(format).toBe('polecat');
    expect(events[0]).toMatchObject({
      actors: [{ code: 'POL', sectors: ['GOV'] }],
      recipients: [{ code: 'RUS', sectors: ['GOV', 'MIL'] }],
      act: {
        root: 'SANCTION',
        quad: 4,
        cameo: null,
        plover: -6.5,
        modes: ['expel'],
        contexts: ['diplomatic', 'legal'],
      },
      outlet: 'Sample Wire',
    });
  });

  it('PLOVER JSONL: as the manual has it and as we write it; a bad line costs itself alone', async () => {
    const lines = [
      '{"id":"a","date":"2024-03-05","actor":[{"code":"POL","sector":["GOV"],"entity_text":"Warsaw"}],"recipient":[{"code":"RUS","entity_text":"Moscow"}],"event":["SANCTION"],"mode":["expel"],"event_scale":-6}',
      '{"id":"b","date":"2024-03-06","actor":"KEN","recipient":["ETH","UNO"],"event":"CONSULT","mode":"","context":[]}',
      '{"id":"c","date":"2024-03-06","actor":"KEN","event":"YIELD"}',
      '{"id":"d", broken',
    ];
    const { format, rows, events, bad } = await readAll(fileOf(lines.join('\n'), 'jsonl'));
    expect([format, rows]).toEqual(['plover', 4]);
    expect(events.map((e) => [e.sourceId, e.act.root, e.recipients.map((r) => r.code)])).toEqual([
      ['a', 'SANCTION', ['RUS']],
      ['b', 'CONSULT', ['ETH', 'UNO']],
    ]);
    expect(events[0]!.actors).toEqual([{ code: 'POL', sectors: ['GOV'], name: 'Warsaw' }]);
    expect(bad.map((b) => b.line)).toEqual([3, 4]);
  });

  it('any table, its columns named or numbered', async () => {
    const named = fileOf(
      'tag;von;zu;was\n2001-02-03;ISRMIL;PAL;190\n2001-02-03;"Kenya";Ethiopia;CONSULT\n',
      'csv',
    );
    const map = { date: 'tag', source: 'von', target: 'zu', code: 'was' };
    const { events } = await readAll(named, { map });
    expect(events.map((e) => [e.actors[0]!.code, e.recipients[0]!.code, e.act.root])).toEqual([
      ['ISR', 'PSE', 'ASSAULT'],
      ['KEN', 'ETH', 'CONSULT'],
    ]);
    const numbered = fileOf('x,2001-02-03,ISR,PAL,036\n', 'csv');
    expect((await readAll(numbered, { map: { date: '2', source: '3', target: '4', code: '5' } })).rows).toBe(
      1,
    );
    await expect(looked(named, { map: { ...map, code: 'wie' } })).rejects.toThrow(
      /no column wie.*IMPORT_MAP/,
    );
    await expect(looked(named)).rejects.toThrow(/IMPORT_FORMAT/);
  });

  it('a quotation mark that is never closed costs its row alone', async () => {
    const rows = [
      'date,source,target,code',
      '2001-02-03,ISR,PAL,"190',
      '2001-02-04,ISR,PAL,190',
      '2001-02-05,"ISR",PAL,190',
    ];
    const { rows: n, events, bad } = await readAll(fileOf(rows.join('\n'), 'csv'));
    expect([n, events.length, bad.map((b) => b.line)]).toEqual([3, 2, [1]]);
  });
});

describe('codes whose zeros a spreadsheet has eaten', () => {
  const eaten = [
    'date,source,target,code',
    '2001-02-03,ISR,PAL,36',
    '2001-02-03,ISR,PAL,10',
    '2001-02-03,ISR,PAL,190',
  ];
  it('are told before anything is stored', async () => {
    const error = await looked(fileOf(eaten.join('\n'), 'csv')).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(RapportError);
    expect((error as Error).message).toMatch(/36 for 036.*IMPORT_ZEROS.*--restore-zeros/);
  });

  it('are restored where only one code can be meant, and the others set aside', async () => {
    const { events, bad } = await readAll(fileOf(eaten.join('\n'), 'csv'), { restoreZeros: true });
    expect(events.map((e) => e.act.cameo)).toEqual(['036', '190']);
    expect(bad).toMatchObject([{ line: 2, why: 'code 10 can be 10 or 010: its zeros are lost' }]);
  });

  it('are no suspicion against a file that has some', async () => {
    const whole = [...eaten, '2001-02-03,ISR,PAL,040'];
    expect((await readAll(fileOf(whole.join('\n'), 'csv'))).bad.map((b) => b.line)).toEqual([1]);
  });
});
