import type { ClientBase } from 'pg';
import type { Role } from '../principal.js';

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly lastSeenAt: Date | null;
}

export async function listMembers(client: ClientBase, workspace: number): Promise<readonly MemberRow[]> {
  const found = await client.query<MemberRow>(
    `select u.id, u.name, u.email, m.role, m.last_seen_at as "lastSeenAt"
     from member m
     join auth."user" u on u.id = m.user_id
     where m.workspace = $1
     order by lower(u.name), u.id`,
    [workspace],
  );
  return found.rows;
}

/** Does nothing if the person is a member already. */
export async function insertMember(
  client: ClientBase,
  workspace: number,
  user: string,
  role: Role,
  at: Date,
): Promise<void> {
  await client.query(
    `insert into member (workspace, user_id, role, created_at)
     values ($1, $2, $3, $4)
     on conflict do nothing`,
    [workspace, user, role, at],
  );
}

/** Roles by person; all rows stay locked until the transaction ends, so that two admins cannot remove each other at once. */
export async function lockMembers(client: ClientBase, workspace: number): Promise<ReadonlyMap<string, Role>> {
  const found = await client.query<{ user: string; role: Role }>(
    `select user_id as user, role
     from member
     where workspace = $1
     order by user_id
     for update`,
    [workspace],
  );
  return new Map(found.rows.map((row) => [row.user, row.role]));
}

export async function setMemberRole(client: ClientBase, workspace: number, user: string, role: Role): Promise<void> {
  await client.query('update member set role = $3 where workspace = $1 and user_id = $2', [workspace, user, role]);
}

export async function touchMember(client: ClientBase, workspace: number, user: string, at: Date): Promise<void> {
  await client.query('update member set last_seen_at = $3 where workspace = $1 and user_id = $2', [
    workspace,
    user,
    at,
  ]);
}

/** A person without any workspace left is forgotten, sessions and password included. */
export async function deleteMember(client: ClientBase, workspace: number, user: string): Promise<void> {
  await client.query('delete from member where workspace = $1 and user_id = $2', [workspace, user]);
  await client.query('select forget_user_without_workspace($1)', [user]);
}
