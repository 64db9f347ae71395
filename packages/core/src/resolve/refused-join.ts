import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';

export type RefusalReason =
  /** A decision says that somebody on one side is not somebody on the other. */
  | { readonly type: 'different'; readonly decision: MatchRecord }
  /** One person would have too many of a namespace; with `source`, too many in that source; with `withinDays`, too many new ones in that time. */
  | {
      readonly type: 'limit';
      readonly namespace: string;
      readonly limit: number;
      readonly source?: number;
      readonly withinDays?: number;
    }
  /** `b` is seen with too many people to be one person's. */
  | { readonly type: 'hub' }
  /** Both sides hold a durable identifier, and a public key alone may not join those. */
  | { readonly type: 'weak' };

/** A join some record asked for and a rule forbids. It is kept, shown, and asked again whenever anything near it changes. */
export interface RefusedJoin<R extends MatchRecord = MatchRecord> {
  readonly record: R;
  readonly a: NodeRef;
  readonly b: NodeRef;
  readonly reason: RefusalReason;
}
