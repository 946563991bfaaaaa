import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify from 'fastify';
import { engineVersion } from '../base/index.js';
import { reportFromText } from '../read/index.js';
import { searchActors } from '../world/index.js';
import type { Server } from './app.js';
import { tidyDocument } from './document.js';
import { guard } from './guard.js';
import { isLoopback, type ServeOptions } from './options.js';
import { servePage } from './page.js';
import { Refusal, refusalOf } from './problems.js';
import { ledgerRoutes } from './routes/ledger.js';
import { relationRoutes } from './routes/relations.js';
import { reportRoutes } from './routes/reports.js';
import { storyRoutes } from './routes/stories.js';
import { MOST_TEXT } from './schema/index.js';
import { Served } from './served.js';
import { updateRoute } from './updates.js';

const PER_MINUTE = 1200;
/** A letter may take six bytes when it is escaped. */
const BODY = 6 * MOST_TEXT + 10_000;
/** Milliseconds within which a request must have arrived whole, and after which a silent connection is closed: no answer takes as long. */
const ARRIVED = 30_000;
const SILENT = 75_000;
/** What answers are made anew for is packed well enough at this level, in a fraction of the time of the highest. */
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/**
 * The server of a ledger: JSON under `/api`, the page at `/`. Nothing is opened before the first request.
 * @throws Error where it would be open to others without a token.
 */
export async function serverOf(options: ServeOptions): Promise<Server> {
  if (!isLoopback(options.host ?? '127.0.0.1') && !options.token)
    throw new Error(`on ${options.host}, where others can reach it, the server needs a token`);
  const app: Server = fastify({
    bodyLimit: BODY,
    requestTimeout: ARRIVED,
    connectionTimeout: SILENT,
    keepAliveTimeout: 5000,
    routerOptions: { maxParamLength: 400 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  const served = new Served(options);
  // A form of another site can send plain text without asking, JSON it cannot.
  app.removeContentTypeParser('text/plain');
  // Views are made by us with types that follow from their schemas; a test holds answers against them.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  refuseInOurWords(app);
  await harden(app, served);
  await describe(app);
  statusRoutes(app, served);
  ledgerRoutes(app, served);
  relationRoutes(app, served);
  storyRoutes(app, served);
  reportRoutes(app, served);
  updateRoute(app, served);
  await servePage(app, options.page);
  let warming: Promise<void> | undefined;
  app.addHook('onListen', () => {
    warming = warm(served);
  });
  app.addHook('onClose', async () => {
    await warming;
    await served.close();
  });
  return app;
}

/** Loads beforehand what the first who asks would wait for: the ledger, the names of actors, the engine of reading. */
async function warm(served: Served): Promise<void> {
  searchActors('', 1);
  try {
    await served.read(({ volume }) => volume());
    await served.readers.read(reportFromText('One government met another.', {}));
  } catch {
    // Whoever asks is told.
  }
}

/** Every error as a `Problem`: a stable code, what is wrong, and which field. */
function refuseInOurWords(app: Server): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error) ?? new Refusal('FAILED');
    if (refusal.code === 'FAILED')
      process.stderr.write(`rapport: ${request.method} ${request.url}: ${String(error)}\n`);
    if (refusal.status === 503) reply.header('retry-after', '2');
    if (refusal.status === 401) reply.header('www-authenticate', 'Bearer');
    reply.header('cache-control', 'no-store').removeHeader('etag');
    return reply.code(refusal.status).type('application/json; charset=utf-8').send(refusal.problem);
  });
}

async function harden(app: Server, served: Served): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // A drawing sets the place of its marks in attributes; a rule for other elements cannot stand there.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Whether it is reached by https is for whoever stands before it to say.
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, {
    max: served.options.perMinute ?? PER_MINUTE,
    timeWindow: 60_000,
    errorResponseBuilder: (_, { after }) =>
      new Refusal('TOO_MANY_REQUESTS', `too many requests; again in ${after}`),
  });
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip', 'deflate'],
    brotliOptions: FAST,
  });
  app.addHook('onRequest', async (request) => guard(served, request));
}

async function describe(app: Server): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Rapport',
        description:
          'How states treat each other, from a ledger of coded news reports. Errors and security: docs/server.md.',
        version: engineVersion().split(' ')[1]!,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      tags: ['Ledger', 'Relations', 'Events', 'Stories', 'Reports'].map((name) => ({ name })),
    },
    transformObject: (document) =>
      tidyDocument({ ...('openapiObject' in document ? document.openapiObject : {}) }) as object,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
}

function statusRoutes(app: Server, served: Served): void {
  const quiet = { schema: { hide: true }, config: { rateLimit: false as const } };
  app.get('/api/health', quiet, async () => ({ status: 'ok' }));
  app.get('/api/ready', quiet, async () => {
    await served.shelf.current();
    return { status: 'ok' };
  });
}
