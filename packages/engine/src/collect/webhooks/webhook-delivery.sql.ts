import type { Reason } from '@throughline/core/collect/reason';
import type { ClientBase } from 'pg';

/** What became of a delivery whose signature was good. */
export interface DeliveryRow {
  readonly id: string;
  readonly receivedAt: Date;
  /** What names it, if anything does. */
  readonly delivery: string | null;
  readonly bytes: number;
  /** `nothing`: the mapping made no message of it. */
  readonly outcome: 'kept' | 'nothing' | 'set-aside';
  readonly messages: number;
  /** Why it was set aside. */
  readonly reason: string | null;
}

/** As it is read: what is set aside has its reasons under the same id. */
export interface NotedDelivery extends DeliveryRow {
  readonly reasons: readonly Reason[] | null;
}

const kept = 50;

/** Notes a delivery and forgets those before the last fifty. */
export async function noteDelivery(
  client: ClientBase,
  workspace: number,
  source: number,
  row: DeliveryRow,
): Promise<void> {
  await client.query(
    `insert into webhook_delivery (workspace, source, id, received_at, delivery, bytes, outcome, messages, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspace, source, row.id, row.receivedAt, row.delivery, row.bytes, row.outcome, row.messages, row.reason],
  );
  await client.query(
    `delete from webhook_delivery
     where workspace = $1 and source = $2 and id <= (
       select id
       from webhook_delivery
       where workspace = $1 and source = $2
       order by id desc
       offset $3
       limit 1
     )`,
    [workspace, source, kept],
  );
}

/** The newest first. */
export async function lastDeliveries(
  client: ClientBase,
  workspace: number,
  source: number,
): Promise<readonly NotedDelivery[]> {
  const found = await client.query<NotedDelivery>(
    `select d.id, d.received_at as "receivedAt", d.delivery, d.bytes, d.outcome, d.messages, d.reason, a.reasons
     from webhook_delivery d
     left join set_aside a on a.workspace = d.workspace and a.id = d.id
     where d.workspace = $1 and d.source = $2
     order by d.id desc
     limit $3`,
    [workspace, source, kept],
  );
  return found.rows;
}
