import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type ServeOptions, serverOf } from '../../src/serve/index.js';
import { folder, ledgerIn } from '../serve/fixture.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const PAGE = fileURLToPath(new URL('../../dist/page', import.meta.url));

/** Why the page cannot be looked at here; undefined where it can. */
export const missing: string | undefined = !CHROMIUM
  ? 'no Chromium is installed'
  : !existsSync(`${PAGE}/index.html`)
    ? 'dist/page is not built'
    : undefined;
if (missing) console.log(`the page is not tested: ${missing}`);

export const DESK = { width: 1280, height: 860 };
export const PHONE = { width: 360, height: 740 };

const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
}

/** A server of a ledger on a port of its own (or the given one), with the built page. */
export async function serve(
  ledger: string,
  options: Partial<ServeOptions> & { readonly port?: number } = {},
): Promise<{ readonly address: string; readonly port: number; close(): Promise<void> }> {
  const { port = 0, ...rest } = options;
  const app = await serverOf({ ledger, page: PAGE, perMinute: 100_000, readsPerMinute: 1000, ...rest });
  const address = await app.listen({ host: '127.0.0.1', port });
  return {
    address,
    port: Number(new URL(address).port),
    close: () => {
      // Browsers keep their connections: a server that waits for them would never go.
      app.server.closeAllConnections();
      return app.close();
    },
  };
}

export interface Looked {
  readonly page: Page;
  /** What the browser complained of, and each request that left our server. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A page of the browser that remembers every complaint. */
export async function look(browser: Browser, options: BrowserContextOptions = {}): Promise<Looked> {
  const context = await browser.newContext({
    viewport: DESK,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1')
      complaints.push(`a request to ${request.url()}`);
  });
  return { page, complaints, close: () => context.close() };
}

const axe = missing
  ? ''
  : readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly passes: number;
  readonly wrong: readonly string[];
}

/** What axe finds wrong with the page as it is now, a line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { passes, wrong } = await page.evaluate<Found>(`axe.run(document).then(({ passes, violations }) => ({
    passes: passes.length,
    wrong: violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
      id + ': ' + html.slice(0, 160) + ' ' + failureSummary.split('\\n').slice(1, 2).join('').trim())),
  }))`);
  return passes > 10 ? wrong : [`only ${passes} rules had anything to look at`];
}

/** Waits until the page shows what it was asked for. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main :is(h1, .verdict, .empty)').first().waitFor({ state: 'attached' });
  await page.locator('.wait, [data-stale]').first().waitFor({ state: 'detached' });
}

/** A small ledger that is served, and a page that looks at it. */
export interface Desk {
  readonly browser: Browser;
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly address: string;
  /** Goes to an address of the page and waits until it is shown. */
  open(path: string): Promise<void>;
  /** What the server says. */
  get<T>(path: string): Promise<T>;
}

/** Makes a desk for the tests around it. */
export function openDesk(): Desk {
  const place = missing ? undefined : folder();
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let looked: Looked;
  beforeAll(async () => {
    server = await serve(await ledgerIn(place!.path));
    browser = await openBrowser();
    looked = await look(browser);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    place?.remove();
  });
  return {
    get browser() {
      return browser;
    },
    get page() {
      return looked.page;
    },
    get complaints() {
      return looked.complaints;
    },
    get address() {
      return server.address;
    },
    async open(path) {
      await looked.page.goto(`${server.address}${path}`);
      await settled(looked.page);
    },
    get: async <T>(path: string) => (await fetch(`${server.address}${path}`)).json() as Promise<T>,
  };
}
