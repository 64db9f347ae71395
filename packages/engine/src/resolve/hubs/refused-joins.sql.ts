import type { ClientBase } from 'pg';

export interface RefusedCount {
  /** As JSON: one text for each reason but the decision it may name. */
  readonly reason: string;
  readonly joins: number;
}

/** How many joins each reason refuses; decisions that people are different count as one reason. */
export async function countRefused(client: ClientBase, workspace: number): Promise<readonly RefusedCount[]> {
  const read = await client.query<RefusedCount>(
    `select case when reason like '{"type":"different"%' then '{"type":"different"}' else reason end as reason, count(*)::float8 as joins
     from refused_join
     where workspace = $1
     group by 1
     order by 2 desc, 1`,
    [workspace],
  );
  return read.rows;
}

/** After which refused join a page begins. */
export interface AfterRefused {
  readonly component: number;
  readonly match: number;
  readonly a: number;
  readonly b: number;
}

export interface RefusedJoinRow extends AfterRefused {
  readonly matchId: string;
  readonly reason: string;
  readonly at: Date;
  readonly source: number;
  readonly aNamespace: number;
  readonly aValue: string;
  readonly aPerson: string;
  readonly aName: string | null;
  readonly bNamespace: number;
  readonly bValue: string;
  readonly bPerson: string;
  readonly bName: string | null;
}

/** Joins that a rule or decision refuses, but for those of hubs. */
export async function refusedPage(
  client: ClientBase,
  workspace: number,
  after: AfterRefused,
  limit: number,
): Promise<readonly RefusedJoinRow[]> {
  const read = await client.query<RefusedJoinRow>(
    `select r.component::float8 as component, r.match::float8 as match, r.a::float8 as a, r.b::float8 as b, m.id as "matchId", r.reason,
       m.first_at as at, m.source, a.namespace as "aNamespace", a.value as "aValue", pa.id as "aPerson", oa.name as "aName",
       b.namespace as "bNamespace", b.value as "bValue", pb.id as "bPerson", ob.name as "bName"
     from refused_join r
     join match m on m.workspace = $1 and m.match = r.match
     join identifier a on a.workspace = $1 and a.node = r.a
     join identifier b on b.workspace = $1 and b.node = r.b
     join node_person na on na.workspace = $1 and na.node = r.a and na.valid_to = 'infinity'
     join node_person nb on nb.workspace = $1 and nb.node = r.b and nb.valid_to = 'infinity'
     join identifier pa on pa.workspace = $1 and pa.node = na.person
     join identifier pb on pb.workspace = $1 and pb.node = nb.person
     join person oa on oa.workspace = $1 and oa.person = na.person
     join person ob on ob.workspace = $1 and ob.person = nb.person
     where r.workspace = $1 and r.reason <> '{"type":"hub"}' and (r.component, r.match, r.a, r.b) > ($2, $3, $4, $5)
     order by r.component, r.match, r.a, r.b
     limit $6`,
    [workspace, after.component, after.match, after.a, after.b, limit],
  );
  return read.rows;
}
