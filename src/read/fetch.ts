import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { RapportError } from '../base/index.js';
import { isPublicAddress } from './address.js';
import { MAX_BYTES, type ReadOptions } from './options.js';

export interface Fetched {
  /** The address after redirects. */
  readonly url: string;
  readonly bytes: Buffer;
  readonly charset?: string;
}

const REDIRECTS = 5;
const TIMEOUT = 20_000;
const ACCEPT =
  'text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,text/plain;q=0.8,*/*;q=0.1';

/**
 * Fetches a page. Only http and https, no credentials, no cookies; addresses in private ranges are refused when the
 * connection is made, so neither a redirect nor a name that changes its address gets around it.
 * @throws RapportError `FETCH_PRIVATE`, `FETCH_FAILED`, `INPUT_TOO_LARGE`, `BAD_ARGUMENT`
 */
export async function fetchBytes(address: string, options: ReadOptions = {}): Promise<Fetched> {
  const timeout = options.timeoutMs ?? TIMEOUT;
  const agent = new Agent({
    connect: { lookup: guardedLookup(options.allowPrivate === true), timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxRedirections: 0,
    pipelining: 0,
  } as Agent.Options);
  const signals = [AbortSignal.timeout(timeout), ...(options.signal ? [options.signal] : [])];
  try {
    return await follow(address, agent, AbortSignal.any(signals), options);
  } catch (error) {
    throw fetchError(address, error, timeout);
  } finally {
    agent.destroy().catch(() => {});
  }
}

async function follow(
  address: string,
  agent: Agent,
  signal: AbortSignal,
  options: ReadOptions,
): Promise<Fetched> {
  let url = checked(address, address, options.allowPrivate === true);
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: { accept: ACCEPT, 'accept-encoding': 'identity', 'user-agent': 'rapport/0.1 (news reader)' },
    });
    const { statusCode, headers, body } = response;
    const location = one(headers.location);
    if (statusCode >= 300 && statusCode < 400 && location) {
      await body.dump({ limit: 65536 });
      url = checked(new URL(location, url).href, address, options.allowPrivate === true);
      continue;
    }
    if (statusCode < 200 || statusCode >= 300) {
      body.on('error', () => {}).destroy();
      throw new RapportError('FETCH_FAILED', address, `the server answered ${statusCode}`);
    }
    const bytes = await download(
      body,
      one(headers['content-length']),
      options.maxBytes ?? MAX_BYTES,
      address,
    );
    const charset = /charset\s?=\s?["']?([\w-]{2,40})/i.exec(one(headers['content-type']) ?? '')?.[1];
    return { url: url.href, bytes, ...(charset ? { charset } : {}) };
  }
  throw new RapportError('FETCH_FAILED', address, `more than ${REDIRECTS} redirects`);
}

async function download(
  body: AsyncIterable<Uint8Array>,
  stated: string | undefined,
  limit: number,
  address: string,
): Promise<Buffer> {
  const large = new RapportError('INPUT_TOO_LARGE', address, `more than ${limit} bytes`);
  if (stated && Number(stated) > limit) throw large;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw large;
    pieces.push(Buffer.from(chunk));
  }
  return Buffer.concat(pieces, size);
}

function checked(address: string, origin: string, allowPrivate: boolean): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new RapportError('FETCH_FAILED', origin, 'not a valid address');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new RapportError(
      'FETCH_FAILED',
      origin,
      `only http and https, not ${url.protocol.replace(':', '')}`,
    );
  }
  if (url.username || url.password) {
    throw new RapportError('FETCH_FAILED', url.origin, 'an address with a user name or password is refused');
  }
  // A literal address is never looked up, so the lookup's guard would not see it.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) && !isPublicAddress(host)) throw isPrivate(origin, host);
  url.hash = '';
  return url;
}

function isPrivate(origin: string, host: string): RapportError {
  return new RapportError('FETCH_PRIVATE', origin, `${host} is in a private range`);
}

class PrivateAddress extends Error {}

/** A lookup that gives only public addresses; the connection is made to one of those it gave. */
function guardedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const bad = allowPrivate ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
      if (bad) return callback(new PrivateAddress(bad.address), '', 0);
      if (options.all) return callback(null, addresses);
      const first = addresses[0];
      return first ? callback(null, first.address, first.family) : callback(new Error('no address'), '', 0);
    });
  };
}

function fetchError(address: string, error: unknown, timeout: number): RapportError {
  if (error instanceof RapportError) return error;
  for (
    let cause: unknown = error, depth = 0;
    cause instanceof Error && depth < 5;
    cause = cause.cause, depth++
  ) {
    if (cause instanceof PrivateAddress) return isPrivate(address, cause.message);
    if (cause.name === 'TimeoutError' || /timeout/i.test(cause.name)) {
      return new RapportError('FETCH_FAILED', address, `no answer within ${timeout} ms`);
    }
  }
  const what = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 160) : 'failed';
  return new RapportError('FETCH_FAILED', address, what || 'the connection failed');
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
