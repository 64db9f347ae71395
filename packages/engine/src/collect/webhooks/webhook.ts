import type { SignatureScheme } from '@throughline/core/collect/webhooks/signature-scheme';

/** A source that is told by deliveries: where they go, how they are signed, what they mean. */
export interface Webhook {
  readonly workspace: number;
  readonly source: number;
  /** IANA zone of times that name none. */
  readonly zone: string;
  readonly scheme: SignatureScheme;
  readonly secret: string;
  /** In lower case; the header that names a delivery, where the scheme has none of its own. */
  readonly deliveryHeader: string | null;
  /** A JSONata expression. */
  readonly mapping: string;
}

/** A request as it came. Headers have lower-case names. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
