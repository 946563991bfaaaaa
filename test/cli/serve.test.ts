import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Ledger } from '../../src/index.js';
import { built, main, rapport } from './rapport.js';

const folder = mkdtempSync(join(tmpdir(), 'rapport-serve-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!built)('rapport serve', () => {
  it('serves a ledger until it is told to end', async () => {
    const file = join(folder, 'small.duckdb');
    (await Ledger.open(file)).close();
    const child = spawn(process.execPath, [main, 'serve', '--ledger', file, '--port', '0']);
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)![0];
    expect(line).toContain(file);
    expect(await (await fetch(`${address}api/ledger`)).json()).toMatchObject({ reports: 0, writable: true });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says in a line what it needs', () => {
    const open = rapport('serve', '--host', '0.0.0.0', '--port', '0');
    expect([open.code, open.err]).toEqual([2, expect.stringContaining('give a --token')]);
    const missing = rapport('serve', '--ledger', join(folder, 'none.duckdb'), '--port', '0');
    expect([missing.code, missing.err]).toEqual([4, expect.stringContaining('LEDGER_MISSING')]);
    expect(rapport('serve', '--port', 'x').code).toBe(2);
    expect(missing.err.trim().split('\n')).toHaveLength(1);
  });
});
