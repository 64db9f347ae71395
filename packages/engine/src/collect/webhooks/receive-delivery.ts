import { reasonInWords } from '@throughline/core/collect/reason';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { wordsIn } from '@throughline/core/words/words-in';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { authority } from '../intake/log-row.js';
import { storedReasons } from '../intake/stored-reasons.js';
import { deliveryMessages, type Meaning } from './delivery-messages.js';
import type { RefusedDeliveries } from './refused-deliveries.js';
import { isSigned } from './verify-signature.js';
import type { Delivery, Webhook } from './webhook.js';
import { noteDelivery } from './webhook-delivery.sql.js';

export interface Received {
  /** Messages in the log. */
  readonly accepted: number;
  readonly setAside: { readonly code: string; readonly message: string } | null;
}

/**
 * Takes in a delivery: into the log, or set aside byte by byte with what its headers said. `packed` is the body as it came, where that is not
 * the same. Of one with a wrong signature nothing is kept but that there was one. Errors: `webhooks.signature-invalid`, those of the log.
 */
export async function receiveDelivery(
  ctx: Pick<AppContext, 'appPool' | 'clock' | 'intake' | 'log'>,
  refused: RefusedDeliveries,
  webhook: Webhook,
  { headers, body }: Delivery,
  packed?: Buffer,
): Promise<Received> {
  const receivedAtMs = ctx.clock();
  const bodies = packed === undefined ? [body] : [packed, body];
  if (!isSigned(webhook.scheme, webhook.secret, { headers, bodies }, receivedAtMs)) {
    refused.note(webhook);
    throw wrongSignature();
  }
  const { workspace, source, zone, mapping } = webhook;
  const delivery = nameOf(webhook, headers);
  const said = harmless(webhook, headers);
  const meaning = await deliveryMessages({
    source,
    zone,
    mapping,
    headers: said,
    body,
    delivery,
    receivedAtMs,
    nowMs: receivedAtMs,
    replayed: false,
  });
  const id = uuidV7(receivedAtMs);
  const aside = {
    id,
    source,
    import: 0,
    line: null,
    stage: 'webhook' as const,
    messageId: null,
    authority: authority.serverKey,
    envelope: JSON.stringify({ headers: said, delivery }).replaceAll('\\u0000', ''),
    body,
  };
  await ctx.intake.append(
    meaning.type === 'rows'
      ? { workspace, rows: meaning.rows, setAside: [] }
      : {
          workspace,
          rows: [],
          setAside: [
            { ...aside, code: meaning.code, ...storedReasons([{ code: meaning.code, values: meaning.values }]) },
          ],
        },
  );
  await note(ctx, webhook, { id, delivery, bytes: body.byteLength, receivedAtMs, meaning });
  return meaning.type === 'rows'
    ? { accepted: meaning.rows.length, setAside: null }
    : { accepted: 0, setAside: { code: meaning.code, message: reasonInWords(meaning, wordsIn('en')) } };
}

export const wrongSignature = () =>
  new ThroughlineError(
    'webhooks.signature-invalid',
    'there is no webhook at this address, or the delivery is not signed with its secret; nothing was kept',
  );

/** By the header that the webhook says, or by what its scheme has for it. */
function nameOf({ scheme, deliveryHeader }: Webhook, headers: Readonly<Record<string, string>>): string | null {
  const header = deliveryHeader ?? (scheme.type === 'standard-webhooks' ? 'webhook-id' : undefined);
  const name = header === undefined ? '' : (headers[header] ?? '').slice(0, 500);
  return name === '' ? null : name;
}

/** What the mapping may see, and what is kept of a delivery that is set aside. */
function harmless({ scheme }: Webhook, headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const secret = new Set(['authorization', 'cookie', 'proxy-authorization', 'webhook-signature']);
  if (scheme.type !== 'standard-webhooks') secret.add(scheme.header);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !secret.has(name)));
}

/** For people to look at: the delivery itself is on disk by now, so that failing here fails nothing. */
async function note(
  ctx: Pick<AppContext, 'appPool' | 'log'>,
  { workspace, source }: Webhook,
  what: {
    readonly id: string;
    readonly delivery: string | null;
    readonly bytes: number;
    readonly receivedAtMs: number;
    readonly meaning: Meaning;
  },
): Promise<void> {
  const { id, delivery, bytes, meaning } = what;
  const messages = meaning.type === 'rows' ? meaning.rows.length : 0;
  const outcome = meaning.type === 'rows' ? (messages === 0 ? 'nothing' : 'kept') : 'set-aside';
  const reason = meaning.type === 'rows' ? null : reasonInWords(meaning, wordsIn('en'));
  const row = {
    id,
    receivedAt: new Date(what.receivedAtMs),
    delivery: delivery?.replaceAll('\u0000', '') ?? null,
    bytes,
    outcome,
    messages,
    reason,
  } as const;
  try {
    await inWorkspace(ctx, workspace, (client) => noteDelivery(client, workspace, source, row));
  } catch (err) {
    ctx.log.warn({ err }, 'a delivery could not be noted');
  }
}
