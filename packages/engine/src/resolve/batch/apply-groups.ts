import type { ClientBase } from 'pg';
import { uuidV7 } from '../../store/uuid-v7.js';
import { addClaims } from './claims.sql.js';
import { GatheredClaims } from './gather-claims.js';
import type { ReadRow } from './read-batch.js';
import type { ResolveHead } from './resolve-head.sql.js';
import { addMembers, findUnits, insertUnits, type MemberRow, type UnitKey } from './units.sql.js';

/** Makes households and accounts of `group` calls, with their members and what is claimed of them; without either there is none. */
export async function applyGroups(
  client: ClientBase,
  workspace: number,
  rows: readonly { readonly read: ReadRow; readonly home: number }[],
  head: ResolveHead,
  nowMs: number,
): Promise<void> {
  const wanted = new Map<string, UnitKey>();
  for (const { read, home } of rows) {
    const group = read.reading.group;
    if (group !== undefined && (home !== 0 || group.traits.length > 0))
      wanted.set(unitKey({ kind: group.kind, value: group.id }), { kind: group.kind, value: group.id });
  }
  if (wanted.size === 0) return;
  const units = new Map<string, number>();
  for (const row of await findUnits(client, workspace, [...wanted.values()])) units.set(unitKey(row), row.unit);
  const made = [...wanted]
    .filter(([key]) => !units.has(key))
    .map(([key, unit]) => ({ key, ...unit, unit: head.nextUnit++, id: uuidV7(nowMs) }));
  for (const row of made) units.set(row.key, row.unit);
  await insertUnits(client, workspace, made, new Date(nowMs));

  const claims = new GatheredClaims();
  for (const { read } of rows) {
    const { group } = read.reading;
    const unit = group === undefined ? undefined : units.get(unitKey({ kind: group.kind, value: group.id }));
    if (group === undefined || unit === undefined) continue;
    for (const { trait, value } of group.traits) claims.add(unit, read.row, trait, value);
  }
  await addMembers(client, workspace, memberRows(rows, units));
  await addClaims(client, workspace, 'unit', claims.rows);
}

/** The memberships that `group` calls told; their units are stored already. */
export async function membersOf(
  client: ClientBase,
  workspace: number,
  rows: readonly { readonly read: ReadRow; readonly home: number }[],
): Promise<readonly MemberRow[]> {
  const wanted = new Map<string, UnitKey>();
  for (const { read } of rows) {
    const { group } = read.reading;
    if (group !== undefined) wanted.set(`${group.kind}/${group.id}`, { kind: group.kind, value: group.id });
  }
  if (wanted.size === 0) return [];
  const found = await findUnits(client, workspace, [...wanted.values()]);
  return memberRows(rows, new Map(found.map((row) => [unitKey(row), row.unit])));
}

function memberRows(
  rows: readonly { readonly read: ReadRow; readonly home: number }[],
  units: ReadonlyMap<string, number>,
): readonly MemberRow[] {
  return rows.flatMap(({ read: { row, reading }, home }) => {
    const { group } = reading;
    const unit = group === undefined ? undefined : units.get(unitKey({ kind: group.kind, value: group.id }));
    if (unit === undefined || home === 0) return [];
    const { source, import: run, occurredAt } = row;
    return [{ unit, node: home, source, import: run, firstAtMs: occurredAt.getTime() }];
  });
}

const unitKey = ({ kind, value }: UnitKey): string => `${kind}\n${value}`;
