import type { ClientBase } from 'pg';

/** Offset up to which the workspace's log is resolved. */
export async function resolvedOffset(client: ClientBase, workspace: number): Promise<bigint> {
  const read = await client.query<{ offset: string }>(
    `select "offset" from consumer where workspace = $1 and name = 'resolve'`,
    [workspace],
  );
  return BigInt(read.rows[0]?.offset ?? 0);
}
