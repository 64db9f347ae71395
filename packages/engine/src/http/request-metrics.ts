import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Counts and durations by route, never by address, person or workspace. */
export function measureRequests(app: FastifyInstance): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'throughline_' });
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({
    name: 'throughline_http_requests_total',
    help: 'Requests answered, by route and class of status.',
    labelNames,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'throughline_http_request_seconds',
    help: 'Time until the answer was sent.',
    labelNames,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.15, 0.3, 1, 3, 10],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: `${Math.floor(reply.statusCode / 100)}xx`,
    };
    requests.inc(labels);
    seconds.observe(labels, reply.elapsedTime / 1000);
    request.log.debug({ ...labels, status: reply.statusCode, tookMs: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
  return registry;
}
