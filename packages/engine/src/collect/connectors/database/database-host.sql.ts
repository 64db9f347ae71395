import type { ClientBase } from 'pg';

export interface DatabaseHost {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly addedBy: string;
  readonly addedAt: Date;
}

const columns = `id, host, port, added_by as "addedBy", added_at as "addedAt"`;

export async function listDatabaseHosts(client: ClientBase, workspace: number): Promise<readonly DatabaseHost[]> {
  const found = await client.query<DatabaseHost>(
    `select ${columns} from database_host where workspace = $1 order by host, port`,
    [workspace],
  );
  return found.rows;
}

export async function findDatabaseHost(
  client: ClientBase,
  workspace: number,
  { host, port }: Pick<DatabaseHost, 'host' | 'port'>,
): Promise<DatabaseHost | undefined> {
  const found = await client.query<DatabaseHost>(
    `select ${columns} from database_host where workspace = $1 and host = $2 and port = $3`,
    [workspace, host, port],
  );
  return found.rows[0];
}

/** False if it was there already. */
export async function insertDatabaseHost(client: ClientBase, workspace: number, row: DatabaseHost): Promise<boolean> {
  const done = await client.query(
    `insert into database_host (workspace, id, host, port, added_by, added_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace, host, port) do nothing`,
    [workspace, row.id, row.host, row.port, row.addedBy, row.addedAt],
  );
  return done.rowCount === 1;
}

/** What was removed, if it was there. */
export async function deleteDatabaseHost(
  client: ClientBase,
  workspace: number,
  id: string,
): Promise<DatabaseHost | undefined> {
  const gone = await client.query<DatabaseHost>(
    `delete from database_host where workspace = $1 and id = $2 returning ${columns}`,
    [workspace, id],
  );
  return gone.rows[0];
}
