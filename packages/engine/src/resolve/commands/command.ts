import { z } from 'zod';

const identifierSchema = z.object({ namespace: z.string().min(1).max(128), value: z.string().min(1).max(512) });

/**
 * What people decide about identity. A command is a row of the log like any message: it is applied in log order by the one worker that
 * writes identity, and a rebuild from the log applies it again.
 */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('decide'),
    /** Public id of the match it makes. */
    id: z.uuid(),
    decision: z.enum(['same', 'different']),
    a: identifierSchema,
    b: identifierSchema,
    by: z.string(),
    note: z.string().max(2_000).optional(),
  }),
  z.object({ type: z.literal('undo-match'), match: z.uuid(), by: z.string() }),
  z.object({
    type: z.literal('settle-trait'),
    /** Public id of the decision. */
    id: z.uuid(),
    /** What it hangs on: it stays with whoever has this identifier. */
    on: identifierSchema,
    trait: z.string().min(1).max(200),
    value: z.json(),
    by: z.string(),
    note: z.string().min(1).max(2_000),
  }),
  z.object({ type: z.literal('undo-settled-trait'), id: z.uuid(), by: z.string() }),
  z.object({ type: z.literal('undo-import'), import: z.int().positive(), by: z.string() }),
  z.object({ type: z.literal('use-rules'), version: z.int().nonnegative(), by: z.string() }),
  z.object({ type: z.literal('rebuild-analytics'), by: z.string() }),
  z.object({ type: z.literal('trust-changed'), source: z.int().nonnegative(), by: z.string() }),
]);

export type Command = z.infer<typeof commandSchema>;
