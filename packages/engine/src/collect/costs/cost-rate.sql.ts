import type { Rate } from '@throughline/core/collect/costs/rate';
import type { ClientBase } from 'pg';

export interface StoredRate extends Rate {
  /** Decimal text: money, or of a margin a share in hundredths. */
  readonly amount: string;
  /** null: of a margin. */
  readonly currency: string | null;
}

const shown = `id, kind, subject, trim_scale(amount)::text as amount, currency, to_char(valid_from, 'YYYY-MM-DD') as "from",
  to_char(valid_to, 'YYYY-MM-DD') as "to"`;

export async function listRates(client: ClientBase, workspace: number): Promise<readonly StoredRate[]> {
  const found = await client.query<StoredRate>(
    `select ${shown} from cost_rate where workspace = $1 order by kind, subject, valid_from desc`,
    [workspace],
  );
  return found.rows;
}

/** One change of a workspace's rates at a time, so that two of them cannot hold on one day. */
export async function lockRates(client: ClientBase, workspace: number): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('cost rates ' || $1::text, 0))`, [workspace]);
}

export async function insertRate(
  client: ClientBase,
  workspace: number,
  rate: StoredRate & { readonly by: string; readonly at: Date },
): Promise<void> {
  await client.query(
    `insert into cost_rate (workspace, id, kind, subject, amount, currency, valid_from, valid_to, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspace, rate.id, rate.kind, rate.subject, rate.amount, rate.currency, rate.from, rate.to, rate.by, rate.at],
  );
}

export async function endRate(client: ClientBase, workspace: number, id: string, to: string): Promise<void> {
  await client.query('update cost_rate set valid_to = $3 where workspace = $1 and id = $2', [workspace, id, to]);
}

/** What was removed, if it was there. */
export async function deleteRate(client: ClientBase, workspace: number, id: string): Promise<StoredRate | undefined> {
  const gone = await client.query<StoredRate>(
    `delete from cost_rate where workspace = $1 and id = $2 returning ${shown}`,
    [workspace, id],
  );
  return gone.rows[0];
}
