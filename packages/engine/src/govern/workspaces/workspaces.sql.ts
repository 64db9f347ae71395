import type { ClientBase, Pool } from 'pg';
import type { Role } from '../principal.js';

export interface WorkspaceRow {
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
  readonly country: string;
  readonly zone: string;
  readonly currency: string;
  /** A sample company: made up, and made to be removed. */
  readonly isSample: boolean;
}

export async function findMembership(
  pool: Pool,
  user: string,
  slug: string,
): Promise<{ readonly workspace: number; readonly role: Role } | undefined> {
  const found = await pool.query<{ workspace: number; role: Role }>({
    name: 'find-membership',
    text: 'select workspace, role from find_membership($1, $2)',
    values: [user, slug],
  });
  return found.rows[0];
}

export async function workspaceBySlug(pool: Pool, slug: string): Promise<number | undefined> {
  const found = await pool.query<{ workspace: number }>(
    `select w.workspace
     from every_workspace() w
     left join sample_workspaces() s on s.workspace = w.workspace
     where w.slug = $1 and s.is_removing is not true`,
    [slug],
  );
  return found.rows[0]?.workspace;
}

export async function workspacesOfUser(pool: Pool, user: string): Promise<readonly WorkspaceRow[]> {
  const found = await pool.query<WorkspaceRow>(
    `select w.slug, w.name, w.role, w.country, w.zone, w.currency, s.workspace is not null as "isSample"
     from workspaces_of_user($1) w
     left join sample_workspaces() s on s.workspace = w.workspace
     order by s.workspace nulls first, w.workspace`,
    [user],
  );
  return found.rows;
}

/** Every workspace of this instance but those that are being removed; `role` is that of the command line. */
export async function everyWorkspace(pool: Pool): Promise<readonly WorkspaceRow[]> {
  const found = await pool.query<WorkspaceRow>(
    `select w.slug, w.name, 'admin' as role, w.country, w.zone, w.currency, s.workspace is not null as "isSample"
     from every_workspace() w
     left join sample_workspaces() s on s.workspace = w.workspace
     where s.is_removing is not true
     order by s.workspace nulls first, w.workspace`,
  );
  return found.rows;
}

export async function insertWorkspace(
  client: ClientBase,
  row: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly country: string;
    readonly zone: string;
    readonly currency: string;
    readonly language: string;
    readonly weekStartsOn: number;
    readonly decisionsId: string;
    readonly decisionsName: string;
    readonly at: Date;
  },
): Promise<{ readonly workspace: number; readonly slug: string }> {
  const made = await client.query<{ workspace: number; slug: string }>(
    `select workspace, slug
     from create_workspace($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.id,
      row.slug,
      row.name,
      row.country,
      row.zone,
      row.currency,
      row.language,
      row.weekStartsOn,
      row.decisionsId,
      row.decisionsName,
      row.at,
    ],
  );
  const workspace = made.rows[0];
  if (workspace === undefined) throw new Error('the database made no workspace');
  return workspace;
}
