import { z } from 'zod';
import { identifierSchema } from './person-schema.js';

/** A person as lists show it. */
export const personSummarySchema = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  recognised: z.boolean(),
  identifiers: z.array(identifierSchema).readonly().describe('The strongest, at most three.'),
  channels: z.array(z.string()).readonly(),
  interactions: z.number(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
});
