import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Ledger } from '../../src/index.js';
import { EXPELLED, reading, TALKS } from './reading.js';

const store = new URL('../../dist/ledger/store/index.js', import.meta.url).pathname;
const child = new URL('./child.mjs', import.meta.url).pathname;
const built = existsSync(store);
if (!built) console.log('dist/ is not built: the tests of a full disk and a locked file are skipped');

const folder = mkdtempSync(join(tmpdir(), 'rapport-errors-'));
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  // Read once: what counts here is only that the texts are long, and of words that do not repeat.
  const read = reading(EXPELLED);
  const words = (i: number): string =>
    Array.from({ length: 4000 }, (_, k) => `w${(k * 7919 + i * 104_729) % 99_991}`).join(' ');
  const many = Array.from({ length: 40 }, (_, i) => ({
    ...read,
    report: { ...read.report, url: `https://wire.example/${i}`, text: `${EXPELLED}\n${words(i)}` },
  }));
  writeFileSync(path('many.json'), JSON.stringify(many));
  writeFileSync(path('one.json'), JSON.stringify([reading(TALKS)]));
});

async function count(file: string): Promise<number> {
  const ledger = await Ledger.open(file);
  const [row] = await ledger.database.all<{ n: number }>('SELECT count(*)::INTEGER AS n FROM reports');
  ledger.close();
  return row!.n;
}

describe.skipIf(!built)('a ledger that cannot be used', { timeout: 120_000 }, () => {
  it('for a full disk says so, keeps what it had, and goes on when there is room', async () => {
    const file = path('full.duckdb');
    expect(spawnSync(process.execPath, [child, store, path('one.json'), file]).status).toBe(0);
    // A limit on the size of files stands in for the end of a disk; its signal is ignored, so that writing fails.
    const limit = `trap '' XFSZ; ulimit -f 500; exec "$0" "$@"`;
    const full = spawnSync('bash', ['-c', limit, process.execPath, child, store, path('many.json'), file], {
      encoding: 'utf8',
    });
    expect(full.stderr.trim().split('\n')).toHaveLength(1);
    expect(full.stderr).toMatch(/full\.duckdb: no room left on the disk \(LEDGER_FULL/);
    expect(full.status).toBe(4);
    const kept = await count(file);
    expect(kept).toBeGreaterThanOrEqual(1);
    expect(kept).toBeLessThan(41);
    expect(spawnSync(process.execPath, [child, store, path('many.json'), file]).status).toBe(0);
    expect(await count(file)).toBe(41);
  });

  it('held by another process names that process, and is not touched', async () => {
    const file = path('held.duckdb');
    const hold = `const {Ledger}=await import(process.argv[1]);await Ledger.open(process.argv[2]);console.log('open');setInterval(()=>{},1e4)`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', hold, store, file]);
    try {
      await once(holder.stdout, 'data');
      const other = spawnSync(process.execPath, [child, store, path('one.json'), file], { encoding: 'utf8' });
      expect(other.status).toBe(4);
      expect(other.stderr).toContain(`in use by process ${holder.pid} (LEDGER_LOCKED`);
    } finally {
      holder.kill('SIGKILL');
    }
  });

  it('damaged in its head says so, and is left as it is', async () => {
    const file = path('damaged.duckdb');
    const ledger = await Ledger.open(file);
    await ledger.add([reading(EXPELLED)]);
    ledger.close();
    const bytes = readFileSync(file);
    for (const [from, to] of [
      [0, 64],
      [4096, 12_288],
      [12_288, 60_000],
    ] as const) {
      const broken = Buffer.from(bytes);
      broken.fill(0x5a, from, to);
      writeFileSync(file, broken);
      await expect(Ledger.open(file)).rejects.toThrow(/LEDGER_CORRUPT/);
      expect(readFileSync(file).equals(broken)).toBe(true);
    }
    writeFileSync(file, bytes.subarray(0, 20_000));
    await expect(Ledger.open(file)).rejects.toThrow(/LEDGER_CORRUPT/);
    writeFileSync(file, bytes);
    expect(await count(file)).toBe(1);
  });
});
