import { z } from 'zod';
import { traitChoices } from './golden-trait-rule.js';

const traitChoiceSchema = z.enum(traitChoices);

/** A `GoldenTraitRule` from outside; apart from it, so that the screens load no schemas. */
export const goldenTraitRuleSchema = z.union([
  traitChoiceSchema,
  z
    .strictObject({
      choose: traitChoiceSchema,
      sources: z
        .array(z.uuid())
        .min(1)
        .max(100)
        .refine((sources) => new Set(sources).size === sources.length, 'names a source twice')
        .readonly()
        .describe('Public ids of sources, the one to believe first in front.'),
    })
    .readonly(),
]);
