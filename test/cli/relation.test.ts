import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isoOf, Ledger, readReport, reportFromText } from '../../src/index.js';
import { built, rapport } from './rapport.js';

const file = join(mkdtempSync(join(tmpdir(), 'rapport-relation-')), 'wire.duckdb');
const START = 19_723; // 2024-01-01

/** Talks twice a month for two years, and three weeks of strikes in the second June. */
function reports(): string[] {
  const texts: string[] = [];
  const day = (n: number): { iso: string; line: string } => {
    const iso = isoOf(START + n);
    const date = new Date(`${iso}T00:00:00Z`);
    const month = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
    return { iso, line: `${month} ${date.getUTCDate()}, ${date.getUTCFullYear()} (Sample Wire)` };
  };
  for (let n = 3; n < 700; n += 14)
    texts.push(
      `Talks\n\nNAIROBI, ${day(n).line} - Kenya and Ethiopia held talks on round ${n} of trade on ${day(n).iso}.\n`,
    );
  const cities = ['Moyale', 'Marsabit', 'Mandera', 'Wajir', 'Lodwar', 'Isiolo', 'Garissa'];
  for (let n = 520; n < 541; n++)
    texts.push(
      `Strikes\n\nNAIROBI, ${day(n).line} - Ethiopia bombed the Kenyan town of ${cities[n % 7]} on ${day(n).iso}.\n`,
    );
  return texts;
}

describe.skipIf(!built)('relation and ask', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    const ledger = await Ledger.open(file);
    await ledger.add(reports().map((text) => readReport(reportFromText(text, {}), { today: '2026-01-01' })));
    ledger.close();
  }, 120_000);

  it('draws words and deeds apart, and tells a war with its evidence', () => {
    const { out, code } = rapport('relation', 'Kenya', 'ETH', '--ledger', file);
    expect(code).toBe(0);
    expect(out).toMatch(/^Kenya and Ethiopia \(KEN, ETH\)/);
    for (const row of ['words +', 'words −', 'deeds +', 'deeds −', 'index', 'shifts'])
      expect(out).toContain(`\n${row}`);
    expect(out).toMatch(/2025-06-0\d.*towards conflict/);
    expect(out).toMatch(/ETH → KEN ASSAULT “Ethiopia bombed/);
  });

  it('gives the series and the shifts as JSON', () => {
    const { out } = rapport('relation', 'KEN', 'ETH', '--ledger', file, '--by', 'week', '--json');
    const relation = JSON.parse(out);
    expect(relation.step).toBe('week');
    expect(relation.shifts[0].towards).toBe('conflict');
    expect(relation.shifts[0].acts[0].evidence[0].text).toContain('bombed');
  });

  it('says what is wrong in a line', () => {
    expect(rapport('relation', 'Nowhereland', 'ETH', '--ledger', file)).toMatchObject({ code: 2 });
    expect(rapport('relation', 'KEN', 'Kenya', '--ledger', file).err).toMatch(/the same actor/);
    expect(rapport('relation', 'KEN', 'ETH', '--ledger', `${file}.no`).err).toMatch(/LEDGER_MISSING/);
    expect(rapport('relation', 'KEN', 'ETH', '--ledger', file, '--level', '2').code).toBe(2);
  });

  it('answers a question, and tells by its exit code that it cannot', () => {
    const asked = rapport(
      'ask',
      'When did Kenya and Ethiopia last meet?',
      '--ledger',
      file,
      '--at',
      '2025-12-01',
    );
    expect(asked.code).toBe(0);
    expect(asked.out).toMatch(/→ 2025-1[01]-\d\d/);
    expect(rapport('ask', 'Are Chile and Peru getting closer?', '--ledger', file).code).toBe(3);
  });
});
