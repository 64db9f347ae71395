import type { ClickHouseClient } from '@clickhouse/client';
import type { Client } from 'pg';
import { personBranches } from '../../packages/engine/src/resolve/interactions/person-branches.sql.js';
import { workspaceTables } from '../../packages/engine/src/resolve/interactions/workspace-tables.sql.js';

/** What the analytics engine answers by person, as text lines without anything that is numbered in order of arrival. */
export async function analyticsRows(
  admin: Client,
  engine: ClickHouseClient,
  workspace: number,
): Promise<readonly string[]> {
  const tables = workspaceTables(workspace);
  const { untouched, touched } = personBranches(tables, ['node', 'message', 'source', 'import', 'ts', 'channel']);
  const nobody = `select person, node, message, source, import, ts, channel from ${tables.interactions} where person = 0`;
  const answer = await engine.query({
    query: [untouched, touched, nobody].join('\nunion all\n'),
    query_params: { ...tables.parameters },
    format: 'JSONCompactEachRow',
  });
  const nodes = await namesOf(admin, nodeNames, workspace);
  const persons = await namesOf(admin, personNames, workspace);
  const channels = await namesOf(admin, channelNames, workspace);
  const rows = await answer.json<[string, string, string, number, number, string, number]>();
  return rows
    .map(([person, node, message, source, run, at, channel]) =>
      [
        persons.get(Number(person)) ?? `person ${person}`,
        nodes.get(Number(node)) ?? `node ${node}`,
        message,
        source,
        run,
        at,
        channels.get(channel) ?? '',
      ].join(' | '),
    )
    .sort();
}

async function namesOf(admin: Client, select: string, workspace: number): Promise<ReadonlyMap<number, string>> {
  const read = await admin.query<{ number: number; name: string }>(select, [workspace]);
  return new Map(read.rows.map(({ number, name }) => [number, name]));
}

const nodeNames = `
  select i.node::float8 as number, n.name || '=' || i.value as name
  from identifier i join namespace n on n.workspace = i.workspace and n.code = i.namespace where i.workspace = $1`;
const personNames = `
  select p.person::float8 as number, string_agg(n.name || '=' || i.value, ' ' order by n.name || '=' || i.value) as name
  from node_person p
  join identifier i using (workspace, node)
  join namespace n on n.workspace = i.workspace and n.code = i.namespace
  where p.workspace = $1 group by p.person`;
const channelNames = `select code as number, word as name from code_word where workspace = $1 and kind = 'channel'`;
