import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measureServer } from './page/server.js';

export const about =
  'every route of the server, and what of the page is measured in a browser, on a million events (--events=N, --ledger=FILE)';

/** The server alone, then the page in a browser where that is measured (`bench/page/browser.ts` exports `run`). */
export async function run(): Promise<void> {
  await measureServer();
  const browser = new URL('./page/browser.ts', import.meta.url);
  if (!existsSync(fileURLToPath(browser))) return;
  const { run: measure } = (await import(browser.href)) as { run: () => Promise<void> };
  await measure();
}
