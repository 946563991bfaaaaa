import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { RapportError } from '../base/index.js';

/** Something to read: a file, standard input or an address. */
export interface Source {
  readonly kind: 'file' | 'stdin' | 'url';
  readonly name: string;
}

/** The sources that the user's inputs stand for; directories in sorted order, hidden entries left out. */
export async function* expand(inputs: readonly string[]): AsyncGenerator<Source | RapportError> {
  for (const input of inputs) {
    if (input === '-') yield { kind: 'stdin', name: '-' };
    else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) yield { kind: 'url', name: input };
    else yield* path(input);
  }
}

async function* path(name: string): AsyncGenerator<Source | RapportError> {
  try {
    const info = await stat(name);
    if (info.isDirectory()) yield* directory(name);
    else if (info.isFile() || info.isFIFO() || info.isCharacterDevice()) yield { kind: 'file', name };
    else yield new RapportError('INPUT_UNREADABLE', name, 'not a file');
  } catch (error) {
    yield fileError(name, error);
  }
}

async function* directory(name: string): AsyncGenerator<Source | RapportError> {
  const entries = await readdir(name, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const below = join(name, entry.name);
    if (entry.isFile()) yield { kind: 'file', name: below };
    else if (entry.isDirectory()) {
      try {
        yield* directory(below);
      } catch (error) {
        yield fileError(below, error);
      }
    } else if (entry.isSymbolicLink()) yield* link(below);
  }
}

/** A link to a file is followed, one to a directory is not: it could lead in circles. */
async function* link(name: string): AsyncGenerator<Source | RapportError> {
  try {
    if ((await stat(name)).isFile()) yield { kind: 'file', name };
  } catch (error) {
    yield fileError(name, error);
  }
}

/** Bytes of all the inputs, before unpacking; undefined where that cannot be told before they are read. */
export async function bytesOf(inputs: readonly string[]): Promise<number | undefined> {
  let total = 0;
  for await (const source of expand(inputs)) {
    if (source instanceof RapportError) continue;
    if (source.kind !== 'file') return undefined;
    total += (await stat(source.name).catch(() => ({ size: 0 }))).size;
  }
  return total;
}

/** The error of the file system in the product's words. */
export function fileError(name: string, error: unknown): RapportError {
  if (error instanceof RapportError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new RapportError('INPUT_NOT_FOUND', name, 'no such file');
  if (code === 'EACCES' || code === 'EPERM')
    return new RapportError('INPUT_UNREADABLE', name, 'permission denied');
  if (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE') {
    return new RapportError('INPUT_UNREADABLE', name, 'broken gzip data');
  }
  const what = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : 'cannot be read';
  return new RapportError('INPUT_UNREADABLE', name, what);
}

export type Bytes = AsyncIterable<Uint8Array>;

/** The bytes of a file. */
export function fileBytes(name: string): Bytes {
  return createReadStream(name, { highWaterMark: 1 << 18 });
}

/** The same bytes, unpacked if they are gzip. */
export async function* unpacked(bytes: Bytes): AsyncGenerator<Buffer> {
  const { head, rest } = await peek(bytes, 2);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzip(rest);
  else for await (const chunk of rest) yield Buffer.from(chunk);
}

async function* gunzip(bytes: Bytes): AsyncGenerator<Buffer> {
  const unzip = createGunzip();
  const feed = (async () => {
    try {
      for await (const chunk of bytes) {
        if (unzip.destroyed) return;
        if (!unzip.write(chunk)) await drained(unzip);
      }
      unzip.end();
    } catch (error) {
      unzip.destroy(error as Error);
    }
  })();
  try {
    for await (const chunk of unzip) yield chunk as Buffer;
  } finally {
    unzip.destroy();
    await feed;
  }
}

function drained(unzip: ReturnType<typeof createGunzip>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      unzip.off('drain', done);
      unzip.off('close', done);
      resolve();
    };
    unzip.on('drain', done);
    unzip.on('close', done);
  });
}

/** The first `size` bytes (fewer at the end), and an iterable that still gives all of them. */
export async function peek(
  bytes: Bytes,
  size: number,
): Promise<{ head: Buffer; rest: AsyncGenerator<Buffer> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    const chunk = Buffer.from(next.value);
    first.push(chunk);
    length += chunk.length;
  }
  const all = Buffer.concat(first);
  return { head: all.subarray(0, size), rest: again(all, iterator) };
}

async function* again(first: Buffer, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    if (first.length > 0) yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield Buffer.from(next.value);
  } finally {
    await iterator.return?.();
  }
}

/** All bytes, at most `limit` of them. @throws RapportError `INPUT_TOO_LARGE` */
export async function gather(bytes: Bytes, limit: number, name: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit) throw new RapportError('INPUT_TOO_LARGE', name, `more than ${limit} bytes`);
    pieces.push(Buffer.from(chunk));
  }
  return Buffer.concat(pieces, size);
}

/** One line, its number counted from 1; `bytes` is absent where the line is longer than the limit. */
export interface ByteLine {
  readonly number: number;
  readonly bytes?: Buffer;
}

/** Cuts a stream at line feeds without ever holding more than one line. */
export async function* byteLines(bytes: Bytes, limit: number): AsyncGenerator<ByteLine> {
  let pieces: Buffer[] = [];
  let size = 0;
  let number = 1;
  const take = (): ByteLine => {
    const line = size > limit ? { number } : { number, bytes: Buffer.concat(pieces, size) };
    pieces = [];
    size = 0;
    number++;
    return line;
  };
  const add = (piece: Buffer): void => {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
    else pieces = [];
  };
  for await (const raw of bytes) {
    const chunk = Buffer.from(raw);
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}
