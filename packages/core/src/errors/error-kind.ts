/** What a caller can do about an error; each kind has one HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'too-large'
  | 'limit'
  | 'out-of-space'
  | 'unavailable'
  | 'internal';

export const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  'too-large': 413,
  limit: 429,
  'out-of-space': 507,
  unavailable: 503,
  internal: 500,
};
