import { isPlainObject } from '@throughline/core/collect/plain-object';
import { type SetAside, unusable } from '@throughline/core/collect/set-aside';
import { deliveryProblem } from '@throughline/core/collect/webhooks/delivery-problem';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { storedReasons } from '../intake/stored-reasons.js';
import type { ReadAgain } from '../set-aside/read-again.js';
import type { SetAsideItem } from '../set-aside/set-aside.sql.js';
import { deliveryMessages } from './delivery-messages.js';
import { webhookOfSource } from './webhook.sql.js';

/**
 * Reads a delivery again, as it came or as it was mended, by the mapping that its webhook has now. What nothing named is named by the item, so
 * that replaying it twice counts it once.
 */
export async function readDeliveryAgain(
  ctx: Pick<AppContext, 'appPool' | 'clock'>,
  workspace: number,
  item: SetAsideItem,
  mended: string | undefined,
): Promise<ReadAgain> {
  const webhook = await inWorkspace(ctx, workspace, (client) => webhookOfSource(client, workspace, item.source));
  if (webhook === undefined) throw new Error(`source ${item.source} has set aside deliveries and no webhook`);
  const { headers, delivery } = saidOf(item.envelope);
  const meaning = await deliveryMessages({
    source: item.source,
    zone: item.zone,
    mapping: webhook.mapping,
    headers,
    body: mended === undefined ? item.body : Buffer.from(mended),
    delivery: delivery ?? `set-aside ${item.id}`,
    receivedAtMs: item.receivedAt.getTime(),
    nowMs: ctx.clock(),
    replayed: true,
  });
  if (meaning.type === 'set-aside') return stillAside(meaning);
  // A mapping that makes nothing of it would mark it as replayed, and it would be gone from sight without having counted.
  if (meaning.rows.length > 0) return { type: 'rows', rows: meaning.rows };
  return stillAside(unusable('webhook.mapping-failed', deliveryProblem('no-message')));
}

function stillAside({ code, values }: SetAside): ReadAgain {
  return { type: 'still-aside', code, ...storedReasons([{ code, values }]) };
}

function saidOf(envelope: string | null): {
  readonly headers: Readonly<Record<string, string>>;
  readonly delivery: string | undefined;
} {
  const said: unknown = envelope === null ? undefined : JSON.parse(envelope);
  if (!isPlainObject(said)) return { headers: {}, delivery: undefined };
  const headers = isPlainObject(said.headers) ? Object.entries(said.headers) : [];
  return {
    headers: Object.fromEntries(headers.filter((one): one is [string, string] => typeof one[1] === 'string')),
    delivery: typeof said.delivery === 'string' ? said.delivery : undefined,
  };
}
