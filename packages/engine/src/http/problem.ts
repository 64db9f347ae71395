import { errorInWords } from '@throughline/core/errors/error-in-words';
import { statusOfKind } from '@throughline/core/errors/error-kind';
import { errorTitles } from '@throughline/core/errors/error-titles';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Language } from '@throughline/core/words/language';
import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** RFC 9457, with our stable `code` and the id under which the server's log has the request. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** The one place where an error becomes an answer. Of an error that is not ours nothing but the request id is told. */
export function problemOf(error: unknown, requestId: string, language: Language): Problem {
  const known = asKnown(error);
  return {
    type: `urn:throughline:error:${known.code}`,
    title: errorTitles[language][known.kind],
    status: statusOfKind[known.kind],
    code: known.code,
    detail: errorInWords(known.code, known.message, language),
    ...(known.details === undefined ? {} : { details: known.details }),
    requestId,
  };
}

function asKnown(error: unknown): ThroughlineError {
  if (ThroughlineError.is(error)) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) => ({
      field: `${issue.instancePath}`.replace(/^\//, '').replaceAll('/', '.'),
      message: issue.message ?? 'is not valid',
    }));
    const first = fields[0];
    const place =
      first === undefined || first.field === '' ? `the ${error.validationContext ?? 'request'}` : first.field;
    return new ThroughlineError('request.invalid', `${place}: ${first?.message ?? 'is not valid'}`, {
      details: { fields },
    });
  }
  const { statusCode, code } = error instanceof Error ? (error as Partial<FastifyError>) : {};
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new ThroughlineError('request.too-large', 'the body is larger than this address takes; send less at once');
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new ThroughlineError(
      'request.invalid',
      'this address does not take that content type; send application/json',
    );
  }
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY') {
    return new ThroughlineError('request.invalid', 'the body is not valid JSON');
  }
  if (statusCode === 404) return new ThroughlineError('request.not-found', 'there is nothing at this address');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new ThroughlineError('request.invalid', 'the request could not be read');
  }
  return new ThroughlineError(
    'request.internal',
    'something failed on our side; the log of the server has more under the request id',
  );
}
