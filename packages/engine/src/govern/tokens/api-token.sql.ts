import type { ClientBase, Pool } from 'pg';
import type { Role } from '../principal.js';

export interface ApiTokenRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly hint: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export async function findApiTokenByHash(pool: Pool, hash: Buffer) {
  const found = await pool.query<{
    workspace: number;
    slug: string;
    id: string;
    name: string;
    role: Role;
    lastUsedAt: Date | null;
  }>({
    name: 'find-api-token',
    text: `select workspace, slug, id, name, role, last_used_at as "lastUsedAt"
      from find_api_token($1)`,
    values: [hash],
  });
  return found.rows[0];
}

export async function touchApiToken(client: ClientBase, workspace: number, id: string, at: Date): Promise<void> {
  await client.query('update api_token set last_used_at = $3 where workspace = $1 and id = $2', [workspace, id, at]);
}

export async function listApiTokens(client: ClientBase, workspace: number): Promise<readonly ApiTokenRow[]> {
  const found = await client.query<ApiTokenRow>(
    `select id, name, role, hint, created_at as "createdAt", last_used_at as "lastUsedAt"
     from api_token
     where workspace = $1 and revoked_at is null
     order by id desc`,
    [workspace],
  );
  return found.rows;
}

export async function insertApiToken(
  client: ClientBase,
  workspace: number,
  row: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly hash: Buffer;
    readonly hint: string;
    readonly createdBy: string;
    readonly at: Date;
  },
): Promise<void> {
  await client.query(
    `insert into api_token (workspace, id, name, role, token_hash, hint, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspace, row.id, row.name, row.role, row.hash, row.hint, row.createdBy, row.at],
  );
}

/** The name of the token that was revoked; undefined if there was none. */
export async function revokeApiToken(
  client: ClientBase,
  workspace: number,
  id: string,
  at: Date,
): Promise<string | undefined> {
  const revoked = await client.query<{ name: string }>(
    `update api_token
     set revoked_at = $3
     where workspace = $1 and id = $2 and revoked_at is null
     returning name`,
    [workspace, id, at],
  );
  return revoked.rows[0]?.name;
}
