import { z } from 'zod';
import type { Received } from './receive-messages.js';

/** What became of each item: in the log, or set aside with the reason. */
export const intakeAnswerSchema = z.object({
  success: z.literal(true),
  accepted: z.number().int(),
  setAside: z.array(z.object({ index: z.number().int(), code: z.string(), message: z.string() })),
});

export function intakeAnswer({ rows, setAside }: Received): z.infer<typeof intakeAnswerSchema> {
  return {
    success: true,
    accepted: rows.length,
    setAside: setAside.map((item) => ({ index: item.index, code: item.code, message: item.reason })),
  };
}
