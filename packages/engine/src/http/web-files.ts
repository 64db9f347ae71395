import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where the build of the web application lies. */
export const builtWebFolder = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/**
 * Serves the web application: files under `assets/` carry a hash in their names and are kept for a year; every other address
 * that a person may open is the application itself, which reads the address.
 *
 * A name is letters, digits, `_`, `-` and dots between them, so that no address leads out of the folder.
 */
export function serveWebFiles(app: FastifyInstance, folder: string): void {
  app.get<{ Params: { readonly file: string } }>(
    '/assets/:file',
    { config: { access: 'public' }, schema: { hide: true } },
    ({ params }, reply) => sendFile(reply, join(folder, 'assets'), params.file, 'public, max-age=31536000, immutable'),
  );
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (!isPage || /^\/(api|v1|assets)(\/|$)/.test(path)) throw nothing();
    const name = path.slice(1);
    if (contentTypes.has(extname(name))) return sendFile(reply, folder, name, 'no-cache');
    const page = await readFile(join(folder, 'index.html')).catch(() => undefined);
    reply.type('text/html; charset=utf-8');
    if (page === undefined) return reply.code(503).header('cache-control', 'no-store').send(notBuilt);
    return reply.code(200).header('cache-control', 'no-cache').send(page);
  });
}

async function sendFile(reply: FastifyReply, folder: string, name: string, caching: string): Promise<FastifyReply> {
  const type = contentTypes.get(extname(name));
  if (type === undefined || !/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/.test(name)) throw nothing();
  const content = await readFile(join(folder, name)).catch(() => undefined);
  if (content === undefined) throw nothing();
  return reply.code(200).header('cache-control', caching).type(type).send(content);
}

function nothing(): ThroughlineError {
  return new ThroughlineError('request.not-found', 'there is nothing at this address');
}

const contentTypes = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.map', 'application/json'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
  ['.woff2', 'font/woff2'],
]);

const notBuilt = `<!doctype html>
<html lang="en">
<title>Throughline</title>
<p>The web application is not built yet: run "npm run build" in the folder of Throughline, then open this page again.</p>
</html>
`;
