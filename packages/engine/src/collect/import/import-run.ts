import { z } from 'zod';
import { importStates } from './import-state.js';

/** An import as the API tells of it. `read` counts lines of the file, the other figures messages; accepted + duplicates + setAside = received once it is done. */
export const importRunSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  source: z.object({ id: z.uuid(), name: z.string() }),
  state: z.enum(importStates),
  read: z.number(),
  received: z.number(),
  interactions: z.number(),
  accepted: z.number(),
  duplicates: z.number(),
  setAside: z.number(),
  passedOver: z.number().describe('Lines that no rule of the mapping is for.'),
  bytesRead: z.number(),
  fileBytes: z.number().nullable(),
  error: z.object({ code: z.string(), detail: z.string() }).nullable(),
  replaces: z.uuid().nullable().describe('The import this one was made in the place of.'),
  createdBy: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  dryRun: z
    .object({
      sample: z.array(z.unknown()).describe('The first messages the import would make.'),
      setAside: z.array(z.unknown()).describe('The first lines it would set aside.'),
    })
    .optional(),
});

export type ImportRun = z.infer<typeof importRunSchema>;
