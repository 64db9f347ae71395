import type { CompanyRecord } from '@throughline/core/collect/records/read-record';

/** What a log row tells of the company, and where it came from. */
export interface LoggedRecord<R extends CompanyRecord = CompanyRecord> {
  readonly row: {
    readonly offset: number;
    readonly source: number;
    /** 0: live. */
    readonly import: number;
    readonly occurredAt: Date;
    readonly receivedAt: Date;
  };
  readonly record: R;
}
