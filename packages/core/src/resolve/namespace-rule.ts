import { z } from 'zod';

const limit = z.number().int().min(1).max(100_000).nullable();
const days = z.number().int().min(1).max(36_500).nullable();

/** How identifiers of one namespace may join. `null` as a limit means none, as a number of days: ever. */
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
    limitWithinDays: days
      .default(null)
      .describe('`limitPerPerson` counts those that were first seen within so many days of each other.'),
    limitPerPersonAndSource: limit.describe('How many of them one person may have in one source.'),
    hubFromPeople: z
      .number()
      .int()
      .min(2)
      .max(100_000)
      .nullable()
      .default(null)
      .describe("One that a single source names with so many people is nobody's own, and joins nobody."),
    hubWithinDays: days
      .default(null)
      .describe('`hubFromPeople` counts people with whom it was first seen within so many days.'),
    hubFromNumbers: z
      .number()
      .int()
      .min(2)
      .max(100_000)
      .nullable()
      .default(null)
      .describe(
        'One that a single source ever names with so many numbers of a kind of which one person has one is shared, and joins nobody.',
      ),
    onePersonValues: z
      .array(z.string().max(512))
      .max(10_000)
      .default([])
      .describe("Values that are one person's own, with however many people they are seen; as they are stored."),
    blockedValues: z.array(z.string().max(512)).max(10_000).describe('Values that never join, as they are stored.'),
    blockedPatterns: z
      .array(z.string().min(1).max(200))
      .max(1_000)
      .describe('Patterns of values that never join: * stands for any text, ? for one character.'),
  })
  .readonly();

export type NamespaceRule = z.infer<typeof namespaceRuleSchema>;
