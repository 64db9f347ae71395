import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** The one style element our components (react-aria) add to the page at run time; it is let in by its hash. */
const pressableStyle = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`;

/** Nothing else inline, nothing from elsewhere, and nobody may frame us. */
const policy = [
  "default-src 'self'",
  `style-src 'self' 'sha256-${createHash('sha256').update(pressableStyle).digest('base64')}'`,
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export function addSecurityHeaders(app: FastifyInstance, publicUrl: string): void {
  const headers: Readonly<Record<string, string>> = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (!request.url.startsWith('/v1/')) reply.headers(headers).header('cross-origin-resource-policy', 'same-origin');
    done();
  });
}
