import type { ClientBase, Pool } from 'pg';
import type { Role } from '../principal.js';

export interface Invitation {
  readonly workspace: number;
  readonly slug: string;
  readonly id: string;
  readonly email: string | null;
  readonly role: Role;
}

export async function insertInvitation(
  client: ClientBase,
  workspace: number,
  row: {
    readonly id: string;
    readonly hash: Buffer;
    readonly email: string | null;
    readonly role: Role;
    readonly createdBy: string;
    readonly at: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await client.query(
    `insert into invitation (workspace, id, token_hash, email, role, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspace, row.id, row.hash, row.email, row.role, row.createdBy, row.at, row.expiresAt],
  );
}

/** The invitation if it is still open. */
export async function findInvitation(pool: Pool, hash: Buffer, now: Date): Promise<Invitation | undefined> {
  const found = await pool.query<Invitation>('select workspace, slug, id, email, role from find_invitation($1, $2)', [
    hash,
    now,
  ]);
  return found.rows[0];
}

/** False if somebody else used it meanwhile. */
export async function useInvitation(client: ClientBase, workspace: number, id: string, now: Date): Promise<boolean> {
  const used = await client.query(
    `update invitation
     set used_at = $3
     where workspace = $1 and id = $2 and used_at is null and expires_at > $3`,
    [workspace, id, now],
  );
  return used.rowCount === 1;
}

export async function userByEmail(pool: Pool, email: string): Promise<string | undefined> {
  const found = await pool.query<{ id: string }>('select id from auth."user" where email = $1', [email]);
  return found.rows[0]?.id;
}
