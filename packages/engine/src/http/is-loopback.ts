import type { FastifyRequest } from 'fastify';

/** True for a direct connection from this machine. A forwarded one comes from elsewhere, however near the proxy is. */
export function isLoopback(request: FastifyRequest): boolean {
  const { headers } = request;
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  const address = request.socket.remoteAddress ?? '';
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
