import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/index.js';
import { EXPELLED, reading, TALKS } from './reading.js';

const store = new URL('../../dist/ledger/store/index.js', import.meta.url).pathname;
const child = new URL('./child.mjs', import.meta.url).pathname;
const built = existsSync(store);
if (!built) console.log('dist/ is not built: the tests of killed runs are skipped (npm run build)');

/** Fewer may be asked for while working on it. */
const KILLS = Number(process.env.RAPPORT_KILLS ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'rapport-kill-'));
const path = (name: string): string => join(folder, name);

/** Twenty reports: single ones, the same one twice, corrected versions next to and far from the first. */
const STATES = ['Norway', 'Kenya', 'Chile', 'Japan', 'Ghana', 'Spain', 'Italy', 'Peru'];
const readings = [
  ...STATES.map((name, i) =>
    reading(EXPELLED.replaceAll('Poland', name), { url: `https://wire.example/${i}` }),
  ),
  reading(EXPELLED.replaceAll('Poland', 'Peru').replaceAll('two', 'three'), {
    url: 'https://wire.example/7',
  }),
  reading(EXPELLED.replaceAll('Poland', 'Kenya')),
  reading(TALKS, { outlet: 'Sample Wire' }),
  reading(TALKS, { outlet: 'Other Wire' }),
  ...STATES.slice(0, 4).map((name, i) =>
    reading(EXPELLED.replaceAll('Poland', name).replaceAll('two', 'six'), {
      url: `https://wire.example/${i}`,
    }),
  ),
  ...STATES.slice(0, 4).map((name) => reading(TALKS.replaceAll('Kenya', name))),
];

interface Ended {
  readonly killed: boolean;
  readonly code: number;
  readonly err: string;
  /** Milliseconds from the open ledger to its end. */
  readonly ms: number;
}

async function run(ledger: string, ms?: number, from = 'add'): Promise<Ended> {
  const args = [child, store, path('readings.json'), ledger, ...(ms === undefined ? [] : [String(ms), from])];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return { killed: false, code: 0, err: '', ms: Number(stdout) };
  } catch (error) {
    const { signal, code, stderr } = error as { signal: string | null; code: number; stderr: string };
    return { killed: signal === 'SIGKILL', code, err: stderr, ms: 0 };
  }
}

/** All that a ledger holds, but for the times at which it was added. */
async function contents(file: string): Promise<unknown> {
  const ledger = await Ledger.open(file);
  try {
    const tables = await ledger.database.all<{ name: string; columns: string }>(
      `SELECT table_name AS name, string_agg('"' || column_name || '"', ', ' ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_name IN (SELECT table_name FROM duckdb_tables()) AND column_name <> 'added_at'
       GROUP BY ALL ORDER BY ALL`,
    );
    return await Promise.all(
      tables.map(async ({ name, columns }) => [
        name,
        await ledger.database.all(`SELECT ${columns} FROM ${name} ORDER BY ALL`),
      ]),
    );
  } finally {
    ledger.close();
  }
}

/** One worker: runs that are killed and taken up again, each until its ledger is whole, then compared. */
async function killAndResume(
  name: string,
  kills: number,
  whole: unknown,
  longest: number,
): Promise<{ whole: number; early: number }> {
  let [done, finished, early] = [0, 0, 0];
  for (let round = 0; done < kills; round++) {
    const file = path(`${name}-${round}.duckdb`);
    for (;;) {
      const last = done >= kills;
      const fromOpen = Math.random() < 0.15;
      const ended = await run(file, last ? undefined : Math.random() * longest, fromOpen ? 'open' : 'add');
      expect(ended.err).toBe('');
      if (!ended.killed) break;
      done++;
      if (fromOpen) early++;
    }
    finished++;
    expect(await contents(file)).toEqual(whole);
  }
  return { whole: finished, early };
}

describe.skipIf(!built)('a run that is killed', () => {
  it(
    `and taken up again gives the ledger of one that was not, ${KILLS} times`,
    { timeout: 900_000 },
    async () => {
      writeFileSync(path('readings.json'), JSON.stringify(readings));
      const first = await run(path('whole.duckdb'));
      expect(first).toMatchObject({ killed: false, code: 0, err: '' });
      const whole = await contents(path('whole.duckdb'));
      expect(JSON.stringify(whole)).toContain('"status":"replaced"');
      // Of a run of so many milliseconds, a few kills fall into each ledger.
      const longest = first.ms * 0.6;
      const workers = await Promise.all(
        ['a', 'b'].map((name) => killAndResume(name, KILLS / 2, whole, longest)),
      );
      const [finished, early] = [
        workers[0]!.whole + workers[1]!.whole,
        workers[0]!.early + workers[1]!.early,
      ];
      console.log(
        `${KILLS} kills, ${early} of them while opening; ${finished} ledgers taken to their end, all equal`,
      );
      expect(finished).toBeGreaterThan(1);
    },
  );
});
