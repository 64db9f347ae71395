import { fileEncodings } from '@throughline/core/collect/mapping/file-encoding';
import { z } from 'zod';
import { importStates } from '../import-state.js';

/** A file that was handed in and is no import yet, as the API tells of it. */
export const stagedFileSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  format: z.enum(['csv', 'jsonl', 'parquet', 'avro', 'sqlite', 'xlsx']),
  form: z.object({
    encoding: z.enum(fileEncodings),
    isEncodingSure: z.boolean().describe('False: look at the examples, and say another encoding if they are wrong.'),
    encodingExamples: z.array(z.string()).describe('Words with letters beyond ASCII, as they are read now.'),
    delimiter: z.string().nullable(),
    quote: z.string().nullable(),
    hasHeader: z.boolean(),
    skip: z.number().describe('Lines above the header that belong to no table.'),
    sheet: z.string().nullable(),
    sheets: z.array(z.object({ name: z.string() })),
  }),
  columns: z.array(z.string()),
  rowCount: z.object({ estimate: z.number(), isExact: z.boolean() }),
  unreadable: z.number().describe('Of the lines looked at, those that cannot be read in this form.'),
  sameAs: z
    .array(z.object({ import: z.uuid(), fileName: z.string(), state: z.enum(importStates), createdAt: z.string() }))
    .describe('Imports of exactly these bytes.'),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
});

export type StagedFile = z.infer<typeof stagedFileSchema>;

/** What may be said about how a file is written. */
export const formChoiceSchema = z.strictObject({
  encoding: z.enum(fileEncodings).optional(),
  delimiter: z
    .string()
    .regex(/^[\t\u0020-\u007e]$/, 'is no single ASCII character')
    .optional(),
  quote: z
    .string()
    .regex(/^[!-~]$/, 'is no single ASCII character')
    .optional(),
  hasHeader: z.boolean().optional(),
  sheet: z.string().min(1).max(100).optional(),
});

export const stagedForMs = 24 * 3_600_000;
