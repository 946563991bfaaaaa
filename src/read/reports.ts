import { RapportError } from '../base/index.js';
import { decode } from './decode.js';
import { reportsFromFeed } from './feed.js';
import { fetchBytes } from './fetch.js';
import { reportFromHtml } from './html.js';
import {
  type ByteLine,
  type Bytes,
  byteLines,
  expand,
  fileBytes,
  fileError,
  gather,
  peek,
  type Source,
  unpacked,
} from './inputs.js';
import { reportFromMarkdown } from './markdown.js';
import { MAX_BYTES, type ReadOptions, type ReadResult } from './options.js';
import { records, reportFromRecord } from './record.js';
import { isBinary, isGarbage, sniff } from './sniff.js';
import { type Meta, reportFromText } from './text.js';

const HEAD = 64 * 1024;

/**
 * Reads every report of the inputs: files, directories, `-` for standard input, http(s) addresses. What cannot be read is
 * given as an error in its place, and reading goes on. Lines of JSONL are read one by one, however long the file.
 */
export async function* readReports(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  for await (const source of expand(inputs)) {
    if (source instanceof RapportError) yield { ok: false, error: source };
    else yield* readSource(source, options);
  }
}

async function* readSource(source: Source, options: ReadOptions): AsyncGenerator<ReadResult> {
  try {
    if (source.kind === 'url') {
      const page = await fetchBytes(source.name, options);
      yield* readBytes(once(page.bytes), source.name, options, { url: page.url }, page.charset);
    } else {
      const bytes = source.kind === 'file' ? fileBytes(source.name) : (options.stdin ?? process.stdin);
      yield* readBytes(counted(bytes, options.onBytes), source.name, options, {});
    }
  } catch (error) {
    yield { ok: false, error: fileError(source.name, error) };
  }
}

async function* counted(bytes: Bytes, tell: ReadOptions['onBytes']): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    tell?.(chunk.length);
    yield chunk;
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function* readBytes(
  bytes: Bytes,
  name: string,
  options: ReadOptions,
  meta: Meta,
  charset?: string,
): AsyncGenerator<ReadResult> {
  const limit = options.maxBytes ?? MAX_BYTES;
  const { head, rest } = await peek(unpacked(bytes), HEAD);
  if (head.length === 0) throw new RapportError('INPUT_EMPTY', name, 'no bytes');
  if (isBinary(head)) throw new RapportError('INPUT_BINARY', name, 'not a text');
  const start = decode(cutWhole(head), charset);
  if (isGarbage(start.text)) throw new RapportError('INPUT_BINARY', name, 'not a text');
  const format = sniff(start.text, name);
  if (format === 'jsonl' && !start.encoding.startsWith('utf-16') && !start.encoding.startsWith('utf-32')) {
    yield* readLines(byteLines(rest, limit), name, limit);
    return;
  }
  const { text } = decode(await gather(rest, limit, name), charset);
  yield* readText(text, sniff(text.slice(0, HEAD), name), name, meta);
}

/** The head without a last character that the cut may have broken. */
function cutWhole(head: Buffer): Buffer {
  let end = head.length;
  if (end < HEAD) return head;
  while (end > HEAD - 4 && ((head[end - 1] as number) & 0xc0) === 0x80) end--;
  if ((head[end - 1] as number) >= 0xc0) end--;
  return head.subarray(0, end - (end % 2));
}

function* readText(
  text: string,
  format: ReturnType<typeof sniff>,
  name: string,
  meta: Meta,
): Generator<ReadResult> {
  const origin = { ...meta, origin: name };
  if (format === 'empty') throw new RapportError('INPUT_EMPTY', name, 'nothing but white space');
  if (format === 'feed') yield* reportsFromFeed(text, name);
  else if (format === 'html') yield attempt(() => reportFromHtml(text, origin));
  else if (format === 'markdown') yield attempt(() => reportFromMarkdown(text, origin));
  else if (format === 'json') yield* readJson(text, name);
  else if (format === 'jsonl') {
    for (const [at, line] of text.split('\n').entries()) {
      if (line.trim() !== '') yield* readJson(line, `${name}:${at + 1}`);
    }
  } else yield attempt(() => reportFromText(text, origin));
}

function attempt(read: () => Extract<ReadResult, { ok: true }>['report']): ReadResult {
  try {
    return { ok: true, report: read() };
  } catch (error) {
    if (error instanceof RapportError) return { ok: false, error };
    throw error;
  }
}

async function* readLines(
  lines: AsyncIterable<ByteLine>,
  name: string,
  limit: number,
): AsyncGenerator<ReadResult> {
  let none = true;
  for await (const { number, bytes } of lines) {
    const origin = `${name}:${number}`;
    if (!bytes) {
      yield {
        ok: false,
        error: new RapportError('INPUT_TOO_LARGE', origin, `a line of more than ${limit} bytes`),
      };
      continue;
    }
    const text = decode(bytes).text.trim();
    if (text === '') continue;
    none = false;
    yield* readJson(text, origin);
  }
  if (none) yield { ok: false, error: new RapportError('INPUT_EMPTY', name, 'no lines') };
}

function* readJson(text: string, origin: string): Generator<ReadResult> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const what = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : 'not JSON';
    yield { ok: false, error: new RapportError('BAD_JSON', origin, what) };
    return;
  }
  const all = records(value);
  if (all.length === 0) yield { ok: false, error: new RapportError('INPUT_EMPTY', origin, 'no records') };
  for (const [at, one] of all.entries()) {
    yield attempt(() => reportFromRecord(one, one === value ? origin : `${origin}#${at + 1}`));
  }
}
