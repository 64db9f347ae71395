import type { ErrorKind } from './error-kind.js';

interface CatalogueEntry {
  readonly kind: ErrorKind;
  /** One sentence for docs/errors.md: what happened and what to do. */
  readonly explanation: string;
}

const entry = (kind: ErrorKind, explanation: string): CatalogueEntry => ({ kind, explanation });

/** Every error the product can answer with, sorted by code; docs/errors.md is held equal to it by a test. */
export const errorCatalogue = {
  'request.internal': entry(
    'internal',
    'Something failed on our side; the log of the server holds the request id and the cause.',
  ),
  'request.invalid': entry('invalid', 'The request does not have the expected form; the message names the field.'),
  'request.not-found': entry('not-found', 'There is nothing at this address, or it belongs to another workspace.'),
  'request.unauthenticated': entry('unauthenticated', 'Sign in, or send an API token or write key that is valid.'),
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type ErrorCode = keyof typeof errorCatalogue;
