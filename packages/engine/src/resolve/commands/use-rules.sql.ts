import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import { parseRuleSet } from '@throughline/core/resolve/parse-rule-set';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import type { ClientBase } from 'pg';
import type { StoredNode } from '../batch/identity.sql.js';

/** A version of the rules; version 0 is what a new workspace starts with. */
export async function readRuleSet(client: ClientBase, workspace: number, version: number): Promise<RuleSet> {
  if (version === 0) return defaultRuleSet;
  const read = await client.query<{ document: unknown }>(
    'select document from rule_set where workspace = $1 and version = $2',
    [workspace, version],
  );
  const document = read.rows[0]?.document;
  if (document === undefined) throw new Error(`workspace ${workspace} has no rules of version ${version}`);
  return parseRuleSet(document);
}

export interface MatchWithNodes {
  readonly match: number;
  readonly home: number;
  readonly nodes: readonly number[];
  readonly namespaces: readonly number[];
  readonly values: readonly string[];
}

/**
 * Matches after one, with the identifiers they name. Those are found through laterals of their own: planned as one join without statistics, this
 * read all identifiers for each match (20 s instead of less than 0.2 s for 13,000).
 */
export async function matchPage(
  client: ClientBase,
  workspace: number,
  after: number,
  limit: number,
): Promise<readonly MatchWithNodes[]> {
  const read = await client.query<MatchWithNodes>(
    `with page as (
       select match, home, nodes from match where workspace = $1 and match > $2 order by match limit $3
     )
     select p.match::float8 as match, p.home::float8 as home, named.nodes, named.namespaces, named.values
     from page p
     cross join lateral (
       select array_agg(i.node::float8 order by i.node) as nodes, array_agg(i.namespace order by i.node) as namespaces,
         array_agg(i.value order by i.node) as values
       from unnest(p.nodes) as own(node)
       cross join lateral (
         select node, namespace, value from identifier i where i.workspace = $1 and i.node = own.node offset 0
       ) i
     ) named
     where named.nodes is not null
     order by p.match`,
    [workspace, after, limit],
  );
  return read.rows;
}

export async function moveHomes(
  client: ClientBase,
  workspace: number,
  moved: readonly { readonly match: number; readonly home: number }[],
): Promise<void> {
  if (moved.length === 0) return;
  await client.query(
    `update match m set home = t.home from unnest($2::bigint[], $3::bigint[]) as t(match, home) where m.workspace = $1 and m.match = t.match`,
    [workspace, moved.map((row) => row.match), moved.map((row) => row.home)],
  );
}

/** Labels of components after one. Recomputing may make new, higher labels; seeing one twice is harmless. */
export async function componentLabels(
  client: ClientBase,
  workspace: number,
  after: number,
  limit: number,
): Promise<readonly number[]> {
  const read = await client.query<{ component: number }>(
    `select distinct component::float8 as component from identifier where workspace = $1 and component > $2 order by 1 limit $3`,
    [workspace, after, limit],
  );
  return read.rows.map((row) => row.component);
}

/** Every node of these components: a part of a component could be cut off by the new rules and would not be reached from one node. */
export async function nodesOfEach(
  client: ClientBase,
  workspace: number,
  labels: readonly number[],
): Promise<readonly StoredNode[]> {
  const read = await client.query<StoredNode>(
    `select i.node::float8 as node, i.namespace, i.value, i.component::float8 as component, p.person::float8 as person, i.state = 2 as "isHub"
     from identifier i
     join node_person p on p.workspace = i.workspace and p.node = i.node and p.valid_to = 'infinity'
     where i.workspace = $1 and i.component = any($2::bigint[])
     order by i.node`,
    [workspace, labels],
  );
  return read.rows;
}
