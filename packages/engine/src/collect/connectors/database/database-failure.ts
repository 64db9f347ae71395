import type { ErrorCode } from '@throughline/core/errors/error-catalogue';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';

/** Why a database could not be read. */
export type DatabaseFailure = keyof typeof failures;

const failures = {
  unreachable: [
    'database.unreachable',
    'the server cannot be reached: check host and port, and that it lets this machine in',
  ],
  password: ['database.wrong-password', 'the database does not accept this user and password'],
  certificate: [
    'database.certificate-refused',
    'the server is not encrypted, or its certificate is not valid for this host',
  ],
  'no-database': ['database.missing', 'there is no database of this name on the server'],
  denied: ['database.denied', 'there is no such database, or the user may not read it: grant it the right to select'],
  'no-table': ['database.table-missing', 'there is no table of this name that the user may read'],
  empty: ['database.table-empty', 'there are no lines in the table'],
  'too-large': ['database.too-large', 'the table is larger than what one read may take; read a view of part of it'],
  'too-slow': ['database.too-slow', 'the database did not answer in the time there was for it'],
  'no-room': ['import.no-room', 'there is not enough room on the disk for this table; free some, then read it again'],
  failed: ['database.read-failed', 'the table could not be read'],
} as const satisfies Readonly<Record<string, readonly [ErrorCode, string]>>;

/** `sign`: the code the database gave, never its words, which may quote what it holds. */
export function databaseError(failure: DatabaseFailure, sign?: string): ThroughlineError {
  const [code, sentence] = failures[failure];
  return new ThroughlineError(code, sign === undefined ? sentence : `${sentence} (its code is ${sign})`);
}

/** Thrown within the process that reads; only the failure and the sign leave it. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly failure: DatabaseFailure;
  readonly sign: string | undefined;

  constructor(failure: DatabaseFailure, sign?: string) {
    super(failure);
    this.failure = failure;
    this.sign = sign;
  }
}
