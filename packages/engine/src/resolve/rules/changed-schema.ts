import { z } from 'zod';

/** What a change of the rules answers. */
export const changedSchema = z.object({
  version: z.number(),
  inForce: z.boolean().describe('False while people are still being recomputed.'),
});
