import { z } from 'zod';

export const code = z.string().min(1).max(100);
/** Why something is left out, for whoever asks later. */
export const note = z.string().trim().min(1).max(2_000);
export const itemSchema = z.object({
  id: z.uuid(),
  receivedAt: z.string(),
  source: z.string(),
  line: z.number().nullable(),
  messageId: z.string().nullable(),
  code: z.string(),
  reason: z.string(),
  body: z.string(),
});
const sentence = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });
const formats = z.array(z.string().min(1).max(100)).min(1).max(20);
/** See `MendAnswer`. */
export const answerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('year'), year: z.int().min(1900).max(2100), formats }),
  z.strictObject({ type: z.literal('date'), formats }),
  z.strictObject({ type: z.literal('decimal'), decimal: z.enum(['.', ',']) }),
  z.strictObject({ type: z.literal('value'), from: z.string().max(1_000), to: z.string().max(1_000) }),
]);
const partSchema = z.object({
  import: z.uuid().nullable(),
  fileName: z.string().nullable(),
  source: z.string(),
  count: z.number(),
  column: z.string().nullable().describe('The column of the file that most of them were set aside for.'),
  suggestion: z
    .object({
      why: sentence,
      sentence,
      label: sentence,
      answer: answerSchema,
      reads: z.number().describe('How many of those looked at it would mend.'),
      of: z.number(),
    })
    .nullable(),
  samples: z.array(
    itemSchema.extend({
      marks: z
        .array(z.object({ start: z.number(), end: z.number() }))
        .describe('The odd part of the body, in UTF-16 units.'),
    }),
  ),
});
/** What waits for one reason. */
export const groupSchema = z.object({
  code: z.string(),
  reason: z.string(),
  mend: z.string().nullable(),
  count: z.number(),
  firstAt: z.string(),
  lastAt: z.string(),
  samples: z.array(itemSchema),
  parts: z.array(partSchema).describe('By import, or source if it came in live.'),
});
