import { z } from 'zod';
import { goldenTraitRuleSchema } from './golden-trait-rule-schema.js';
import { namespaceRuleSchema } from './namespace-rule.js';

const namespacePattern = /^[a-z][a-z0-9_]{0,62}(?::(?:\*|[a-z0-9][a-z0-9_.-]{0,62}))?$/;

/**
 * The rules for joining, as one document. `namespaces` is keyed by a namespace (`email`) or a family of them (`crm:*`);
 * the exact name wins over the family, and `otherNamespaces` holds for the rest. Two equal documents give the same persons.
 */
export const ruleSetSchema = z
  .strictObject({
    format: z.literal(1),
    namespaces: z
      .record(z.string().regex(namespacePattern, 'is no namespace such as email or crm:*'), namespaceRuleSchema)
      .readonly(),
    otherNamespaces: namespaceRuleSchema,
    maxEdges: z
      .number()
      .int()
      .min(10)
      .max(1_000_000)
      .describe('With more joins than this hanging together, the identifier with the most neighbours no longer joins.'),
    goldenTraits: z
      .strictObject({
        rules: z.record(z.string().min(1).max(200), goldenTraitRuleSchema).readonly(),
        otherwise: goldenTraitRuleSchema,
      })
      .readonly(),
    systemOfRecordFromTrust: z
      .number()
      .int()
      .min(0)
      .max(101)
      .describe('A name from a source trusted at least this much makes a customer; 101 means none does.'),
  })
  .readonly();

export type RuleSet = z.infer<typeof ruleSetSchema>;
