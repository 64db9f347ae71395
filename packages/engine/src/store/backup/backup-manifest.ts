import { z } from 'zod';

export const backupFormat = 1;
/** The first member of a backup; its content is the format's number, so that any version can say whether it reads the rest. */
export const formatMember = 'throughline-backup';
export const manifestMember = 'manifest.json';
/** With --with-secrets only. */
export const secretsMember = 'secrets.json';

const count = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const tableSchema = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: count,
  /** Of the rows in PostgreSQL's COPY text format, in the order of the primary key; `sha256` is of the same. */
  bytes: count,
  sha256: digest,
  /** How many members hold it. */
  parts: count,
});

export const backupManifestSchema = z.object({
  createdAt: z.iso.datetime(),
  /** Version of the server the rows came from. */
  postgres: z.string(),
  migrations: z.array(z.object({ version: z.int().positive(), name: z.string(), sha256: digest })).min(1),
  /** In the order of loading: what is referred to comes before what refers to it. */
  tables: z.array(tableSchema),
  sequences: z.array(
    z.object({
      schema: z.string(),
      table: z.string(),
      column: z.string(),
      last: z.string().regex(/^-?\d+$/),
      isCalled: z.boolean(),
    }),
  ),
  /** Files of archived log days, each a member under `archiveMember`. */
  archive: z
    .array(
      z.object({ file: z.string().regex(/^\d+\/\d{4}-\d{2}\/[\w-]+\.parquet$/), sizeBytes: count, sha256: digest }),
    )
    .default([]),
  secrets: z.boolean(),
});

/** What a backup holds, written behind everything else in it. */
export type BackupManifest = z.infer<typeof backupManifestSchema>;
export type TableEntry = z.infer<typeof tableSchema>;

/** The member that holds a file of archived log days, as it is. */
export const archiveMember = (file: string): string => `archive/${file}`;

/** The member that holds part `part` (from 1) of table number `table` (from 1). Gzip, each part by itself a whole COPY text. */
export function partMember(
  table: number,
  entry: { readonly schema: string; readonly name: string },
  part: number,
): string {
  return `tables/${String(table).padStart(4, '0')}-${entry.schema}.${entry.name}/${String(part).padStart(6, '0')}.copy.gz`;
}
