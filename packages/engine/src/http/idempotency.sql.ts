import type { ClientBase } from 'pg';

export interface EarlierAnswer {
  readonly requestHash: Buffer;
  readonly status: number | null;
  readonly answer: Buffer | null;
}

/** Enters the key; what is kept of an earlier request with it, or undefined if this is the first since `keptSince`. */
export async function beginAnswer(
  client: ClientBase,
  workspace: number,
  caller: string,
  key: string,
  requestHash: Buffer,
  now: Date,
  keptSince: Date,
): Promise<EarlierAnswer | undefined> {
  await client.query('delete from idempotency_key where workspace = $1 and created_at < $2', [workspace, keptSince]);
  const entered = await client.query(
    `insert into idempotency_key (workspace, caller, key, request_hash, created_at)
     values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [workspace, caller, key, requestHash, now],
  );
  if (entered.rowCount === 1) return undefined;
  const found = await client.query<EarlierAnswer>(
    `select request_hash as "requestHash", status, answer
     from idempotency_key
     where workspace = $1 and caller = $2 and key = $3`,
    [workspace, caller, key],
  );
  return found.rows[0] ?? { requestHash, status: null, answer: null };
}

export async function keepAnswer(
  client: ClientBase,
  workspace: number,
  caller: string,
  key: string,
  status: number,
  answer: Buffer,
): Promise<void> {
  await client.query(
    `update idempotency_key
     set status = $4, answer = $5
     where workspace = $1 and caller = $2 and key = $3`,
    [workspace, caller, key, status, answer],
  );
}

export async function dropAnswer(client: ClientBase, workspace: number, caller: string, key: string): Promise<void> {
  await client.query('delete from idempotency_key where workspace = $1 and caller = $2 and key = $3', [
    workspace,
    caller,
    key,
  ]);
}
