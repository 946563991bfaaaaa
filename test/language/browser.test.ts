import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse, type Document, findEntities } from '../../src/language/index.js';
import type { Report } from '../../src/read/index.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const KINDS: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html' };

const TEXT = 'Norway sent 200 soldiers to Kenya. It will train them, the foreign ministry said on “May 8”.';
const REPORT: Report = {
  ...{ id: 'x', origin: 'x', text: TEXT },
  parts: [{ kind: 'paragraph', span: { start: 0, end: TEXT.length } }],
};
const shown = ({ tokens }: Document): string =>
  tokens.map((t) => `${t.text}/${t.lemma}/${t.deprel}/${t.head}`).join(' ');

describe.skipIf(!CHROMIUM)('in a browser (skipped where no Chromium is installed)', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = ROOT + request.url!.slice(1);
      if (request.url === '/')
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>x</title>');
      else if (!/^\/(?:dist|data)\/[\w/.-]+$/.test(request.url!) || !existsSync(path))
        response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': KINDS[extname(path)] ?? 'application/octet-stream' })
          .end(readFileSync(path));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  it('reads as it does in Node, with nothing but the built modules and the data', async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      // As text, since what transforms the tests would change an import within a function.
      const found = await page.evaluate<{ document: Document; entities: number }>(`(async () => {
        const language = await import('/dist/language/index.js');
        await language.fetchLanguage('/data');
        const document = language.analyse(${JSON.stringify(REPORT)});
        return { document, entities: language.findEntities(document).length };
      })()`);
      const here = analyse(REPORT);
      expect(shown(found.document)).toBe(shown(here));
      expect(found.entities).toBe(findEntities(here).length);
    } finally {
      await browser.close();
    }
  }, 60_000);
});
