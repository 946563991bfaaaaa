import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { Ledger, readForLedger } from '../../src/index.js';
import { serverOf } from '../../src/serve/index.js';

const PAGE = fileURLToPath(new URL('../../dist/page', import.meta.url));
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const ROUNDS = 5;

/** Views, and what stands there when their picture does. */
const VIEWS: readonly (readonly [name: string, path: string, picture: string])[] = [
  ['Ask, front', '/', 'table.dyads .quad-bar'],
  [
    'Ask, an answer',
    `/?${new URLSearchParams({ q: 'Did Kim Jong-un just strengthen ties with Putin?' })}`,
    '.chart .index-line',
  ],
  ['Relation', '/relation/PRK/RUS', '.chart .index-line'],
  ['World', '/world', '.map .state'],
  ['Reports', '/report', '.report-row'],
  ['Stories', '/stories', '.story-line'],
  ['Sources', '/sources', 'table.sources tbody tr'],
];

/** Every file below a folder. */
function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;

function printSize(): void {
  const sizes = files(PAGE).map((path) => {
    const content = readFileSync(path);
    // Fonts are compressed already.
    const packed = path.endsWith('.woff2');
    const gzip = packed ? content.length : gzipSync(content, { level: 9 }).length;
    const brotli = packed ? content.length : brotliCompressSync(content).length;
    return { path, raw: content.length, gzip, brotli };
  });
  const sum = (key: 'raw' | 'gzip' | 'brotli', end = ''): number =>
    sizes.filter(({ path }) => path.endsWith(end)).reduce((all, one) => all + one[key], 0);
  console.log(
    `the built page: ${sizes.length} files, ${kB(sum('raw'))}; with gzip ${kB(sum('gzip'))} (code ${kB(sum('gzip', '.js'))}, styles ${kB(sum('gzip', '.css'))}, fonts ${kB(sum('gzip', '.woff2'))}), with brotli ${kB(sum('brotli'))}`,
  );
}

/** First picture of each view on the sample wire, nothing cached, and the size of the page. */
export async function run(): Promise<void> {
  if (!CHROMIUM || !existsSync(PAGE)) {
    console.log(`the page: skipped, ${CHROMIUM ? 'dist/page is not built' : 'no Chromium is installed'}`);
    return;
  }
  printSize();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  try {
    await measure(await sampleLedger(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sampleLedger(folder: string): Promise<string> {
  const path = join(folder, 'sample.duckdb');
  const ledger = await Ledger.open(path);
  const readings = readForLedger([fileURLToPath(new URL('../../samples/wire', import.meta.url))]);
  for await (const _ of ledger.addAll(readings));
  ledger.close();
  return path;
}

async function measure(ledger: string): Promise<void> {
  const app = await serverOf({ ledger, page: PAGE, perMinute: 100_000 });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
  try {
    console.log(`ms, middle of ${ROUNDS} cold loads: first contentful paint, the picture stands, sent`);
    for (const [name, path, picture] of VIEWS) {
      const loads: Load[] = [];
      for (let round = 0; round < ROUNDS; round++) loads.push(await load(browser, address + path, picture));
      const told = (key: keyof Load): number => middle(loads.map((one) => one[key]));
      console.log(
        `  ${name.padEnd(16)} ${told('paint').toFixed(0).padStart(5)} ${told('picture').toFixed(0).padStart(6)} ${kB(told('bytes')).padStart(8)}`,
      );
    }
  } finally {
    await browser.close();
    app.server.closeAllConnections();
    await app.close();
  }
}

/** Milliseconds from the request to the first content and to the picture, and what was sent for them. */
interface Load {
  readonly paint: number;
  readonly picture: number;
  readonly bytes: number;
}

async function load(browser: Browser, url: string, picture: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(picture).first().waitFor({ state: 'attached' });
  const found = await page.evaluate<Load>(`({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now(),
    picture: performance.now(),
    bytes: performance.getEntriesByType('resource').reduce((sum, one) => sum + one.transferSize, 0),
  })`);
  await context.close();
  return found;
}
