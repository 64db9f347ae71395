/** A log row as far as the analytics engine needs it. */
export interface ProjectedMessage {
  readonly offset: number;
  readonly receivedAt: Date;
  readonly source: number;
  readonly kind: number;
  readonly message: string;
  readonly occurredAt: Date;
  readonly timeFlags: number;
  readonly envelope: string | null;
  readonly body: string;
}
