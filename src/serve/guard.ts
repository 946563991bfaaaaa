import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isLoopback } from './options.js';
import { Refusal } from './problems.js';
import type { Served } from './served.js';

/**
 * Refuses what no page or program of the owner sends: a name that was pointed at this machine from outside (DNS
 * rebinding), a page of another site, and writing without the token.
 * @throws Refusal
 */
export function guard(served: Served, request: FastifyRequest): void {
  if (served.local && !isLoopback(hostOf(request.headers.host ?? ''))) throw new Refusal('HOST_REFUSED');
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = origin !== undefined && originHost(origin) !== request.headers.host;
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new Refusal('ORIGIN_REFUSED');
  if (request.routeOptions.url === '/api/reports' && served.needsToken) needToken(served, request);
}

/** The token is compared in the same time however much of it is right. */
function needToken(served: Served, { headers }: FastifyRequest): void {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  const { token } = served.options;
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  if (given === undefined || token === undefined || !timingSafeEqual(hash(given), hash(token)))
    throw new Refusal('TOKEN_NEEDED');
}

/** The name of a Host header, without its port. */
function hostOf(host: string): string {
  return /^\[.*\]/.exec(host)?.[0] ?? host.replace(/:\d*$/, '');
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
