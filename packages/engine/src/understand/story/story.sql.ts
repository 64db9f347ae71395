import { rowsOfPerson } from '../../resolve/interactions/person-branches.sql.js';
import type { WorkspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { counts, keyIn, kindColumns, kindKey } from '../kinds/kind-key.sql.js';

/** What one person did of one kind of thing, in one currency; `last…` are of the newest of them. */
export interface StoryRow {
  readonly key: number;
  readonly currency: number;
  readonly rows: number | string;
  /** Distinct cases, such as orders; what names none is one of its own. */
  readonly cases: number | string;
  readonly total: string | null;
  readonly lastAtMs: number | string;
  readonly lastReason: number;
  readonly lastOutcome: number;
  readonly lastAboutKind: string;
  readonly lastAboutId: string;
}

/** Parameters: person. */
export function storySql(tables: WorkspaceTables): string {
  const read = [...kindColumns, 'currency', 'ts', 'message', 'value', 'reason', 'outcome', 'about_id'] as const;
  return `select ${kindKey} as key, currency, count() as rows,
  uniqExact(if(about_id = '', toString(message), about_id)) as cases, toString(sum(value)) as total,
  toUnixTimestamp64Milli(max(ts)) as lastAtMs, argMax(reason, ts) as lastReason, argMax(outcome, ts) as lastOutcome,
  argMax(toString(about_kind), ts) as lastAboutKind, argMax(about_id, ts) as lastAboutId
from (${rowsOfPerson(tables, read, counts)})
group by key, currency
order by lastAtMs desc
limit 5000`;
}

export interface MomentRow {
  readonly key: number;
  readonly atMs: number | string;
  readonly about: string;
  readonly outcome: number;
}

/** What bears on complaints, newest first. Parameters: person. */
export function complaintMomentsSql(tables: WorkspaceTables, keys: readonly number[]): string {
  const read = [...kindColumns, 'ts', 'about_id', 'outcome'] as const;
  return `select ${kindKey} as key, toUnixTimestamp64Milli(ts) as atMs, about_id as about, outcome
from (${rowsOfPerson(tables, read, `${counts} and ${keyIn(keys)}`)}) as page
order by page.ts desc
limit 2000`;
}
