import type { SignatureScheme } from '@throughline/core/collect/webhooks/signature-scheme';
import type { ClientBase, Pool } from 'pg';

/** As stored: the secret is sealed. */
export interface WebhookRow {
  readonly workspace: number;
  readonly source: number;
  readonly zone: string;
  readonly scheme: SignatureScheme;
  readonly secret: Buffer;
  readonly deliveryHeader: string | null;
  readonly mapping: string;
}

export interface WebhookSettingsRow extends WebhookRow {
  readonly secretHint: string;
  readonly refused: number;
  readonly lastRefusedAt: Date | null;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** The webhook of a source by the source's public id, whatever the workspace. */
export async function findWebhookById(pool: Pool, id: string): Promise<WebhookRow | undefined> {
  const found = await pool.query<WebhookRow>({
    name: 'find-webhook',
    text: `select workspace, source, zone, scheme, secret, delivery_header as "deliveryHeader", mapping
      from find_webhook($1)`,
    values: [id],
  });
  return found.rows[0];
}

const settings = `select w.workspace, w.source, s.zone, w.scheme, w.secret, w.delivery_header as "deliveryHeader", w.mapping,
    w.secret_hint as "secretHint", w.refused::float8 as refused, w.last_refused_at as "lastRefusedAt",
    w.changed_by as "changedBy", w.changed_at as "changedAt"
  from webhook w
  join source s using (workspace, source)`;

export async function webhookOfSource(
  client: ClientBase,
  workspace: number,
  source: number,
): Promise<WebhookSettingsRow | undefined> {
  const found = await client.query<WebhookSettingsRow>(`${settings} where w.workspace = $1 and w.source = $2`, [
    workspace,
    source,
  ]);
  return found.rows[0];
}

/** By the source's public id. */
export async function webhookOfSourceId(
  client: ClientBase,
  workspace: number,
  id: string,
): Promise<WebhookSettingsRow | undefined> {
  const found = await client.query<WebhookSettingsRow>(`${settings} where w.workspace = $1 and s.id = $2`, [
    workspace,
    id,
  ]);
  return found.rows[0];
}

export async function saveWebhook(
  client: ClientBase,
  row: Omit<WebhookSettingsRow, 'zone' | 'refused' | 'lastRefusedAt'>,
): Promise<void> {
  await client.query(
    `insert into webhook (workspace, source, scheme, secret, secret_hint, delivery_header, mapping, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (workspace, source) do update
     set scheme = excluded.scheme, secret = excluded.secret, secret_hint = excluded.secret_hint,
       delivery_header = excluded.delivery_header, mapping = excluded.mapping, changed_by = excluded.changed_by,
       changed_at = excluded.changed_at`,
    [
      row.workspace,
      row.source,
      JSON.stringify(row.scheme),
      row.secret,
      row.secretHint,
      row.deliveryHeader,
      row.mapping,
      row.changedBy,
      row.changedAt,
    ],
  );
}

export async function addRefused(
  client: ClientBase,
  workspace: number,
  source: number,
  count: number,
  at: Date,
): Promise<void> {
  await client.query(
    `update webhook
     set refused = refused + $3, last_refused_at = $4
     where workspace = $1 and source = $2`,
    [workspace, source, count, at],
  );
}

/** Sources of the workspace that are told by deliveries. */
export async function listWebhookSources(client: ClientBase, workspace: number): Promise<ReadonlySet<number>> {
  const found = await client.query<{ source: number }>(
    `select source
     from webhook
     where workspace = $1`,
    [workspace],
  );
  return new Set(found.rows.map(({ source }) => source));
}
