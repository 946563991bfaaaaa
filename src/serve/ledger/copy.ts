import { constants, rmSync } from 'node:fs';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RapportError } from '../../base/index.js';
import { Database, deriveViews, Ledger } from '../../ledger/index.js';
import { Refusal } from '../problems.js';

/** The state of a ledger's file, as a short text that changes whenever it does; undefined when there is no file. */
export async function stateOf(path: string): Promise<string | undefined> {
  const [file, wal] = await Promise.all(
    [path, `${path}.wal`].map((name) => stat(name).catch(() => undefined)),
  );
  if (!file) return undefined;
  const parts = [
    file.size,
    Math.round(file.mtimeMs),
    file.ino,
    wal?.size ?? 0,
    Math.round(wal?.mtimeMs ?? 0),
  ];
  return parts.map((part) => part.toString(36)).join('-');
}

/** Milliseconds after which a reading of the ledger is broken off. */
const LONGEST = 30_000;

/** A ledger as it was at one moment, with tables for quick reading; its own copy of the file, gone when it is closed. */
export class Copy {
  private users = 0;
  /** Told when the copy is gone, once it is wanted no more. */
  private dropped: (() => void) | undefined;

  private constructor(
    readonly revision: string,
    private readonly folder: string,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Copies a ledger while nobody writes to it. The ledger's own lock is held for the time of the copying alone, so that
   * others can write to it while the copy is read.
   * @throws RapportError `LEDGER_LOCKED` while another process writes, and others with a code `LEDGER_…`
   */
  static async of(path: string): Promise<Copy> {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-serve-'));
    let ledger: Ledger | undefined;
    try {
      const file = join(folder, 'ledger.duckdb');
      const revision = await copied(path, file);
      ledger = await Ledger.open(file, { keepStories: true }).catch((error: unknown) => {
        throw error instanceof RapportError ? new RapportError(error.code, path, error.what) : error;
      });
      await deriveViews(ledger.database);
      return new Copy(revision, folder, ledger);
    } catch (error) {
      ledger?.close();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Lets some work read the copy by a connection of its own; the copy stays until it is done, or takes too long. */
  async use<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
    this.users++;
    let late = false;
    let session: Ledger | undefined;
    const timer = setTimeout(() => {
      late = true;
      session?.database.interrupt();
    }, LONGEST);
    try {
      session = await this.ledger.beside();
      return await work(session);
    } catch (error) {
      throw late ? new Refusal('TOO_SLOW', 'the ledger takes too long to answer; ask for less') : error;
    } finally {
      clearTimeout(timer);
      session?.close();
      this.users--;
      this.leave();
    }
  }

  /** Keeps the copy while items come that are read from it one after another. */
  async *during<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    this.users++;
    try {
      yield* items;
    } finally {
      this.users--;
      this.leave();
    }
  }

  /** Closes the copy once nobody reads it any more. */
  drop(): Promise<void> {
    return new Promise((resolve) => {
      this.dropped = resolve;
      this.leave();
    });
  }

  private leave(): void {
    if (!this.dropped || this.users > 0) return;
    this.ledger.close();
    rmSync(this.folder, { recursive: true, force: true });
    this.dropped();
    this.dropped = undefined;
  }
}

const TRIES = 3;

async function copied(from: string, to: string): Promise<string> {
  for (let left = TRIES; ; left--) {
    const before = await stateOf(from);
    if (before === undefined) throw new RapportError('LEDGER_MISSING', from, 'no such ledger');
    // Opening it takes the lock that writers wait for; one of an older schema is brought up to date in the copy alone.
    const held = await Database.open(from, { readOnly: true, anySchema: true });
    try {
      await copyFile(from, to, constants.COPYFILE_FICLONE);
      await copyFile(`${from}.wal`, `${to}.wal`).catch(() => {});
    } finally {
      held.close();
    }
    if ((await stateOf(from)) === before) return before;
    if (left === 0) throw new RapportError('LEDGER_LOCKED', from, 'changed while it was read');
  }
}
