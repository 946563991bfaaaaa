import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built, main, rapport } from './rapport.js';

const folder = mkdtempSync(join(tmpdir(), 'rapport-'));
const story = join(folder, 'story.txt');
writeFileSync(
  story,
  'Poland expels diplomats\n\nWARSAW, March 5, 2024 (Sample Wire) - Poland expelled two Russian diplomats on Tuesday.\n',
);

describe.skipIf(!built)('the commands', () => {
  it('read prints PLOVER records, one a line, each with its report', () => {
    const { out, code } = rapport('read', story, '--jsonl');
    const records = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      date: '2024-03-05',
      actor: [{ code: 'POL' }],
      recipient: [{ code: 'RUS' }],
      event: ['SANCTION'],
      quad_code: 4,
      mode: ['expel'],
      modality: 'done',
      reported: '2024-03-05',
    });
    expect(records[0].cameo).toMatch(/^16/);
    expect(records[0].report).not.toBe('');
  });

  it('read prints a table with a header', () => {
    const { out } = rapport('read', story, '--csv');
    expect(out.split('\n')[0]).toMatch(/^id,report,date,/);
    expect(out.split('\n')[1]).toContain(',POL,');
  });

  it('read prints one JSON array with whole readings', () => {
    const [reading] = JSON.parse(rapport('read', story, '--json').out);
    expect(reading.report.text).toContain('Poland expelled');
    expect(reading.brief.answer.text).toContain('Poland');
  });

  it('goes on after a bad input, names it in one line and says so by its exit code', () => {
    const { out, err, code } = rapport('read', join(folder, 'nowhere.txt'), story, '--jsonl');
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/nowhere\.txt.*INPUT_NOT_FOUND/);
  });

  it('tells wrong usage from nothing read', () => {
    expect(rapport('read', '--bogus').code).toBe(2);
    expect(rapport('when', 'today').code).toBe(2);
    expect(rapport('read', join(folder, 'nowhere.txt')).code).toBe(3);
  });

  it('when and who answer with what decided', () => {
    expect(JSON.parse(rapport('when', 'last Saturday', '--at', '2025-12-27', '--json').out)).toMatchObject({
      interval: { start: '2025-12-20', end: '2025-12-20', precision: 'day' },
    });
    expect(
      JSON.parse(rapport('who', 'four Saudi soldiers', '--at', '2024-01-01', '--json').out),
    ).toMatchObject({ code: 'SAU', sector: ['MIL'] });
    expect(
      JSON.parse(rapport('who', 'the Russian foreign minister', '--at', '2003-05-01', '--json').out),
    ).toMatchObject({ code: 'RUS', person: 'Igor Ivanov' });
  });

  it('code reads marked pairs from standard input and names a bad line', () => {
    const input = '{"id":7,"marked":"<s>Iran</s> condemned <t>Israel</t>."}\nnot json\n';
    const done = spawnSync(process.execPath, [main, 'code', '-'], { encoding: 'utf8', input });
    expect(JSON.parse(done.stdout.trim())).toMatchObject({ id: 7, root: 'ACCUSE', quad: 3 });
    expect(done.stderr).toMatch(/-:2.*BAD_JSON/);
    expect(done.status).toBe(1);
  });

  it('explain names the rule and the characters of an event', () => {
    const { out } = rapport('explain', story);
    expect(out).toMatch(/event .* POL → RUS SANCTION/);
    expect(out).toMatch(/by predicates\/.*expel.* at “expelled”/);
  });

  it('quotes gives a line a report', () => {
    const { out } = rapport('quotes', story);
    expect(JSON.parse(out.trim())).toMatchObject({ quotes: [] });
  });

  it('ends quietly when its reader goes away', () => {
    const out = execFileSync('bash', ['-c', `"${process.execPath}" "${main}" read "${story}" | head -1`], {
      encoding: 'utf8',
    });
    expect(out).toBe('Poland expels diplomats\n');
  });
});

describe.skipIf(!built)('the commands of a ledger', { timeout: 120_000 }, () => {
  const ledger = join(folder, 'ledger.duckdb');
  const table = join(folder, 'events.csv');
  writeFileSync(table, 'date,source,target,code\n2024-03-05,POLGOV,RUS,161\n2024-03-06,POL,RUS,036\n');

  it('add reads reports and files of events, and knows both again', () => {
    const first = rapport('add', story, table, '--ledger', ledger);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/events\.csv: table, 2 rows, 2 kept, 0 set aside/);
    expect(first.out).toMatch(/1 reports added with 1 events/);
    const again = rapport('add', story, table, '--ledger', ledger);
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/known already, 2 rows/);
    expect(again.out).toMatch(/0 reports added with 0 events; 1 known already/);
  });

  it('export writes what it holds', () => {
    const { out, code } = rapport('export', '--to', 'plover', '--between', 'POL', 'RUS', '--ledger', ledger);
    expect(code).toBe(0);
    const coders = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).cite_info.coder);
    expect(coders).toHaveLength(3);
    expect(new Set(coders)).toContain('table');
  });

  it('says in one line that there is no ledger, or that a file is no table of events', () => {
    const none = rapport('export', '--to', 'csv', '--ledger', join(folder, 'none.duckdb'));
    expect(none.code).toBe(4);
    expect(none.err).toMatch(/none\.duckdb: no such ledger \(LEDGER_MISSING/);
    const wrong = rapport('import', story, '--ledger', ledger);
    expect(wrong.code).toBe(3);
    expect(wrong.err).toMatch(/story\.txt.*IMPORT_FORMAT.*--map/);
  });
});
