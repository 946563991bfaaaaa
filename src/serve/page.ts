import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Server } from './app.js';
import { Refusal } from './problems.js';

/** Files whose names hold a hash of what is in them: another content has another name. */
const HASHED = /-[\w-]{8,}\.\w+$/;

/** Serves the built page: hashed files for ever, others asked for again, and its index for every path within it. */
export async function servePage(app: Server, folder: string | undefined): Promise<void> {
  const there = folder !== undefined && existsSync(join(folder, 'index.html'));
  if (there)
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.setHeader(
          'cache-control',
          HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0]!;
    const ofPage = request.method === 'GET' && !path.startsWith('/api') && !path.includes('.');
    if (there && ofPage) return reply.sendFile('index.html');
    if (ofPage && path === '/')
      throw new Refusal('NOT_FOUND', 'the page is not built (npm run build); the routes are at /api/docs');
    throw new Refusal('NOT_FOUND', `nothing at ${path.slice(0, 200)}`);
  });
}
