import type { ClientBase } from 'pg';

export interface StoredHub {
  readonly id: string;
  readonly namespace: number;
  readonly value: string;
  /** With how many persons its messages name it: whom it would join if it were none. */
  readonly people: number;
  /** Counted under it alone. */
  readonly interactions: number;
  /** Days on which it was first seen with somebody: the first and the last. */
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** Identifiers that join nobody since they are seen with too many people; those with most people first. */
export async function readHubs(client: ClientBase, workspace: number, limit: number): Promise<readonly StoredHub[]> {
  const read = await client.query<StoredHub>(
    `with hub as (
       select node, id, namespace, value
       from identifier
       where workspace = $1 and state = 2
     ), seen as (
       select h.node, count(distinct p.person) as people, min(m.first_at) as first_at, max(m.first_at) as last_at
       from hub h
       join refused_join r on r.workspace = $1 and r.b = h.node and r.reason = '{"type":"hub"}'
       join node_person p on p.workspace = $1 and p.node = r.a and p.valid_to = 'infinity'
       join match m on m.workspace = $1 and m.match = r.match
       group by h.node
     )
     select h.id, h.namespace, h.value, coalesce(s.people, 0)::float8 as people, coalesce(o.interactions, 0)::float8 as interactions,
       s.first_at as "firstAt", s.last_at as "lastAt"
     from hub h
     left join seen s on s.node = h.node
     left join node_person q on q.workspace = $1 and q.node = h.node and q.valid_to = 'infinity'
     left join person o on o.workspace = $1 and o.person = q.person
     order by people desc, h.node
     limit $2`,
    [workspace, limit],
  );
  return read.rows;
}

export async function countHubs(client: ClientBase, workspace: number): Promise<number> {
  const read = await client.query<{ hubs: number }>(
    'select count(*)::float8 as hubs from identifier where workspace = $1 and state = 2',
    [workspace],
  );
  return read.rows[0]?.hubs ?? 0;
}

/** Who a hub is seen with, by name and id; the ones named most lately first. */
export async function peopleOfHub(
  client: ClientBase,
  workspace: number,
  hub: { readonly namespace: string; readonly value: string },
  limit: number,
): Promise<readonly { readonly id: string; readonly name: string | null; readonly at: Date }[]> {
  const read = await client.query<{ id: string; name: string | null; at: Date }>(
    `with seen as (
       select p.person, max(m.first_at) as at
       from identifier h
       join namespace n on n.workspace = $1 and n.code = h.namespace
       join refused_join r on r.workspace = $1 and r.b = h.node and r.reason = '{"type":"hub"}'
       join node_person p on p.workspace = $1 and p.node = r.a and p.valid_to = 'infinity'
       join match m on m.workspace = $1 and m.match = r.match
       where h.workspace = $1 and n.name = $2 and h.value = $3
       group by p.person
     )
     select i.id, o.name, s.at
     from seen s
     join identifier i on i.workspace = $1 and i.node = s.person
     join person o on o.workspace = $1 and o.person = s.person
     order by s.at desc, s.person
     limit $4`,
    [workspace, hub.namespace, hub.value, limit],
  );
  return read.rows;
}
