import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The built command. */
export const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;

/** Whether it is built; without it the tests of the commands are skipped, and say so. */
export const built = existsSync(main);
if (!built) console.log('dist/ is not built: the tests of the commands are skipped (npm run build)');

/** Runs a command as a user would. */
export function rapport(...args: string[]): { out: string; err: string; code: number } {
  const done = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  return { out: done.stdout, err: done.stderr, code: done.status ?? -1 };
}
