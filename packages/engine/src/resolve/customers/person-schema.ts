import { z } from 'zod';

export const personParams = z.object({ workspace: z.string(), id: z.uuid() });
export const identifierSchema = z.object({ namespace: z.string(), value: z.string() });

const claimSchema = { value: z.unknown(), source: z.string(), at: z.string() } as const;

const detailSchema = z.object({
  id: z.uuid().describe('The id asked for.'),
  currentId: z.uuid().describe('The id the person has now; another one once people were joined or split.'),
  name: z.string().nullable(),
  recognised: z.boolean().describe('A customer; else an unrecognised visitor.'),
  identifiers: z
    .array(identifierSchema.extend({ firstAt: z.string().nullable(), sources: z.array(z.string()).readonly() }))
    .readonly(),
  traits: z.record(z.string(), z.unknown()).describe('The values we use, by trait.'),
  golden: z
    .array(
      z.object({
        trait: z.string(),
        ...claimSchema,
        rule: z.string(),
        conflicts: z.array(z.object(claimSchema)).readonly(),
      }),
    )
    .readonly(),
  channels: z.array(z.string()).readonly(),
  interactions: z.number(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  groups: z
    .array(
      z.object({
        kind: z.string(),
        value: z.string(),
        traits: z.record(z.string(), z.unknown()),
        members: z
          .array(
            z.object({
              id: z.uuid(),
              name: z.string().nullable(),
              recognised: z.boolean(),
              identifiers: z.array(identifierSchema).readonly(),
            }),
          )
          .readonly()
          .describe('Who else belongs to it, at most twenty.'),
        others: z.number().describe('How many others belong to it; from 1,000 on they are not counted further.'),
      }),
    )
    .readonly(),
});

export const personSchema = z.object({
  person: detailSchema,
  sure: z.array(z.string()).readonly().describe('How sure we are that this is one person, and why.'),
  opening: z.string(),
});
export type PersonAnswer = z.infer<typeof personSchema>;

export const interactionsSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.string().describe('128-bit hash of the message id.'),
        at: z.string(),
        precision: z.enum(['instant', 'day']),
        name: z.string(),
        channel: z.string(),
        source: z.string(),
        direction: z.enum(['from-customer', 'to-customer', 'observed']),
        touchpoint: z.string().nullable(),
        about: z.string().nullable().describe('Kind and number of the case: "order 8812".'),
        reason: z.string().nullable(),
        outcome: z.enum(['well', 'badly', 'neither']).nullable(),
        location: z.string().nullable(),
        value: z.string().nullable().describe('Decimal text.'),
        currency: z.string().nullable(),
        marks: z.object({ machine: z.boolean(), internal: z.boolean(), test: z.boolean(), void: z.boolean() }),
        properties: z.record(z.string(), z.unknown()),
      }),
    )
    .readonly(),
  next: z.string().nullable(),
  total: z.number().describe('All that count; voided ones are listed and do not.'),
  asOf: z.string(),
});

export const joinsSchema = z.object({
  joins: z
    .array(
      z.object({
        match: z.uuid().describe('What `POST /matches/{id}/undo` takes back.'),
        at: z.string(),
        source: z.string(),
        kind: z
          .enum(['message', 'alias', 'same', 'different', 'shared'])
          .describe('`shared`: several sources know this identifier, so what each of them knows is joined.'),
        strength: z.enum(['decision', 'strong', 'weak']),
        identifiers: z.array(identifierSchema).readonly(),
        held: z.boolean(),
        refusedBecause: z.string().nullable(),
        sentence: z.string(),
        decidedBy: z.string().nullable(),
      }),
    )
    .readonly()
    .describe('Newest first.'),
  leftOut: z.number().describe('Older ones that were not listed.'),
});
export const comparisonSchema = z.object({
  opening: z.string(),
  a: detailSchema,
  b: detailSchema,
  traits: z
    .array(z.object({ trait: z.string(), verdict: z.enum(['different', 'same', 'one-sided']) }))
    .readonly()
    .describe('Where they differ first, then where they agree, then what is known of one alone.'),
  why: z.array(z.string()).readonly().describe('Why they are not held to be one person.'),
});
export type JoinsAnswer = z.infer<typeof joinsSchema>;
export type ComparisonAnswer = z.infer<typeof comparisonSchema>;
export type InteractionsAnswer = z.infer<typeof interactionsSchema>;
