import { hash } from 'node:crypto';

/** 128-bit hash of a message id, as a UUID text: the key under which a message counts once. */
export function messageHash(messageId: string): string {
  const hex = hash('sha256', messageId, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/**
 * 64-bit hash of what a message says, as signed decimal text. `sentAt`, `_metadata` and `writeKey` are left out: they differ between two
 * tries of one message. `text` is the message as received; without those fields it is hashed as it stands, which spares writing it again.
 */
export function contentHash(message: Readonly<Record<string, unknown>>, text = JSON.stringify(message)): string {
  const isAsSent = !('sentAt' in message || '_metadata' in message || 'writeKey' in message);
  const said = isAsSent
    ? text
    : JSON.stringify({ ...message, sentAt: undefined, _metadata: undefined, writeKey: undefined });
  return BigInt.asIntN(64, BigInt(`0x${hash('sha256', said, 'hex').slice(0, 16)}`)).toString();
}
