import { once } from 'node:events';
import type { RapportError } from '../base/index.js';
import type { TextOptions } from '../write/index.js';

/** Exit codes, as `rapport --help` and the docs list them. */
export const EXIT = { ok: 0, someFailed: 1, usage: 2, nothingRead: 3, ledger: 4 } as const;

/** Writes to standard output and waits while the reader is slower. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** How texts are laid out on standard output: as wide as the terminal, in colour only there and where it is wanted. */
export function textOptions(): TextOptions {
  return {
    width: process.stdout.columns || 100,
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  };
}

/** One line on standard error. */
export function complain(message: string): void {
  process.stderr.write(`rapport: ${message}\n`);
}

/** Counts what was read and what failed, says each failure in a line, and gives the exit code. */
export class Tally {
  private read = 0;
  private failed = 0;

  count(): void {
    this.read++;
  }

  fail(error: RapportError): void {
    this.failed++;
    complain(error.message);
  }

  get total(): number {
    return this.read + this.failed;
  }

  exitCode(): number {
    if (this.failed === 0 && this.read > 0) return EXIT.ok;
    return this.read === 0 ? EXIT.nothingRead : EXIT.someFailed;
  }
}

/** A closed pipe (`rapport read … | head`) ends the command quietly. */
export function endOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
}
