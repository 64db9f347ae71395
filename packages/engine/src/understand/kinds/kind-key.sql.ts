import { complaintCases } from '@throughline/core/understand/interaction-kind';
import type { WorkspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import type { InteractionsColumn } from '../../store/analytics-schema/interactions-columns.js';

const cases = complaintCases.map((kind) => `'${kind}'`).join(', ');

/** All that decides an interaction's kind, as one number: name, channel, direction, and whether it is about a complaint. */
export const kindKey = `(toUInt32(name) * 2048 + toUInt32(channel) * 8 + toUInt32(direction) * 2 + toUInt32(lower(about_kind) in (${cases})))`;

/** Columns that `kindKey` reads. */
export const kindColumns = [
  'name',
  'channel',
  'direction',
  'about_kind',
] as const satisfies readonly InteractionsColumn[];

/** What `kindKey` was made of. */
export function readKindKey(key: number): {
  readonly name: number;
  readonly channel: number;
  readonly direction: number;
  readonly aboutComplaint: boolean;
} {
  return {
    name: Math.floor(key / 2_048),
    channel: Math.floor(key / 8) % 256,
    direction: Math.floor(key / 2) % 4,
    aboutComplaint: key % 2 === 1,
  };
}

/** Whether an interaction has one of these keys. */
export function keyIn(keys: readonly number[]): string {
  return keys.length === 0 ? '0' : `${kindKey} in (${keys.map((key) => Math.trunc(key)).join(', ')})`;
}

/** Left out of every figure: what a machine did, our own staff, trials, and what was taken back. */
export const counts = 'bitAnd(marks, 15) = 0';

/** The keys of everything that counts in a workspace, the commonest first; `key` and `rows`. */
export function distinctKeysSql(tables: WorkspaceTables): string {
  return `select ${kindKey} as key, count() as rows
from ${tables.interactions}
where ${counts}
group by key
order by rows desc
limit 20000`;
}
