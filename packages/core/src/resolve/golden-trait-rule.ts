import { z } from 'zod';

/**
 * How the value we use is chosen: what the most trusted source says now, what was said last, or what was said most often.
 */
export const goldenTraitRuleSchema = z.enum(['trusted', 'latest', 'most-frequent']);

export type GoldenTraitRule = z.infer<typeof goldenTraitRuleSchema>;
