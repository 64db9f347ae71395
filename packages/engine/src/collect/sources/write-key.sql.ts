import type { ClientBase, Pool } from 'pg';
import type { FoundKey } from './found-key.js';

export async function findWriteKeyByHash(pool: Pool, hash: Buffer): Promise<FoundKey | undefined> {
  const found = await pool.query<FoundKey>({
    name: 'find-write-key',
    text: 'select workspace, source, kind, zone from find_write_key($1)',
    values: [hash],
  });
  return found.rows[0];
}

export async function insertWriteKey(
  client: ClientBase,
  workspace: number,
  source: number,
  key: { readonly hash: Buffer; readonly kind: 'public' | 'server'; readonly hint: string; readonly at: Date },
): Promise<void> {
  await client.query(
    `insert into write_key (workspace, key_hash, source, kind, hint, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [workspace, key.hash, source, key.kind, key.hint, key.at],
  );
}

/** Revokes the source's keys of these kinds; how many there were. */
export async function revokeWriteKeys(
  client: ClientBase,
  workspace: number,
  source: number,
  kinds: readonly ('public' | 'server')[],
  at: Date,
): Promise<number> {
  const revoked = await client.query(
    `update write_key
     set revoked_at = $4
     where workspace = $1 and source = $2 and kind = any($3) and revoked_at is null`,
    [workspace, source, kinds, at],
  );
  return revoked.rowCount ?? 0;
}

export interface WriteKeyRow {
  readonly id: string;
  readonly source: number;
  readonly kind: 'public' | 'server';
  readonly hint: string;
  readonly createdAt: Date;
}

/** Keys in force, newest first. `id` is the beginning of the key's hash. */
export async function listWriteKeys(client: ClientBase, workspace: number): Promise<readonly WriteKeyRow[]> {
  const found = await client.query<WriteKeyRow>(
    `select encode(substring(key_hash from 1 for 8), 'hex') as id, source, kind, hint, created_at as "createdAt"
     from write_key
     where workspace = $1 and revoked_at is null
     order by created_at desc, key_hash`,
    [workspace],
  );
  return found.rows;
}
