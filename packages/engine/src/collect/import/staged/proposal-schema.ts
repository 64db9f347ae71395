import { lineKinds } from '@throughline/core/collect/proposal/line-kind';
import { meanings } from '@throughline/core/collect/proposal/meaning';
import type { Proposal } from '@throughline/core/collect/proposal/proposal';
import { z } from 'zod';

const sentence = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });

/** A proposal as the API gives it; what it means stands with the types in core. */
export const proposalSchema = z.object({
  lineKind: z.enum(lineKinds),
  columns: z.array(
    z.looseObject({
      column: z.string(),
      position: z.number(),
      meaning: z.enum(meanings),
      sentence,
      evidence: sentence,
      isChosen: z.boolean(),
      alternatives: z.array(z.enum(meanings)),
      examples: z.array(z.string()),
      isAnswered: z.boolean(),
    }),
  ),
  questions: z.array(
    z.looseObject({
      id: z.string(),
      topic: z.string(),
      columns: z.array(z.string()),
      sentence,
      example: z.string().nullable(),
      choices: z.array(z.object({ value: z.string(), sentence })),
      takesText: z.boolean(),
      chosen: z.string().nullable(),
      isAnswered: z.boolean(),
    }),
  ),
  notices: z.array(
    z.looseObject({ kind: z.string(), sentence, columns: z.array(z.string()), lines: z.array(z.number()) }),
  ),
  mapping: z.looseObject({ version: z.literal(1) }).describe('The mapping, as an object.'),
  isReady: z.boolean(),
});

/** Safe to cast: the lists are copied by the serialiser, never changed. */
export const proposalAnswer = (proposal: Proposal) => proposal as unknown as z.infer<typeof proposalSchema>;
