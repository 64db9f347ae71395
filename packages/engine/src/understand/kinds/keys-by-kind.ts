import type { ClickHouseClient } from '@clickhouse/client';
import type { InteractionKind } from '@throughline/core/understand/interaction-kind';
import type { ClientBase } from 'pg';
import { workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { distinctKeysSql } from './kind-key.sql.js';
import { kindsOfKeys } from './kinds-of-keys.js';

/** The keys of each kind that a workspace holds. `client` is a connection in the workspace, for its words. */
export async function keysByKind(
  analytics: { client(): ClickHouseClient },
  client: ClientBase,
  workspace: number,
): Promise<ReadonlyMap<InteractionKind, readonly number[]>> {
  const tables = workspaceTables(workspace);
  const query_params = { ...tables.parameters };
  const answer = await analytics
    .client()
    .query({ query: distinctKeysSql(tables), query_params, format: 'JSONEachRow' });
  const rows = await answer.json<{ key: number }>();
  const named = await kindsOfKeys(
    client,
    workspace,
    rows.map(({ key }) => key),
  );
  const byKind = new Map<InteractionKind, number[]>();
  for (const [key, { kind }] of named) byKind.set(kind, [...(byKind.get(kind) ?? []), key]);
  return byKind;
}
