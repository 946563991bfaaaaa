/**
 * Makes the pictures of docs/page.md: `npm run screenshots [-- --ledger FILE] [-- --only NAME]`. Without a ledger one is
 * made of the sample wire and, where they are present, the reports in ../shared/data/reports (minutes).
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { Ledger, readForLedger } from '../src/index.js';
import { serverOf } from '../src/serve/index.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OUT = at('../docs/screenshots/');
const PAGE = at('../dist/page');
const SOURCES = [at('../samples/wire'), at('../../shared/data/reports')];
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
/** Largest picture that is kept beside the docs. */
const MOST_BYTES = 150_000;

interface Shot {
  readonly name: string;
  readonly path: string;
  /** What must stand there. */
  readonly sign: string;
  readonly dark?: true;
  readonly phone?: true;
  /** Pixels, where the usual height would cut what matters. */
  readonly height?: number;
  readonly before?: (page: Page) => Promise<void>;
}

const question = (q: string): string => `/?${new URLSearchParams({ q })}`;
const RELATION = '/relation/ISR/PSE?step=week';
const CHART = '.chart .index-line';

async function readExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /invented example/ }).click();
  await page.locator('.reading .text').waitFor();
  await page.locator('.events li').nth(1).hover();
}

const SHOTS: readonly Shot[] = [
  { name: 'ask', path: '/', sign: 'table.dyads' },
  {
    name: 'answer',
    path: question('How have relations between Israel and Palestine changed?'),
    sign: CHART,
  },
  { name: 'relation', path: `${RELATION}&from=2025-09-29&to=2025-10-19`, sign: CHART, height: 880 },
  { name: 'relation-dark', path: `${RELATION}&panels=stacked`, sign: CHART, dark: true, height: 880 },
  { name: 'relation-phone', path: RELATION, sign: CHART, phone: true },
  {
    name: 'sentences',
    path: `${RELATION}&sentences=${encodeURIComponent('between=ISR,PSE&from=2025-10-06&until=2025-10-12')}`,
    sign: '.drawer .event',
    height: 640,
  },
  { name: 'world', path: '/world?month=2025-10', sign: '.map .state' },
  { name: 'report', path: '/report', sign: '.compose', height: 580, before: readExample },
  {
    name: 'report-dark-phone',
    path: '/report',
    sign: '.compose',
    dark: true,
    phone: true,
    before: readExample,
  },
  { name: 'stories', path: '/stories?order=reports', sign: '.story-line' },
  {
    name: 'story',
    path: '/stories?order=reports',
    sign: '.story-line',
    before: async (page) => {
      await page.locator('.story-line .event-text a').first().click();
      await page.locator('.tellings').waitFor();
    },
  },
  { name: 'sources', path: '/sources', sign: 'table.sources' },
];

async function take(browser: Browser, address: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: shot.phone ? { width: 360, height: 760 } : { width: 1100, height: shot.height ?? 720 },
    colorScheme: shot.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.goto(address + shot.path);
  await page.locator(shot.sign).first().waitFor();
  await shot.before?.(page);
  await page.locator('.wait, [data-stale]').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(300); // fonts that come last
  const path = join(OUT, `${shot.name}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  console.log(`${shot.name}.png ${(size / 1000).toFixed(0)} kB${size > MOST_BYTES ? ', too large' : ''}`);
  await context.close();
}

async function made(folder: string): Promise<string> {
  const path = join(folder, 'screenshots.duckdb');
  const ledger = await Ledger.open(path);
  for await (const _ of ledger.addAll(readForLedger(SOURCES.filter((source) => existsSync(source)))));
  ledger.close();
  return path;
}

const { values } = parseArgs({ options: { ledger: { type: 'string' }, only: { type: 'string' } } });
if (!CHROMIUM) throw new Error('no Chromium is installed');
mkdirSync(OUT, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'rapport-screenshots-'));
const app = await serverOf({ ledger: values.ledger ?? (await made(folder)), page: PAGE });
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
try {
  for (const shot of SHOTS)
    if (!values.only || shot.name.startsWith(values.only)) await take(browser, address, shot);
} finally {
  await browser.close();
  app.server.closeAllConnections();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
