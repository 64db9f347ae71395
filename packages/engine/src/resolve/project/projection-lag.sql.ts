import type { ClientBase } from 'pg';

export interface ProjectionLag {
  /** Batches that are resolved and not yet in the analytics engine. */
  readonly batches: number;
  /** Age of the oldest of them; 0 if there is none. */
  readonly seconds: number;
}

/** How far the analytics engine is behind; every "as of" of its figures comes from this. Needs the worker role. */
export async function projectionLag(client: Pick<ClientBase, 'query'>, workspace: number): Promise<ProjectionLag> {
  const read = await client.query<ProjectionLag>(
    `select count(m.batch)::float8 as batches,
       coalesce(greatest(0, extract(epoch from clock_timestamp() - min(m.created_at))), 0)::float8 as seconds
     from consumer c
     left join manifest m on m.workspace = c.workspace and m.batch > c."offset"
     where c.workspace = $1 and c.name = 'project'`,
    [workspace],
  );
  return read.rows[0] ?? { batches: 0, seconds: 0 };
}
