/**
 * An answer that is not the one asked for: the server's `application/problem+json`, or no answer at all (`status` 0).
 * `message` is a sentence for the person at the screen; `code` is stable and documented.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string | null;
  readonly requestId: string | null;

  constructor(status: number, code: string | null, message: string, requestId: string | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}
