import { ThroughlineError } from '@throughline/core/errors/throughline-error';

export const mostItems = 2_500;

export function unreadableBody(reason: 'not-json' | 'not-an-object' | 'no-batch'): ThroughlineError {
  const sentence = {
    'not-json': 'the body is not valid JSON',
    'not-an-object': 'the body is not a JSON object',
    'no-batch': 'the body has no list "batch"',
  }[reason];
  return new ThroughlineError('intake.body-unreadable', `${sentence}; nothing was kept`);
}

export function tooManyItems(): ThroughlineError {
  return new ThroughlineError(
    'intake.too-many-messages',
    `the batch holds more than ${mostItems} messages; send fewer at once; nothing was kept`,
  );
}
