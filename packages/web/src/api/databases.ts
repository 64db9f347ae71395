import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export type DatabaseKind = 'postgresql' | 'mariadb';

/** What is needed to read from a database; it goes in the body of a request and is kept nowhere. */
export interface DatabaseConnection {
  readonly kind: DatabaseKind;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly checksCertificate: boolean;
}

export interface TableName {
  readonly schema: string | null;
  readonly name: string;
}

export interface DatabaseTable extends TableName {
  readonly kind: 'table' | 'view';
  readonly rows: number | null;
}

/** A table on its way in. `file`: the staged file it became. */
export interface DatabaseRead {
  readonly id: string;
  readonly state: 'reading' | 'done' | 'failed';
  readonly table: TableName;
  readonly rows: number;
  readonly bytes: number;
  readonly file: string | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

/** A server that an admin allowed. */
export interface DatabaseHost {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly addedBy: string;
  readonly addedAt: string;
  /** How many tables are being read from it right now. */
  readonly reading: number;
}

const soonMs = 500;

export const databaseHosts = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'database-hosts'],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly DatabaseHost[] }>(path(workspace, '/databases/hosts'), { signal }),
  });

export const databaseRead = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'database-reads', id],
    queryFn: ({ signal }) => request<DatabaseRead>(path(workspace, '/databases/reads/{}', [id]), { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? soonMs : false),
    retry: false,
  });

export const databaseActs = {
  allow: (workspace: string, { host, port }: Pick<DatabaseConnection, 'host' | 'port'>) =>
    request<unknown>(path(workspace, '/databases/hosts'), { method: 'POST', body: { host, port } }),
  forbid: (workspace: string, id: string) =>
    request<null>(path(workspace, '/databases/hosts/{}', [id]), { method: 'DELETE' }),
  tables: (workspace: string, connection: DatabaseConnection) =>
    request<{ readonly tables: readonly DatabaseTable[] }>(path(workspace, '/databases/tables'), {
      method: 'POST',
      body: { connection },
    }),
  /** `keep`: the password is stored, sealed, and the table can be read again and again. */
  read: (workspace: string, connection: DatabaseConnection, { schema, name }: TableName, keep: boolean) =>
    request<DatabaseRead>(path(workspace, '/databases/reads'), {
      method: 'POST',
      body: { connection, table: { schema, name }, keep },
    }),
  stop: (workspace: string, id: string) =>
    request<null>(path(workspace, '/databases/reads/{}', [id]), { method: 'DELETE' }),
};
