import { z } from 'zod';
import { directions, outcomes } from '../../collect/interaction.js';
import { interactionKinds } from '../interaction-kind.js';
import { numberTestSchema } from './number-test.js';
import { valueTestSchema } from './value-test.js';

const word = z.string().min(1).max(200);
const words = z.exactOptional(z.array(word).min(1).max(100).readonly());

export const propertyPathSchema = z.array(word).min(1).max(6).readonly();

/** Which interactions are meant: those that fit everything that is said. With nothing said, any that counts. */
export const interactionFilterSchema = z.strictObject({
  names: words,
  kinds: z.exactOptional(z.array(z.enum(interactionKinds)).min(1).readonly()),
  channels: words,
  /** Public ids. */
  sources: z.exactOptional(z.array(z.uuid()).min(1).max(100).readonly()),
  touchpoints: words,
  locations: words,
  reasons: words,
  directions: z.exactOptional(z.array(z.enum(directions)).min(1).readonly()),
  outcomes: z.exactOptional(z.array(z.enum(outcomes)).min(1).readonly()),
  currencies: words,
  value: z.exactOptional(numberTestSchema),
  properties: z.exactOptional(
    z
      .array(z.strictObject({ path: propertyPathSchema, test: valueTestSchema }))
      .min(1)
      .max(20)
      .readonly(),
  ),
});
export type InteractionFilter = z.infer<typeof interactionFilterSchema>;
