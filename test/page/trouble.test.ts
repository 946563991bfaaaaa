import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFiles, Ledger, readReport, reportFromText } from '../../src/index.js';
import { folder, ledgerIn } from '../serve/fixture.js';
import { type Looked, look, missing, openBrowser, serve, settled, violations } from './harness.js';

describe.skipIf(missing)('the page in trouble (skipped where it cannot be looked at)', () => {
  const place = missing ? undefined : folder();
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    place?.remove();
  });

  it('says what to do where the ledger is empty, in every view', async () => {
    const server = await serve(await ledgerIn(place!.path, true));
    const { page, complaints, close } = await look(browser);
    const next = /read (?:a report|one)|paste a report|rapport add/i;
    for (const path of ['/', '/relation', '/relation/CHN/USA', '/world', '/report', '/stories', '/sources']) {
      await page.goto(`${server.address}${path}`);
      await settled(page);
      await page.locator('.empty').first().waitFor();
      expect([path, (await page.locator('main').innerText()).match(next) !== null]).toEqual([path, true]);
      expect([path, await violations(page)]).toEqual([path, []]);
    }
    expect(complaints).toEqual([]);
    await close();
    await server.close();
  }, 60_000);

  describe('when the server goes away', () => {
    it('says so, keeps what is shown, and recovers by itself with what was asked meanwhile', async () => {
      const ledger = await ledgerIn(place!.path);
      const first = await serve(ledger);
      const { page, close } = await look(browser);
      await page.goto(`${first.address}/relation/ISR/LBN`);
      await settled(page);
      await first.close();
      const notice = page.getByRole('alert').filter({ hasText: 'The server does not answer' });
      await notice.waitFor();
      await expect.poll(() => page.locator('.chart svg').count()).toBe(1);
      // A step that nobody answers now, and the server is back only after it was asked for.
      await page.getByText('week', { exact: true }).click();
      const second = await serve(ledger, { port: first.port });
      await page.locator('[role=slider][aria-label*=week]').waitFor();
      await notice.waitFor({ state: 'detached' });
      await expect.poll(() => page.locator('.ledger-line').getAttribute('data-live')).toBe('yes');
      await close();
      await second.close();
    }, 40_000);

    it('loads the code of a view that could not be loaded, once it is back', async () => {
      const ledger = await ledgerIn(folder().path);
      const first = await serve(ledger);
      const { page, close } = await look(browser);
      await page.goto(first.address);
      await settled(page);
      await first.close();
      await page.getByRole('link', { name: 'World', exact: true }).click();
      await page.getByRole('alert').first().waitFor();
      const second = await serve(ledger, { port: first.port });
      await page.getByRole('button', { name: 'Try now' }).click();
      await page.locator('.map svg').waitFor();
      await close();
      await second.close();
    }, 40_000);
  });

  describe('with hostile reports', () => {
    const SCRIPT =
      '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2"><style>body{display:none}</style>';
    const OTHERS = 'وقال وزير الخارجية الروسي سيرغي لافروف في موسكو\u202e «вчера» 外交部';

    const TEXT = `Kenya meets Norway ${SCRIPT}\n\nNAIROBI, May 14, 2025 - Kenya and Norway held talks in Nairobi on Wednesday ${SCRIPT}.\n\n${OTHERS}`;
    let server: Awaited<ReturnType<typeof serve>>;
    let looked: Looked;
    beforeAll(async () => {
      const path = join(place!.path, 'hostile.duckdb');
      const ledger = await Ledger.open(path);
      const about = { outlet: `Wire ${SCRIPT}`, url: 'javascript:window.hacked=3', published: '2025-05-14' };
      await ledger.add([readReport(reportFromText(TEXT, about), { today: '2025-06-01' })]);
      ledger.close();
      server = await serve(path);
    });
    beforeEach(async () => {
      looked = await look(browser);
      await looked.page.goto(`${server.address}/report`);
    });
    afterEach(() => looked.close());
    afterAll(() => server?.close());

    it('shows their code as text, in the desk and from the ledger', async () => {
      const { page, complaints } = looked;
      await page.getByLabel(/Text, HTML or the address/).fill(TEXT);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator('.reading .text').waitFor();
      await expect.poll(() => page.locator('.text').textContent()).toContain(SCRIPT);
      await expect.poll(() => page.locator('.text').textContent()).toContain(OTHERS);
      const { items } = (await (await fetch(`${server.address}/api/reports`)).json()) as {
        items: { id: string }[];
      };
      for (const one of [
        '/',
        '/report',
        `/report/${items[0]!.id}`,
        '/stories',
        '/sources',
        '/relation/KEN/NOR',
      ]) {
        await page.goto(`${server.address}${one}`);
        await settled(page);
        await expect
          .poll(() => page.locator('main :is(script, style, img), a[href^="javascript"]').count())
          .toBe(0);
      }
      await expect.poll(() => page.evaluate('window.hacked')).toBeUndefined();
      expect(complaints).toEqual([]);
    }, 60_000);

    it('lays out names from right to left in their own direction, and text by its script', async () => {
      const { page } = looked;
      await page.getByLabel(/Text, HTML or the address/).fill(`${OTHERS}\n\n${OTHERS.replace('外交部', '')}`);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator('.reading .text').waitFor();
      await expect.poll(() => page.locator('.text').getAttribute('dir')).toBe('rtl');
    });

    it('shows a report of two hundred thousand characters without freezing', async () => {
      const { page } = looked;
      const sentence = 'Kenya and Norway held talks in Nairobi on Wednesday about fishing. ';
      const text = `Talks\n\nNAIROBI, May 14, 2025 - ${sentence.repeat(3)}\n\n${'The rain fell on the fields and the rivers rose. '.repeat(4000)}`;
      const file = join(place!.path, 'long.txt');
      writeFileSync(file, text);
      await page.locator('input[type=file]').setInputFiles(file);
      await page.locator('.reading .text').waitFor({ timeout: 60_000 });
      const shown = await page
        .locator('.text')
        .evaluate((node) => node.textContent!.replace(/\s/g, '').length);
      expect(shown).toBeGreaterThanOrEqual(text.replace(/\s/g, '').length);
      const begun = performance.now();
      await page.locator('.events li button').first().click();
      await page.locator('.events li.on').first().waitFor();
      expect(performance.now() - begun).toBeLessThan(2000);
    }, 90_000);

    it('refuses what is too long to be read here, in words', async () => {
      const { page } = looked;
      const file = join(place!.path, 'longer.txt');
      writeFileSync(file, 'x '.repeat(1_200_000));
      await page.locator('input[type=file]').setInputFiles(file);
      await expect
        .poll(() => page.getByRole('alert').innerText())
        .toMatch(/longer\.txt has 2,400,000 characters; at most 2,000,000/);
    });
  });

  it('shows a ledger of a million events', async () => {
    // Ten thousand events are imported, and laid a hundred times into the ledger by SQL: importing a million takes minutes.
    const { writeGdelt } = await import('../../bench/ledger/generate.js');
    const table = join(place!.path, 'gdelt.tsv');
    await writeGdelt(table, 10_000);
    const path = join(place!.path, 'million.duckdb');
    const ledger = await Ledger.open(path);
    for await (const one of importFiles(table)) for await (const _ of ledger.import(one));
    await ledger.database.run(
      "INSERT INTO events SELECT e.* REPLACE (e.id || '-' || k AS id) FROM events e, range(1, 100) t(k)",
    );
    await ledger.database.run(
      "INSERT INTO pairs SELECT p.* REPLACE (p.event || '-' || k AS event) FROM pairs p, range(1, 100) t(k) ORDER BY dyad, day",
    );
    const [count] = await ledger.database.all<{ n: number }>('SELECT count(*)::INTEGER AS n FROM events');
    expect(count!.n).toBeGreaterThanOrEqual(900_000);
    ledger.close();
    const server = await serve(path);
    const { page, complaints, close } = await look(browser);
    page.setDefaultTimeout(60_000);
    const times: Record<string, number> = {};
    for (const [name, one, sign] of [
      ['front', '/', 'table.dyads tbody tr'],
      ['relation by month', '/relation/USA/RUS', '.chart .index-line'],
      ['relation by day', '/relation/USA/RUS?step=day', '.chart .index-line'],
      ['world', '/world?month=2010-05', 'table.movements tbody tr'],
      ['sentences', '/relation/USA/RUS?sentences=between%3DUSA%252CRUS', '.drawer .event'],
    ] as const) {
      const begun = performance.now();
      await page.goto(`${server.address}${one}`);
      await page.locator(sign).first().waitFor({ state: 'attached' });
      times[name] = Math.round(performance.now() - begun);
    }
    console.log('a million events, ms until the picture stands:', JSON.stringify(times));
    // A list of tens of thousands lays out only what is in sight, and goes on when it is scrolled.
    await page.locator('.drawer-body').evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await page.locator('.drawer [aria-posinset="51"]').waitFor();
    expect(await page.locator('.drawer .event').count()).toBeLessThan(80);
    expect(complaints).toEqual([]);
    await close();
    await server.close();
  }, 90_000);
});
