import { z } from 'zod';

/** A fixed stretch of time: a day is 24 hours. */
export const durationSchema = z.strictObject({
  count: z.int().min(1).max(100_000),
  unit: z.enum(['minute', 'hour', 'day', 'week']),
});
export type Duration = z.infer<typeof durationSchema>;

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

export function durationMs({ count, unit }: Duration): number {
  return count * unitMs[unit];
}
