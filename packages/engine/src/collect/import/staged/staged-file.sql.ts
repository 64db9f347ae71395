import type { ClientBase } from 'pg';
import type { FileForm, FormChoice } from '../recognise/sampled-file.js';
import type { FileFound } from './file-found.js';

export interface StagedFileRow {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly hash: Buffer;
  readonly choice: FormChoice;
  readonly found: FileFound;
  readonly createdBy: string;
  readonly createdAt: Date;
}

const columns = `id, name, bytes::float8 as bytes, hash, choice, found, created_by as "createdBy", created_at as "createdAt"`;

/** The newest first. */
export async function listStagedFiles(client: ClientBase, workspace: number): Promise<readonly StagedFileRow[]> {
  const found = await client.query<StagedFileRow>(
    `select ${columns}
     from staged_file
     where workspace = $1
     order by created_at desc, id desc
     limit 200`,
    [workspace],
  );
  return found.rows;
}

export async function findStagedFile(
  client: ClientBase,
  workspace: number,
  id: string,
): Promise<StagedFileRow | undefined> {
  const found = await client.query<StagedFileRow>(
    `select ${columns}
     from staged_file
     where workspace = $1 and id = $2`,
    [workspace, id],
  );
  return found.rows[0];
}

export async function insertStagedFile(client: ClientBase, workspace: number, row: StagedFileRow): Promise<void> {
  await client.query(
    `insert into staged_file (workspace, id, name, bytes, hash, choice, found, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      workspace,
      row.id,
      row.name,
      row.bytes,
      row.hash,
      JSON.stringify(row.choice),
      JSON.stringify(row.found),
      row.createdBy,
      row.createdAt,
    ],
  );
}

export async function storeFound(
  client: ClientBase,
  workspace: number,
  id: string,
  { choice, found }: { readonly choice: FormChoice; readonly found: FileFound & { readonly form: FileForm } },
): Promise<void> {
  await client.query(`update staged_file set choice = $3, found = $4 where workspace = $1 and id = $2`, [
    workspace,
    id,
    JSON.stringify(choice),
    JSON.stringify(found),
  ]);
}

/** False if it was gone already. */
export async function deleteStagedFile(client: ClientBase, workspace: number, id: string): Promise<boolean> {
  const gone = await client.query('delete from staged_file where workspace = $1 and id = $2', [workspace, id]);
  return gone.rowCount === 1;
}

export interface SameFile {
  readonly import: string;
  readonly fileName: string;
  readonly state: string;
  readonly createdAt: Date;
}

/** Imports of exactly these bytes that were not taken back, the newest first. */
export async function importsOfFile(client: ClientBase, workspace: number, hash: Buffer): Promise<readonly SameFile[]> {
  const found = await client.query<SameFile>(
    `select id as import, file_name as "fileName", state, created_at as "createdAt"
     from import_run
     where workspace = $1 and file_hash = $2 and state in ('running', 'resolving', 'done')
       and resume ->> 'dryRun' is distinct from 'true'
     order by import_run.import desc
     limit 5`,
    [workspace, hash],
  );
  return found.rows;
}

export interface WorkspaceFacts {
  readonly country: string;
  readonly zone: string;
  readonly currency: string;
  readonly language: string;
}

export async function workspaceFacts(client: ClientBase, workspace: number): Promise<WorkspaceFacts> {
  const found = await client.query<WorkspaceFacts>(
    'select country, zone, currency, language from workspace where workspace = $1',
    [workspace],
  );
  const row = found.rows[0];
  if (row === undefined) throw new Error(`workspace ${workspace} is not there`);
  return row;
}
