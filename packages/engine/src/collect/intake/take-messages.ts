import type { Envelope, JsonItem } from '@throughline/core/collect/json-items';
import type { MessageKind } from '@throughline/core/collect/message-kind';
import type { FoundKey } from '../sources/found-key.js';
import type { IntakeWriter } from './intake-writer.js';
import { authority } from './log-row.js';
import { type Received, receiveMessages } from './receive-messages.js';

export interface SentMessages {
  readonly items: readonly JsonItem[];
  readonly envelope: Envelope;
  /** Of a single call, from its path. */
  readonly kind?: MessageKind | undefined;
  readonly receivedAtMs: number;
}

/** Puts live messages into the log or aside; resolves when all of them are on disk. Errors: those of `IntakeWriter.append`. */
export async function takeMessages(
  intake: Pick<IntakeWriter, 'append'>,
  key: FoundKey,
  { items, envelope, kind, receivedAtMs }: SentMessages,
): Promise<Received> {
  const received = receiveMessages(items, {
    source: key.source,
    zone: key.zone,
    authority: key.kind === 'public' ? authority.publicKey : authority.serverKey,
    import: 0,
    receivedAtMs,
    ...(kind === undefined ? { envelope } : { kind }),
  });
  await intake.append({ workspace: key.workspace, ...received });
  return received;
}
