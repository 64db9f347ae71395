import type { ClientBase } from 'pg';

export async function insertAudit(
  client: ClientBase,
  row: {
    readonly workspace: number;
    readonly id: string;
    readonly at: Date;
    readonly actor: string;
    readonly action: string;
    readonly target: string | null;
    readonly detail: string | null;
  },
): Promise<void> {
  await client.query(
    `insert into audit (workspace, id, at, actor, action, target, detail)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.workspace, row.id, row.at, row.actor, row.action, row.target, row.detail],
  );
}
