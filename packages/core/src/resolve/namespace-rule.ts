import { z } from 'zod';

const limit = z.number().int().min(1).max(100_000).nullable();

/** How identifiers of one namespace may join. `null` as a limit means none. */
export const namespaceRuleSchema = z
  .strictObject({
    priority: z
      .number()
      .int()
      .min(0)
      .max(1_000)
      .describe('The higher, the stronger: a message is recorded under its strongest identifier.'),
    durable: z.boolean().describe('Whether it stays with a person for years, and so makes a customer.'),
    limitPerPerson: limit.describe('How many of them one person may have.'),
    limitPerPersonAndSource: limit.describe('How many of them one person may have in one source.'),
    blockedValues: z.array(z.string().max(512)).max(10_000).describe('Values that never join, as they are stored.'),
    blockedPatterns: z
      .array(z.string().min(1).max(200))
      .max(1_000)
      .describe('Patterns of values that never join: * stands for any text, ? for one character.'),
  })
  .readonly();

export type NamespaceRule = z.infer<typeof namespaceRuleSchema>;
