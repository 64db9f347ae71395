import { errorInWords } from '@throughline/core/errors/error-in-words';
import type { Language } from '@throughline/core/words/language';
import { z } from 'zod';
import type { SyncRow } from './sync.sql.js';
import { syncStates } from './sync-state.js';

const held = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('drift'),
    vanished: z.array(z.string()).describe('Columns that the mapping reads and that are gone.'),
    changed: z.array(z.object({ name: z.string(), was: z.string(), is: z.string() })),
  }),
  z.object({
    type: z.literal('gone'),
    missing: z.number().describe('Messages that the table made before and does not make any more.'),
    of: z.number(),
  }),
]);

export const syncSchema = z.object({
  id: z.uuid(),
  server: z.object({ kind: z.string(), host: z.string(), port: z.number(), database: z.string(), user: z.string() }),
  table: z.object({ schema: z.string().nullable(), name: z.string() }),
  source: z.object({ id: z.string(), name: z.string() }).nullable(),
  state: z.enum(syncStates),
  doing: z.enum(['nothing', 'reading', 'importing', 'removing']),
  held: held.nullable(),
  staged: z
    .uuid()
    .nullable()
    .describe('A file that was read from it and is to be gone through: see `/imports/files/{id}`.'),
  candidates: z.array(
    z.object({
      column: z.string(),
      kind: z.enum(['number', 'time']),
      empty: z.number(),
      rows: z.number().describe('That were looked at.'),
      growsShareOf1: z.number(),
    }),
  ),
  watermarkColumn: z.string().nullable().describe('Null: the whole table is read each time.'),
  watermark: z.string().nullable(),
  everyMinutes: z.number().nullable(),
  added: z.array(z.string()).describe('Columns that the table has got since, and that nothing is made of.'),
  lastRunAt: z.string().nullable(),
  lastRows: z.number().nullable(),
  readUntil: z.string().nullable(),
  nextAt: z.string().nullable(),
  failures: z.number().describe('In a row.'),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
});

export type Sync = z.infer<typeof syncSchema>;

export function describeSync(row: SyncRow, language: Language): Sync {
  const { id, state, step, failure, candidates, added } = row;
  const { kind, host, port, database, user } = row.connection;
  return {
    id,
    server: { kind, host, port, database, user },
    table: row.table,
    source: row.sourceId === null || row.sourceName === null ? null : { id: row.sourceId, name: row.sourceName },
    state,
    doing: step === 'idle' ? (row.isLeased ? 'reading' : 'nothing') : step,
    held: row.held === null ? null : shownHeld(row.held),
    staged: row.staged?.file ?? null,
    candidates: candidates.map(({ highest: _highest, ...shown }) => shown),
    watermarkColumn: row.watermarkColumn,
    watermark: row.watermark,
    everyMinutes: row.everyMinutes,
    added: [...added],
    lastRunAt: row.lastRunAt?.toISOString() ?? null,
    lastRows: row.lastRows,
    readUntil: row.readUntil?.toISOString() ?? null,
    nextAt: state === 'active' ? row.nextAt.toISOString() : null,
    failures: row.failures,
    problem:
      failure === null ? null : { code: failure.code, detail: errorInWords(failure.code, failure.detail, language) },
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
  };
}

function shownHeld(held: NonNullable<SyncRow['held']>): NonNullable<Sync['held']> {
  if (held.type === 'gone') return held;
  return { type: 'drift', vanished: [...held.vanished], changed: [...held.changed] };
}
