import type { Reason } from '@throughline/core/collect/reason';

/** How far a message's word goes when identities are joined; see MatchStrength in core. */
export const authority = { publicKey: 1, serverKey: 2, import: 3, decision: 4 } as const;
export type Authority = (typeof authority)[keyof typeof authority];

/** What a log row holds: a Segment call, what is told of the company, or a command (a decision about identity, rules or imports). */
export const logKind = {
  identify: 1,
  track: 2,
  page: 3,
  screen: 4,
  group: 5,
  alias: 6,
  count: 7,
  happening: 8,
  command: 9,
  cost: 10,
} as const;
export type LogKind = (typeof logKind)[keyof typeof logKind];

/** Readers upcast rows of older versions for ever. */
export const intakeVersion = 1;

/** One row of the log as the writer gets it; the offset is given at commit. */
export interface LogRow {
  readonly source: number;
  /** 0: live. */
  readonly import: number;
  readonly kind: LogKind;
  readonly authority: Authority;
  /** 128-bit hash of the message id, as a UUID text. */
  readonly message: string;
  /** 64-bit hash of the content without sentAt and _metadata, as decimal text (signed). */
  readonly content: string;
  readonly occurredAtMs: number;
  readonly timeFlags: number;
  readonly replayed: boolean;
  /** What the request said for all its messages, as JSON text. */
  readonly envelope: string | null;
  /** The message as received: valid UTF-8 without U+0000. */
  readonly body: string;
}

/** A message that cannot be applied: kept byte-exact with the reason. */
export interface SetAsideRow {
  readonly id: string;
  readonly source: number;
  readonly import: number;
  readonly line: number | null;
  readonly stage: 'intake' | 'import' | 'resolve' | 'webhook';
  readonly code: string;
  /** Why, as data and, for whoever reads the table, in English. */
  readonly reasons: readonly Reason[];
  readonly reason: string;
  readonly messageId: string | null;
  readonly authority: Authority;
  readonly envelope: string | null;
  readonly body: Uint8Array;
}
