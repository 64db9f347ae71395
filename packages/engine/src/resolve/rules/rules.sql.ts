import type { ClientBase } from 'pg';

/** Version of the rules in force in the transaction's workspace; 0 is what a workspace starts with. */
export async function ruleVersionInForce(client: ClientBase): Promise<number> {
  const read = await client.query<{ version: number | null }>('select rule_version_in_force() as version');
  const version = read.rows[0]?.version;
  if (version === null || version === undefined) throw new Error('the workspace has no resolve head');
  return version;
}

export interface RuleSetOrigin {
  readonly createdBy: string;
  readonly createdAt: Date;
}

export async function readOrigin(
  client: ClientBase,
  workspace: number,
  version: number,
): Promise<RuleSetOrigin | undefined> {
  const read = await client.query<RuleSetOrigin>(
    `select created_by as "createdBy", created_at as "createdAt"
     from rule_set
     where workspace = $1 and version = $2`,
    [workspace, version],
  );
  return read.rows[0];
}

/** The last version that was stored; it may not be in force yet. */
export async function newestVersion(client: ClientBase, workspace: number): Promise<number> {
  const read = await client.query<{ version: number }>(
    `select coalesce(max(version), 0) as version
     from rule_set
     where workspace = $1`,
    [workspace],
  );
  return read.rows[0]?.version ?? 0;
}

/** The version before this one; 0 is always there. */
export async function versionBefore(client: ClientBase, workspace: number, version: number): Promise<number> {
  const read = await client.query<{ version: number }>(
    `select coalesce(max(version), 0) as version
     from rule_set
     where workspace = $1 and version < $2`,
    [workspace, version],
  );
  return read.rows[0]?.version ?? 0;
}

/** Stores a new version and returns its number; undefined if somebody else stored that number meanwhile. */
export async function insertRuleSet(
  client: ClientBase,
  workspace: number,
  row: { readonly document: string; readonly by: string; readonly at: Date },
): Promise<number | undefined> {
  const made = await client.query<{ version: number }>(
    `insert into rule_set (workspace, version, document, created_by, created_at)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4
     from rule_set
     where workspace = $1
     on conflict (workspace, version) do nothing
     returning version`,
    [workspace, row.document, row.by, row.at],
  );
  return made.rows[0]?.version;
}
