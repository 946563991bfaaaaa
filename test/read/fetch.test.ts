import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchBytes, isPublicAddress, type ReadOptions, readReports } from '../../src/read/index.js';

let server: Server;
let base = '';
let cookies: string | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    cookies = request.headers.cookie;
    const path = request.url ?? '/';
    if (path === '/text')
      response
        .setHeader('content-type', 'text/plain; charset=windows-1252')
        .end(Buffer.from('D\xe9j\xe0 vu \xe0 Gen\xe8ve.', 'latin1'));
    else if (path === '/once') response.writeHead(302, { location: '/text', 'set-cookie': 'a=b' }).end();
    else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (path === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    else if (path === '/big') {
      response.writeHead(200);
      const write = (): void => {
        if (!response.destroyed) response.write('x'.repeat(65536), () => setImmediate(write));
      };
      write();
    } else if (path === '/hang') return;
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function code(address: string, options: ReadOptions = {}): Promise<string> {
  for await (const one of readReports([address], options)) return one.ok ? one.report.text : one.error.code;
  return 'nothing';
}

const local: ReadOptions = { allowPrivate: true, timeoutMs: 2000 };

describe('fetching', () => {
  it('reads a page in the encoding its server states, through a redirect, without cookies', async () => {
    expect(await code(`${base}/once`, local)).toBe('Déjà vu à Genève.');
    expect((await fetchBytes(`${base}/once`, local)).url).toBe(`${base}/text`);
    expect(cookies).toBeUndefined();
  });

  it('refuses private addresses, by number and by name, unless they are allowed', async () => {
    expect(await code(`${base}/text`)).toBe('FETCH_PRIVATE');
    expect(await code(base.replace('127.0.0.1', 'localhost'))).toBe('FETCH_PRIVATE');
    expect(await code('http://[::1]/')).toBe('FETCH_PRIVATE');
    expect(await code('http://[::ffff:10.0.0.1]/')).toBe('FETCH_PRIVATE');
    expect(await code('http://2130706433/')).toBe('FETCH_PRIVATE');
    expect(await code('http://169.254.169.254/latest/meta-data')).toBe('FETCH_PRIVATE');
  });

  it('refuses other protocols, also after a redirect, and credentials', async () => {
    expect(await code('ftp://example.org/x')).toBe('FETCH_FAILED');
    expect(await code(`${base}/file`, local)).toBe('FETCH_FAILED');
    expect(await code(base.replace('//', '//user:secret@'), local)).toBe('FETCH_FAILED');
  });

  it('never repeats a password in its error', async () => {
    for await (const one of readReports(['http://user:secret@example.org/'])) {
      expect(!one.ok && one.error.message).not.toContain('secret');
    }
  });

  it('stops at the size limit, at the time limit, in a loop and at an error page', async () => {
    expect(await code(`${base}/big`, { ...local, maxBytes: 200_000 })).toBe('INPUT_TOO_LARGE');
    expect(await code(`${base}/hang`, { ...local, timeoutMs: 300 })).toBe('FETCH_FAILED');
    expect(await code(`${base}/loop`, local)).toBe('FETCH_FAILED');
    expect(await code(`${base}/none`, local)).toBe('FETCH_FAILED');
  });
});

describe('public addresses', () => {
  it.each([
    '93.184.216.34',
    '2606:2800:220:1:248:1893:25c8:1946',
    '::ffff:8.8.8.8',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '10.1.2.3',
    '172.16.0.1',
    '192.168.0.1',
    '127.0.0.1',
    '0.0.0.0',
    '100.64.0.1',
    '169.254.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::',
    '::1',
    'fe80::1%eth0',
    'fc00::1',
    'ff02::1',
    '::ffff:192.168.0.1',
    '::127.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'not an address',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
