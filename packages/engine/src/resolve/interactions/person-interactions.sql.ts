import { rowsOfPerson } from './person-branches.sql.js';
import type { WorkspaceTables } from './workspace-tables.sql.js';

/** An interaction as the engine answers it; words are codes. */
export interface StoredInteraction {
  readonly message: string;
  readonly at: string;
  readonly receivedAt: string;
  readonly source: number;
  readonly name: number;
  readonly channel: number;
  readonly touchpoint: number;
  readonly location: number;
  readonly reason: number;
  readonly currency: number;
  readonly direction: number;
  readonly outcome: number;
  readonly precision: number;
  readonly marks: number;
  readonly aboutKind: string;
  readonly aboutId: string;
  readonly value: string | null;
  readonly properties: string;
}

export const codeKinds = ['name', 'channel', 'touchpoint', 'location', 'reason', 'currency'] as const;

/** Parameters: person, limit; at and message with `before`; channel (a code) with `channel`. Newest first. */
export function personInteractionsSql(
  tables: WorkspaceTables,
  given: { readonly before: boolean; readonly channel: boolean },
): string {
  const conditions = [
    ...(given.before ? ["(ts, message) < ({at:DateTime64(3, 'UTC')}, {message:UUID})"] : []),
    ...(given.channel ? ['channel = {channel:UInt8}'] : []),
  ];
  const page = rowsOfPerson(
    tables,
    [
      'ts',
      'message',
      'received',
      'source',
      ...codeKinds,
      'direction',
      'outcome',
      'precision',
      'marks',
      'about_kind',
      'about_id',
      'value',
      'properties',
    ],
    conditions.length === 0 ? '1' : conditions.join(' and '),
  );
  return `select toString(message) as message, toString(ts) as at, toString(received) as receivedAt, source, ${codeKinds.join(', ')},
  direction, outcome, precision, marks, about_kind as aboutKind, about_id as aboutId, toString(value) as value, properties
from (${page}) as page
order by page.ts desc, page.message desc
limit {limit:UInt32}`;
}

/** Parameters: person; channel (a code) with `channel`. Voided ones do not count. */
export function countPersonInteractionsSql(tables: WorkspaceTables, given: { readonly channel: boolean }): string {
  const where = `bitAnd(marks, 8) = 0${given.channel ? ' and channel = {channel:UInt8}' : ''}`;
  return `select count() as interactions from (${rowsOfPerson(tables, ['ts'], where)})`;
}
