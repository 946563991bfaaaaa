import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { dataPath, RapportError } from '../../base/index.js';
import { Ledger } from '../../ledger/index.js';
import { isLoopback, serverOf } from '../../serve/index.js';
import { readForLedger } from '../../worker/index.js';
import { DEFAULT_LEDGER } from '../ledger.js';
import { complain, EXIT, print } from '../output.js';

interface Options {
  ledger?: string;
  host: string;
  port: number;
  token?: string;
  readOnly?: boolean;
  fetch?: boolean;
  open?: boolean;
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('show a ledger in a browser, and give it to programs as JSON and CSV')
    .addOption(
      new Option(
        '--ledger <file>',
        'the ledger (default: rapport.duckdb here, or else one of the sample wire)',
      ).env('RAPPORT_LEDGER'),
    )
    .option('--host <address>', 'address to listen on; any but this machine’s own needs a token', '127.0.0.1')
    .option('--port <n>', 'port to listen on; 0 takes a free one', portNumber, 4280)
    .addOption(new Option('--token <secret>', 'what whoever adds reports must send').env('RAPPORT_TOKEN'))
    .option('--read-only', 'let nobody add reports')
    .option('--fetch', 'fetch addresses also for others than this machine')
    .option('--open', 'open it in a browser, where there is a display')
    .addHelpText(
      'after',
      `
Examples:
  rapport serve                              the sample wire at http://127.0.0.1:4280
  rapport serve --ledger rapport.duckdb --open
  RAPPORT_TOKEN=… rapport serve --ledger rapport.duckdb --host 0.0.0.0`,
    )
    .action(async (options: Options) => {
      process.exitCode = await run(options);
    });
}

async function run(options: Options): Promise<number> {
  const { host, port, token, readOnly, fetch } = options;
  if (!isLoopback(host) && !token) {
    complain(`others can reach ${host}: give a --token or set RAPPORT_TOKEN (or leave --host out)`);
    return EXIT.usage;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rapport-'));
  try {
    const ledger = await ledgerOf(options.ledger, folder);
    const app = await serverOf({
      ledger,
      host,
      page: fileURLToPath(new URL('../../page', import.meta.url)),
      ...(token ? { token } : {}),
      ...(readOnly ? { readOnly } : {}),
      ...(fetch ? { fetch } : {}),
    });
    const address = `${await app.listen({ host, port })}/`;
    await print(`${ledger} at ${address} (routes at ${address}api/docs; stop with Ctrl-C)\n`);
    if (options.open) openPage(address);
    await asked();
    await app.close();
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof RapportError) complain(error.message);
    else if (code === 'EADDRINUSE') complain(`port ${port} of ${host} is taken: give another with --port`);
    else if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      complain(`cannot listen on port ${port} of ${host} (${code}): give another --host or --port`);
    else throw error;
    return error instanceof RapportError ? EXIT.ledger : EXIT.usage;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The ledger that is named or lies here; else one of the sample wire, so that there is always something to see. */
async function ledgerOf(named: string | undefined, folder: string): Promise<string> {
  const path = named ?? (existsSync(DEFAULT_LEDGER) ? DEFAULT_LEDGER : undefined);
  if (path !== undefined) {
    if (!existsSync(path)) throw new RapportError('LEDGER_MISSING', path, 'no such ledger');
    return path;
  }
  const sample = join(folder, 'sample.duckdb');
  process.stderr.write('rapport: no ledger is named; reading the sample wire\n');
  const ledger = await Ledger.open(sample);
  try {
    const readings = readForLedger([dataPath('../samples/wire')]);
    for await (const _ of ledger.addAll(readings, { onError: (error) => complain(error.message) }));
  } finally {
    ledger.close();
  }
  return sample;
}

/** Waits until the server is told to end. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** Opens an address in the browser of the desktop; without a display there is none. */
function openPage(address: string): void {
  const { platform, env } = process;
  if (platform !== 'darwin' && platform !== 'win32' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, ...args] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  spawn(command!, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => complain(`no browser could be opened: go to ${address}`))
    .unref();
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('give a port from 0 to 65535');
  return port;
}
