import { createHash } from 'node:crypto';
import yauzl from 'yauzl';
import { type Bytes, fileBytes, fileError, unpacked } from '../read/index.js';

/** One stream of bytes to import: a file, or one member of a zip archive. */
export interface Member {
  /** Path, with `#member` behind it for one of an archive. */
  readonly name: string;
  open(): AsyncGenerator<Buffer>;
}

/** The members of a file: itself, unpacked where it is gzip, or those of a zip archive in their order. */
export async function membersOf(path: string): Promise<Member[]> {
  for await (const chunk of fileBytes(path)) {
    if (chunk[0] !== 0x50 || chunk[1] !== 0x4b) break;
    return zipMembers(path);
  }
  return [{ name: path, open: () => named(path, unpacked(fileBytes(path))) }];
}

/** Errors of the file system name the file. */
async function* named(path: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    throw fileError(path, error);
  }
}

async function zipMembers(path: string): Promise<Member[]> {
  try {
    const zip = await yauzl.openPromise(path);
    const names: string[] = [];
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) names.push(entry.fileName);
    return names.map((member) => ({
      name: `${path}#${member}`,
      open: () => named(path, zipMember(path, member)),
    }));
  } catch (error) {
    throw fileError(path, error);
  }
}

async function* zipMember(path: string, member: string): AsyncGenerator<Buffer> {
  const zip = await yauzl.openPromise(path);
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== member) continue;
      yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer> as AsyncGenerator<Buffer>;
      return;
    }
  } finally {
    zip.close();
  }
}

/** SHA-256 of the bytes, and how many there are. */
export async function digestOf(bytes: Bytes): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { hash: hash.digest('hex'), size };
}

/** The lines of a stream, many at a time, without their ends; a byte order mark is left out. */
export async function* linesOf(bytes: Bytes): AsyncGenerator<string[]> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let rest = '';
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    if (lines.length > 0) yield lines.map(withoutReturn);
  }
  rest += decoder?.decode() ?? '';
  if (rest !== '') yield [withoutReturn(rest)];
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/** UTF-8, or, where the first bytes cannot be that, the encoding of older Windows files. */
function encodingOf(head: Uint8Array): string {
  const bytes = head.subarray(0, 65_536);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0))
    return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
