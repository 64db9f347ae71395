import type { FastifyInstance } from 'fastify';
import { errorForLog } from './error-for-log.js';
import { problemOf } from './problem.js';

/** Makes every error an `application/problem+json` answer; what is our fault is logged with its cause, what may be sent again without. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.id, request.words.language);
    const said = { requestId: request.id, code: problem.code };
    if (problem.status === 503 || problem.status === 507) request.log.warn(said, 'request put off');
    else if (problem.status >= 500) request.log.error({ ...said, error: errorForLog(error) }, 'request failed');
    else request.log.debug(said, 'request refused');
    const retryAfterS = problem.details?.retryAfterS;
    if (typeof retryAfterS === 'number') reply.header('retry-after', String(retryAfterS));
    if (problem.status === 401 && request.url.startsWith('/v1/'))
      reply.header('www-authenticate', 'Basic realm="write key"');
    return reply
      .code(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problem);
  });
}
