import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folder, ledgerIn, server } from './fixture.js';

const there = folder();
let file: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  file = await ledgerIn(there.path, true);
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  there.remove();
});

const DUCKDB = createRequire(import.meta.url).resolve('@duckdb/node-api');
const EVENT = `INSERT INTO events (id, coder, modality, reciprocal, background, date_basis) VALUES (uuid()::VARCHAR, 'test', 'done', false, false, 'coder')`;

/** Another process that opens the ledger for writing, does something, and holds it until it is told to let go. */
async function writer(sql: string): Promise<{ letGo(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    [
      '-e',
      `const { DuckDBInstance } = require(${JSON.stringify(DUCKDB)});
       (async () => {
         const instance = await DuckDBInstance.create(process.argv[1]);
         const connection = await instance.connect();
         await connection.run(process.argv[2]);
         console.log('open');
         process.stdin.once('data', () => { connection.closeSync(); instance.closeSync(); process.exit(0); });
       })();`,
      file,
      sql,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  children.push(child);
  await once(child.stdout!, 'data');
  return {
    async letGo() {
      child.stdin!.write('go\n');
      await once(child, 'exit');
    },
  };
}

/** Asks until an answer is as wanted; fails after ten seconds. */
async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (performance.now() - begun > 10_000) throw new Error(`not within 10 s: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('a ledger that another process writes to', () => {
  it('is said to be busy until it can be read', async () => {
    const other = await writer('SELECT 1');
    const one = await server({ ledger: file });
    const busy = await one.app.inject({ url: '/api/ready' });
    expect([busy.statusCode, busy.json().code, busy.headers['retry-after']]).toEqual([
      503,
      'LEDGER_BUSY',
      '2',
    ]);
    expect((await one.app.inject({ url: '/api/health' })).statusCode).toBe(200);
    await other.letGo();
    await until(
      () => one.app.inject({ url: '/api/ready' }),
      ({ statusCode }) => statusCode === 200,
    );
    await one.app.close();
  });

  it('is shown as it was, and takes no report, until it is let go; then as it is', async () => {
    const one = await server({ ledger: file });
    const before = await one.get<{ events: number; revision: string }>('/api/ledger');
    // The server has read it: nothing keeps another process from writing.
    const other = await writer(EVENT);
    expect(await one.get('/api/ledger')).toMatchObject({ revision: before.revision });
    const added = await one.post('/api/reports', {
      text: 'Kenya and Ethiopia held talks in Nairobi on Friday.',
    });
    expect([added.statusCode, added.json().code]).toEqual([503, 'LEDGER_BUSY']);
    await other.letGo();
    const after = await until(
      () => one.get<{ events: number; revision: string }>('/api/ledger'),
      ({ revision }) => revision !== before.revision,
    );
    expect(after.events).toBe(before.events + 1);
    await one.app.close();
  });
});

describe('updates', () => {
  it('tell the state at once, signs of life, and every change', async () => {
    const one = await server({ ledger: file, lookMs: 50, beatMs: 50 });
    const address = await one.app.listen({ port: 0, host: '127.0.0.1' });
    let text = '';
    const [response] = await once(get(`${address}/api/updates`), 'response');
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    const news = () =>
      [...text.matchAll(/^event: ledger\nid: .*\ndata: (.*)$/gm)].map((match) => JSON.parse(match[1]!));
    await until(
      async () => news(),
      (all) => all.length === 1,
    );
    expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(response.headers['content-security-policy']).toBeDefined();
    await until(
      async () => text,
      (all) => /^: /m.test(all),
    );
    await (await writer(EVENT)).letGo();
    const [first, second] = await until(
      async () => news(),
      (all) => all.length === 2,
    );
    expect(second.events).toBe(first.events + 1);
    expect(second.revision).not.toBe(first.revision);
    // An open answer does not keep the server from closing.
    await one.app.close();
  });
});

describe('what is no ledger', () => {
  it('is said to be unreadable', async () => {
    const garbage = join(there.path, 'garbage.duckdb');
    writeFileSync(garbage, 'no ledger at all '.repeat(1000));
    for (const ledger of [garbage, join(there.path, 'missing.duckdb')]) {
      const one = await server({ ledger });
      const answer = await one.app.inject({ url: '/api/dyads' });
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'LEDGER_UNREADABLE']);
      // Where it lies is nobody else's concern.
      expect(answer.body).not.toContain(there.path);
      await one.app.close();
    }
  });
});
