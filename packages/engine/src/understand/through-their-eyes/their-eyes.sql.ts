import { rowsOfPerson } from '../../resolve/interactions/person-branches.sql.js';
import type { WorkspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { counts, keyIn, kindColumns, kindKey } from '../kinds/kind-key.sql.js';

const within = "ts > {since:DateTime64(3, 'UTC')} and ts <= {until:DateTime64(3, 'UTC')}";

export interface KeyRow {
  readonly key: number;
  readonly last30: number;
  readonly last90: number;
}

/** How often each kind of thing happened. Parameters: person, since, until. */
export function keysOfPersonSql(tables: WorkspaceTables): string {
  const inLast = (days: number) => `toUInt32(countIf(ts > {until:DateTime64(3, 'UTC')} - interval ${days} day))`;
  return `select ${kindKey} as key, ${inLast(30)} as last30, ${inLast(90)} as last90
from (${rowsOfPerson(tables, [...kindColumns, 'ts'], `${counts} and ${within}`)})
group by key
limit 5000`;
}

export interface MomentRow {
  readonly key: number;
  readonly atMs: number | string;
  readonly precision: number;
  readonly touchpoint: number;
  readonly reason: number;
  readonly caseKind: string;
  readonly caseId: string;
  readonly outcome: number;
}

/** Newest first. Parameters: person, since, until, limit. */
export function momentsSql(tables: WorkspaceTables, keys: readonly number[]): string {
  const read = [...kindColumns, 'ts', 'message', 'precision', 'touchpoint', 'reason', 'about_id', 'outcome'] as const;
  return `select ${kindKey} as key, toUnixTimestamp64Milli(ts) as atMs, precision, touchpoint, reason, toString(about_kind) as caseKind,
  about_id as caseId, outcome
from (${rowsOfPerson(tables, read, `${counts} and ${within} and ${keyIn(keys)}`)}) as page
order by page.ts desc, page.message desc
limit {limit:UInt32}`;
}
