import type { ErrorCode } from './error-catalogue.js';
import { errorCatalogue } from './error-catalogue.js';
import type { ErrorKind } from './error-kind.js';

const marker = Symbol.for('throughline.error');

/**
 * The one error class. `message` is for a person: lower case, with the values, saying what to do; it never holds personal data or secrets.
 * `details` is machine-readable and public: it is sent to the caller as it stands.
 */
export class ThroughlineError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  readonly [marker] = true;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ThroughlineError';
    this.code = code;
    this.details = options.details;
  }

  get kind(): ErrorKind {
    return errorCatalogue[this.code].kind;
  }

  /** True for errors of any copy of this package (a second copy may be loaded by a tool). */
  static is(value: unknown): value is ThroughlineError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}
