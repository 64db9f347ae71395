import { z } from 'zod';
import { durationSchema } from './duration.js';

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const end = z.union([day, instant]);

/**
 * A stretch of time that things happened in.
 *
 * - `absolute`: a day stands for its beginning as `from` and for its end as `until`, in the zone; an instant for itself, `until` excluded.
 * - `rolling`: from so long ago, up to so long ago, or up to now.
 * - `calendar`: `span` whole units, the last of them `ago` units before the present one, by the clock of the zone.
 */
export const segmentWindowSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('absolute'), from: z.exactOptional(end), until: z.exactOptional(end) }),
  z.strictObject({ type: z.literal('rolling'), from: durationSchema, to: z.exactOptional(durationSchema) }),
  z.strictObject({
    type: z.literal('calendar'),
    unit: z.enum(['day', 'week', 'month', 'quarter', 'year']),
    ago: z.int().min(0).max(1_000).default(0),
    span: z.int().min(1).max(1_000).default(1),
  }),
]);
export type SegmentWindow = z.infer<typeof segmentWindowSchema>;
