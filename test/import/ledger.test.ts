import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/index.js';
import { fileOf, gdeltRow, ledgerOf, looked } from './rows.js';

describe('an import', () => {
  const rows = Array.from({ length: 25 }, (_, i) =>
    gdeltRow({
      id: i + 1,
      from: i % 3 ? 'POL' : 'RUSGOV',
      to: i % 3 ? 'RUS' : 'POL',
      code: i === 7 ? '999' : '040',
    }),
  );

  it('is in the ledger with its coder, and counts in the dyad’s days', async () => {
    const ledger = await ledgerOf([fileOf(rows.join('\n'))]);
    const days = await ledger.dailyCounts('POL', 'RUS');
    expect(days.map((d) => [d.day, d.source, d.events, d.acts])).toEqual([
      ['2024-03-05', 'POL', [15, 0, 0, 0], [15, 0, 0, 0]],
      ['2024-03-05', 'RUS', [9, 0, 0, 0], [9, 0, 0, 0]],
    ]);
    for await (const event of ledger.events({ limit: 1 }))
      expect(event).toMatchObject({ coder: 'GDELT 2.0', report: null, date_basis: 'coder', cameo: '040' });
    expect(await ledger.database.all('SELECT line::INTEGER AS line, why FROM set_aside')).toEqual([
      { line: 8, why: 'no CAMEO code: 999' },
    ]);
    ledger.close();
  });

  it('of mentions goes to its own table, beside the events that they name', async () => {
    const mention = (cells: readonly (string | number)[]): string => cells.join('\t');
    const ledger = await ledgerOf([
      fileOf(rows.join('\n')),
      fileOf(
        [
          mention([
            3,
            '20240305120000',
            '20240306080000',
            1,
            'wire.example',
            'http://wire.example/3',
            2,
            -1,
            40,
            80,
            1,
            60,
            900,
            -1.5,
            '',
            '',
          ]),
          mention([
            3,
            '20240305120000',
            '20240306091500',
            1,
            'post.example',
            'http://post.example/a',
            7,
            -1,
            10,
            50,
            0,
            30,
            400,
            2.25,
            '',
            '',
          ]),
          mention([
            4,
            '20240305120000',
            '2024',
            1,
            'post.example',
            'http://post.example/b',
            1,
            -1,
            10,
            50,
            0,
            30,
            400,
            0,
            '',
            '',
          ]),
        ].join('\n'),
      ),
    ]);
    expect(
      await ledger.database.all(
        `SELECT e.source_id, m.outlet, m."time"::VARCHAR AS "time", m.sentence, m.confidence, m.tone
         FROM mentions m JOIN events e USING (source_id) ORDER BY m."time"`,
      ),
    ).toEqual([
      {
        source_id: '3',
        outlet: 'wire.example',
        time: '2024-03-06 08:00:00',
        sentence: 2,
        confidence: 60,
        tone: -1.5,
      },
      {
        source_id: '3',
        outlet: 'post.example',
        time: '2024-03-06 09:15:00',
        sentence: 7,
        confidence: 30,
        tone: 2.25,
      },
    ]);
    // The row whose time cannot be read is named and set aside; mentions are no events and count in no series.
    expect(await ledger.database.all('SELECT line::INTEGER AS line FROM set_aside ORDER BY line')).toEqual([
      { line: 3 },
      { line: 8 },
    ]);
    expect(await ledger.database.all('SELECT count(*)::INTEGER AS n FROM events')).toEqual([{ n: 24 }]);
    ledger.close();
  });

  it('of the same bytes again changes nothing, under whichever name', async () => {
    const ledger = await ledgerOf([fileOf(rows.join('\n')), fileOf(rows.join('\n'))]);
    expect(await ledger.database.all('SELECT count(*)::INTEGER AS n FROM events')).toEqual([{ n: 24 }]);
    ledger.close();
  });

  it('broken off between any two transactions goes on to the same ledger', async () => {
    const path = fileOf(rows.join('\n'));
    const content = async (ledger: Ledger): Promise<unknown> => [
      await ledger.database.all('FROM events ORDER BY id'),
      await ledger.database.all('FROM pairs ORDER BY event'),
      await ledger.database.all('FROM set_aside ORDER BY line'),
      await ledger.database.all('FROM lost ORDER BY ALL'),
      await ledger.database.all('SELECT rows_in, kept, set_aside, done FROM imports'),
    ];
    const whole = await ledgerOf([path], { batch: 4 });
    const ledger = await Ledger.open(':memory:');
    let rounds = 0;
    for (let done = false; !done; rounds++)
      for await (const progress of ledger.import(await looked(path, { batch: 4 }))) {
        done = progress.done;
        if (!done) break;
      }
    expect(rounds).toBe(8);
    expect(await content(ledger)).toEqual(await content(whole));
    ledger.close();
    whole.close();
  });

  it('asked for anew takes the place of the first', async () => {
    const path = fileOf(rows.join('\n'));
    const ledger = await ledgerOf([path]);
    for await (const _ of ledger.import(await looked(path), { replace: true }));
    expect(await ledger.database.all('SELECT count(*)::INTEGER AS n FROM pairs')).toEqual([{ n: 24 }]);
    ledger.close();
  });
});

const shared = new URL('../../../shared/data/formats/', import.meta.url).pathname;
const there = existsSync(shared);
if (!there) console.log('../shared/data/formats is not here: the whole files are not imported');

/** The columns of each file, counted from 1, as its own documentation numbers them; header lines to pass over. */
const FILES = [
  { file: 'gdelt-1.0-mixed-widths.csv', from: 8, to: 18, code: 27, skip: 0 },
  { file: 'gdelt-1.0-sample.tsv', from: 8, to: 18, code: 27, skip: 0 },
  { file: 'gdelt-2.0-20180101000000.export.CSV', from: 8, to: 18, code: 27, skip: 0 },
  { file: 'icews-2018-sample.tab', from: 5, to: 11, code: 7, skip: 1 },
];

describe.skipIf(!there)('the files of the field', { timeout: 120_000 }, () => {
  it.each(FILES)('$file is whole: rows, and sums by dyad and root', async ({
    file,
    from,
    to,
    code,
    skip,
  }) => {
    const ledger = await ledgerOf([shared + file]);
    const sql = ledger.database;
    // The file itself, its lines cut by the database and by none of our code.
    await sql.run(
      `CREATE TEMP TABLE raw AS SELECT trim(f[${from}]) AS a, trim(f[${to}]) AS b, left(trim(f[${code}]), 2) AS root
       FROM (SELECT string_split(line, chr(9)) AS f FROM (
         SELECT unnest(string_split(rtrim(content, chr(10)), chr(10))) AS line FROM read_text('${shared + file}')) OFFSET ${skip})`,
    );
    const [counts] = await sql.all<Record<string, number>>(
      `SELECT (SELECT count(*) FROM raw)::INTEGER AS raw, rows_in::INTEGER AS rows, kept::INTEGER AS kept,
         set_aside::INTEGER AS aside FROM imports`,
    );
    expect(counts!.rows).toBe(counts!.raw);
    expect(counts!.kept! + counts!.aside!).toBe(counts!.rows);
    // The states of the file, by their codes or names.
    const named = skip
      ? `SELECT n.code AS a, m.code AS b, root FROM raw JOIN names n ON n.name = raw.a JOIN names m ON m.name = raw.b`
      : `SELECT a, b, root FROM raw WHERE a IN (FROM states) AND b IN (FROM states)`;
    const world = new URL('../../data/', import.meta.url).pathname;
    const tsv = (name: string): string =>
      `read_csv('${world}${name}', delim = '\t', quote = '', all_varchar = true)`;
    await sql.run(`CREATE TEMP TABLE states AS SELECT code FROM ${tsv('world/states.tsv')}`);
    await sql.run(
      `CREATE TEMP TABLE names AS SELECT DISTINCT name, code FROM (
         SELECT name, code FROM ${tsv('import/country-names.tsv')} UNION ALL SELECT name, code FROM ${tsv('world/states.tsv')})`,
    );
    await sql.run(`CREATE TEMP TABLE ours AS ${named}`);
    const key = (table: string, a: string, b: string, root: string): Promise<unknown[]> =>
      sql.all(
        `SELECT ${a} AS a, ${b} AS b, ${root} AS root, count(*)::INTEGER AS n FROM ${table} GROUP BY ALL ORDER BY ALL`,
      );
    const straight = await key('ours', 'a', 'b', 'root');
    const kept = await key(
      '(FROM pairs SEMI JOIN (SELECT DISTINCT a, b, root FROM ours) o ON o.a = source AND o.b = target AND o.root = left(cameo, 2))',
      'source',
      'target',
      'left(cameo, 2)',
    );
    expect(straight.length).toBeGreaterThan(10);
    expect(kept).toEqual(straight);
    ledger.close();
  });

  it('phoenix-lost-zeros.csv is told so, and restored by its root codes', async () => {
    const path = `${shared}phoenix-lost-zeros.csv`;
    await expect(looked(path)).rejects.toThrow(/IMPORT_ZEROS/);
    const ledger = await ledgerOf([path], { restoreZeros: true });
    const sql = ledger.database;
    const [counts] = await sql.all(
      'SELECT rows_in::INTEGER AS rows, (kept + set_aside)::INTEGER AS both FROM imports',
    );
    const [straight] = await sql.all(
      `SELECT count(*)::INTEGER AS n FROM read_csv('${path}', all_varchar = true)`,
    );
    expect([counts!.rows, counts!.both]).toEqual([straight!.n, straight!.n]);
    const straightRoots = await sql.all(
      `SELECT lpad(RootCode, 2, '0') AS root, count(*)::INTEGER AS n
       FROM (SELECT *, row_number() OVER () AS n_ FROM read_csv('${path}', all_varchar = true))
       WHERE n_ NOT IN (SELECT line FROM set_aside) GROUP BY ALL ORDER BY ALL`,
    );
    expect(
      await sql.all(
        'SELECT left(cameo, 2) AS root, count(*)::INTEGER AS n FROM events GROUP BY ALL ORDER BY ALL',
      ),
    ).toEqual(straightRoots);
    ledger.close();
  });
});
