import { z } from 'zod';

/**
 * How the value we use is chosen: what the most trusted source says now, what was said last, or first, or most often; of what the sources
 * say now, the most complete, the highest (latest) or the lowest (earliest).
 */
export const traitChoices = [
  'trusted',
  'latest',
  'first',
  'most-frequent',
  'most-complete',
  'highest',
  'lowest',
] as const;
export type TraitChoice = (typeof traitChoices)[number];

const traitChoiceSchema = z.enum(traitChoices);

/** A way of choosing, and, if told, whom to believe first about this trait, by public ids of sources; the others follow by their trust. */
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

export type GoldenTraitRule = z.infer<typeof goldenTraitRuleSchema>;

export const choiceOf = (rule: GoldenTraitRule): TraitChoice => (typeof rule === 'string' ? rule : rule.choose);

/** Sources to believe first about a trait. */
export const sourcesOf = (rule: GoldenTraitRule): readonly string[] => (typeof rule === 'string' ? [] : rule.sources);
