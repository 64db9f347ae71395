import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import serveFolder from '@fastify/static';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where the build of the web application lies. */
export const builtWebFolder = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/**
 * Serves the web application: files under `assets/` carry a hash in their names and are kept for a year; every other address
 * that a person may open is the application itself, which reads the address.
 */
export async function serveWebFiles(app: FastifyInstance, folder: string): Promise<void> {
  const assets = join(folder, 'assets');
  if (existsSync(assets)) {
    app.addHook('onRoute', (route) => {
      if (route.url.startsWith('/assets/')) route.config = { ...route.config, access: 'public' };
    });
    await app.register(serveFolder, {
      root: assets,
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      index: false,
      schemaHide: true,
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (!isPage || /^\/(api|v1|assets)(\/|$)/.test(path)) {
      throw new ThroughlineError('request.not-found', 'there is nothing at this address');
    }
    const file = rootFiles.get(path);
    if (file !== undefined) return sendFile(reply, join(folder, path.slice(1)), file);
    return sendFile(reply, join(folder, 'index.html'), 'text/html; charset=utf-8');
  });
}

const rootFiles = new Map([
  ['/favicon.svg', 'image/svg+xml'],
  ['/favicon.ico', 'image/x-icon'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
]);

async function sendFile(reply: FastifyReply, path: string, type: string): Promise<FastifyReply> {
  const content = await readFile(path).catch(() => undefined);
  if (content !== undefined) return reply.code(200).header('cache-control', 'no-cache').type(type).send(content);
  if (!type.startsWith('text/html'))
    throw new ThroughlineError('request.not-found', 'there is nothing at this address');
  return reply.code(503).header('cache-control', 'no-store').type(type).send(notBuilt);
}

const notBuilt = `<!doctype html>
<html lang="en">
<title>Throughline</title>
<p>The web application is not built yet: run "npm run build" in the folder of Throughline, then open this page again.</p>
</html>
`;
