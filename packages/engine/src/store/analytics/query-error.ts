/** An error in ClickHouse's own words, so that the client sees the same shape as from a server. */
export class QueryError extends Error {
  readonly code: number;
  readonly type: string;
  readonly status: number;

  constructor(code: number, type: string, message: string, status = 400) {
    super(message);
    this.name = 'QueryError';
    this.code = code;
    this.type = type;
    this.status = status;
  }

  /** The text a server would answer with; the client takes code, message and type from it. */
  get text(): string {
    return `Code: ${this.code}. DB::Exception: ${this.message} (${this.type})\n`;
  }
}

export const refusedStatement = (message: string): QueryError => new QueryError(497, 'ACCESS_DENIED', message, 403);
export const badStatement = (message: string): QueryError => new QueryError(62, 'SYNTAX_ERROR', message);
export const badArgument = (message: string): QueryError => new QueryError(36, 'BAD_ARGUMENTS', message);
