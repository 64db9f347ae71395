import { errorInWords } from '@throughline/core/errors/error-in-words';
import type { Language } from '@throughline/core/words/language';
import { z } from 'zod';
import type { Mending } from './mending.sql.js';
import { mendingStates } from './mending-state.js';

/** A mending as the API tells of it. Once it is done, waiting = replayed + stillAside + leftOut + what was decided one by one meanwhile. */
export const mendingSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  act: z.enum(['answer', 'replay', 'leave-out']),
  import: z.uuid().nullable().describe('The import whose items it is for; null: all of the reason.'),
  fileName: z.string().nullable(),
  state: z.enum(mendingStates),
  waiting: z.number().describe('How many waited when it was ordered.'),
  replayed: z.number(),
  stillAside: z.number(),
  leftOut: z.number(),
  error: z.object({ code: z.string(), detail: z.string() }).nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});

export type DescribedMending = z.infer<typeof mendingSchema>;

export function describeMending(mending: Mending, language: Language): DescribedMending {
  const { id, code, fileName, state, waiting, replayed, stillAside, leftOut, createdBy, failure } = mending;
  return {
    ...{ id, code, fileName, state, waiting, replayed, stillAside, leftOut, createdBy },
    act: mending.act.type,
    import: mending.importId,
    error: failure === null ? null : { ...failure, detail: errorInWords(failure.code, failure.detail, language) },
    createdAt: mending.createdAt.toISOString(),
    finishedAt: mending.finishedAt?.toISOString() ?? null,
  };
}
