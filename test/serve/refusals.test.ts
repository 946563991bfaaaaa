import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBLEMS, type Problem, serverOf } from '../../src/serve/index.js';
import { folder, ledgerIn, server } from './fixture.js';

const there = folder();
const page = join(there.path, 'page');
let file: string;
let empty: string;
let ask: Awaited<ReturnType<typeof server>>;
beforeAll(async () => {
  file = await ledgerIn(there.path);
  empty = await ledgerIn(there.path, true);
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(page, 'assets', 'main-Ab3dE5fG.js'), 'export {}');
  ask = await server({ ledger: file, page });
});
afterAll(async () => {
  await ask.app.close();
  there.remove();
});

const TEXT = 'WARSAW, March 5, 2024 (Sample Wire) - Poland expelled two Russian diplomats on Tuesday.';

describe('what is wrong', () => {
  const cases: readonly (readonly [url: string, status: number, code: string, field: string])[] = [
    ['/api/dyads?limit=0', 400, 'BAD_REQUEST', 'limit'],
    ['/api/dyads?cursor=nonsense', 400, 'BAD_REQUEST', 'cursor'],
    [`/api/events?cursor=${Buffer.from('["x","y"]').toString('base64url')}`, 400, 'BAD_REQUEST', ''],
    ['/api/events?quad=5', 400, 'BAD_REQUEST', 'quad'],
    ['/api/events?from=2024-13-01', 400, 'BAD_REQUEST', 'from'],
    ['/api/events?shift=2024-01-01', 400, 'BAD_REQUEST', 'shift'],
    ['/api/events?between=Atlantis', 404, 'NO_ACTOR', 'between'],
    ['/api/events?between=RUS,russia', 400, 'SAME_ACTOR', 'between'],
    ["/api/relations/RUS/x'; DROP TABLE events", 404, 'NO_ACTOR', 'b'],
    ['/api/relations/RUS/RUS', 400, 'SAME_ACTOR', 'b'],
    ['/api/relations/RUS/POL?since=2024-02-01&until=2024-01-01', 400, 'BAD_REQUEST', 'since'],
    ['/api/world?month=2024-7', 400, 'BAD_REQUEST', 'month'],
    ['/api/stories/none', 404, 'NOT_FOUND', 'id'],
    ['/api/reports/none', 404, 'NOT_FOUND', 'id'],
    ['/api/sources/none', 404, 'NOT_FOUND', 'id'],
    ['/api/registers/none', 400, 'BAD_REQUEST', 'register'],
    ['/api/nothing', 404, 'NOT_FOUND', ''],
    ['/api/ask', 400, 'BAD_REQUEST', 'q'],
  ];
  it.each(cases)('%s is said to be so', async (url, status, code, field) => {
    const answer = await ask.app.inject({ url: encodeURI(url) });
    const problem = answer.json() as Problem;
    expect([answer.statusCode, problem.code, problem.field ?? '']).toEqual([status, code, field]);
    expect(problem.message.length).toBeGreaterThan(0);
  });

  it('is said of what is sent, too', async () => {
    const code = async (payload: object) => (await ask.post('/api/read', payload)).json().code;
    expect(await code({})).toBe('BAD_REQUEST');
    expect(await code({ text: 'a', html: 'b' })).toBe('BAD_REQUEST');
    expect(await code({ text: ' \n ' })).toBe('INPUT_EMPTY');
    expect(await code({ html: '<p></p>' })).toBe('NO_ARTICLE');
    expect(await code({ text: TEXT, published: 'yesterday' })).toBe('BAD_REQUEST');
    expect(await code({ text: TEXT, more: 1 })).toBe('BAD_REQUEST');
    expect(await code({ url: 'file:///etc/passwd' })).toBe('BAD_REQUEST');
    expect(await code({ url: '/etc/passwd' })).toBe('BAD_REQUEST');
    expect(await code({ url: 'http://127.0.0.1:1/' })).toBe('FETCH_PRIVATE');
    expect(await code({ text: 'x'.repeat(1_000_001) })).toBe('BODY_TOO_LARGE');
    const plain = await ask.app.inject({
      method: 'POST',
      url: '/api/read',
      payload: 'text',
      headers: { 'content-type': 'text/plain' },
    });
    expect([plain.statusCode, plain.json().code]).toEqual([415, 'NEEDS_JSON']);
    const broken = await ask.app.inject({
      method: 'POST',
      url: '/api/read',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'BAD_REQUEST']);
    const large = await ask.post('/api/read', { text: 'x'.repeat(7_000_000) });
    expect([large.statusCode, large.json().code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('has the codes that docs/server.md lists, with their status and meaning', () => {
    const docs = readFileSync(new URL('../../docs/server.md', import.meta.url), 'utf8');
    const listed = [...docs.matchAll(/^\| `([A-Z_]+)` \| (\d+) \| (.+) \|$/gm)].map(([, ...cells]) => cells);
    const codes = Object.entries(PROBLEMS).map(([code, [status, meaning]]) => [code, `${status}`, meaning]);
    expect(listed.sort()).toEqual(codes.sort());
  });
});

describe('who may ask', () => {
  it('on this machine only by its own names', async () => {
    const status = async (host: string) =>
      (await ask.app.inject({ url: '/api/health', headers: { host } })).statusCode;
    expect(await status('localhost:4280')).toBe(200);
    expect(await status('127.0.0.1:4280')).toBe(200);
    expect(await status('[::1]:4280')).toBe(200);
    expect(await status('rebound.example')).toBe(403);
    expect(await status('127.0.0.1.rebound.example')).toBe(403);
  });

  it('is no page of another site', async () => {
    const code = async (headers: Record<string, string>) =>
      (await ask.post('/api/read', { text: ' ' }, headers)).json().code;
    expect(await code({ origin: 'https://other.example' })).toBe('ORIGIN_REFUSED');
    expect(await code({ origin: 'null' })).toBe('ORIGIN_REFUSED');
    expect(await code({ 'sec-fetch-site': 'cross-site' })).toBe('ORIGIN_REFUSED');
    expect(
      await code({
        origin: 'http://localhost:4280',
        host: 'localhost:4280',
        'sec-fetch-site': 'same-origin',
      }),
    ).not.toBe('ORIGIN_REFUSED');
    const { headers } = await ask.app.inject({
      url: '/api/dyads',
      headers: { origin: 'https://other.example' },
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('elsewhere writes only with the token', async () => {
    await expect(serverOf({ ledger: file, host: '0.0.0.0' })).rejects.toThrow(/token/);
    const open = await server({ ledger: file, host: '0.0.0.0', token: 'a secret' });
    const add = async (authorization?: string) =>
      (await open.post('/api/reports', { text: TEXT }, authorization ? { authorization } : {})).statusCode;
    expect(await add()).toBe(401);
    expect(await add('Bearer a secres')).toBe(401);
    expect(await add('Bearer a secret and more')).toBe(401);
    expect(await add('Bearer a secret')).toBe(201);
    expect(await open.get('/api/ledger')).toMatchObject({
      file: 'small.duckdb',
      needsToken: true,
      mayFetch: false,
    });
    expect((await open.post('/api/read', { url: 'https://example.org/' })).json().code).toBe('FETCH_OFF');
    await open.app.close();
  });

  it('adds nothing where nothing may be added', async () => {
    const closed = await server({ ledger: file, readOnly: true });
    const answer = await closed.post('/api/reports', { text: TEXT });
    expect([answer.statusCode, answer.json().code]).toEqual([405, 'READ_ONLY']);
    await closed.app.close();
  });

  it('asks not too often', async () => {
    const few = await server({ ledger: empty, perMinute: 2 });
    const asked = [];
    for (let i = 0; i < 3; i++) asked.push(await few.app.inject({ url: '/api/dyads' }));
    expect(asked.map((answer) => answer.statusCode)).toEqual([200, 200, 429]);
    expect(asked[2]!.json().code).toBe('TOO_MANY_REQUESTS');
    expect(Number(asked[2]!.headers['retry-after'])).toBeGreaterThan(0);
    await few.app.close();
  });
});

describe('what is sent along', () => {
  it('keeps a browser from running or loading anything of others', async () => {
    const { headers } = await ask.app.inject({ url: '/' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('keeps hashed files for ever, and gives the page for each of its paths', async () => {
    const get = async (url: string) => {
      const { statusCode, headers, body } = await ask.app.inject({ url });
      return [statusCode, headers['cache-control'], body.slice(0, 15)];
    };
    expect(await get('/assets/main-Ab3dE5fG.js')).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'export {}',
    ]);
    for (const url of ['/', '/relations/PRK/RUS', '/world?month=2024-01'])
      expect(await get(url)).toEqual([200, 'no-cache', '<!doctype html>']);
    expect((await get('/missing.js'))[0]).toBe(404);
    expect((await get('/../small.duckdb'))[0]).toBe(404);
    expect((await get('/%2e%2e/small.duckdb'))[0]).toBe(404);
  });

  it('is packed where the asker can unpack it', async () => {
    const { headers } = await ask.app.inject({ url: '/api/events', headers: { 'accept-encoding': 'gzip' } });
    expect(headers['content-encoding']).toBe('gzip');
  });
});

describe('an empty ledger', () => {
  it('gives empty views', async () => {
    const none = await server({ ledger: empty });
    for (const list of [
      'dyads',
      'events',
      'stories',
      'disagreements',
      'registers/agreements',
      'reports',
      'sources',
    ])
      expect(await none.get(`/api/${list}`)).toMatchObject({ items: [], total: 0, next: null });
    expect(await none.get('/api/ledger')).toMatchObject({ reports: 0, events: 0, from: null, coders: [] });
    expect(await none.get('/api/world')).toMatchObject({ months: [], movements: [] });
    const relation = await none.get('/api/relations/PRK/RUS');
    expect(relation).toMatchObject({
      points: [],
      shifts: [],
      counts: { events: 0, acts: 0, reports: 0, sources: 0 },
    });
    expect(relation.unknown).toMatch(/^0 acts/);
    expect(await none.get('/api/ask?q=Are+Russia+and+China+getting+closer%3F')).toMatchObject({
      known: false,
    });
    await none.app.close();
  });
});

describe('a hostile report', () => {
  const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>';

  it('is only ever text in JSON', async () => {
    const text = `${SCRIPT} says all\n\n${TEXT} ${SCRIPT}`;
    const answer = await ask.post('/api/read', { text, name: SCRIPT });
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.json()).toMatchObject({ text, outlet: SCRIPT });
  });

  it('is read whatever its characters are', async () => {
    const view = async (text: string) => (await ask.post('/api/read', { text })).json();
    expect((await view(`\u0000\u0007${TEXT}\u0000 \ud800`)).text).toContain('Poland expelled');
    expect((await view('‮\u202eقال الرئيس إن بولندا طردت دبلوماسيين')).dir).toBe('rtl');
    expect((await view(`${TEXT} ${'('.repeat(20_000)}${'a'.repeat(20_000)}`)).events).toHaveLength(1);
  });

  it('is kept and shown whatever its characters are', async () => {
    const text = `${SCRIPT}\u0000'; DROP TABLE events; --\n\n${TEXT} “\u202e${SCRIPT}”, Polish Prime Minister Donald Tusk said.`;
    const added = await ask.post('/api/reports', { text, name: '=cmd|1' });
    expect(added.statusCode).toBe(201);
    const { id } = added.json();
    const again = await ask.post('/api/reports', { text, name: '=cmd|1' });
    expect([again.statusCode, again.json()]).toEqual([200, { id, as: 'known', events: 0 }]);
    expect((await ask.get(`/api/reports/${id}`)).events).toHaveLength(1);
    const table = await ask.app.inject({ url: '/api/reports?format=csv' });
    expect(table.body).toContain("'=cmd|1");
  });
});
