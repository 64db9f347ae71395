const oldAfterYears = 5;

/**
 * The partition an interaction is kept in: its month as YYYYMM, or 0 if it was older than five years when it was received.
 * Measured from the receive time, not from now, so that the same row always goes to the same partition.
 */
export function monthOf(occurredAt: Date, receivedAt: Date): number {
  const limit = Date.UTC(receivedAt.getUTCFullYear() - oldAfterYears, receivedAt.getUTCMonth(), 1);
  return occurredAt.getTime() < limit ? 0 : occurredAt.getUTCFullYear() * 100 + occurredAt.getUTCMonth() + 1;
}
