import { isIP } from 'node:net';
import { z } from 'zod';

const isPlain = (text: string) => !/\p{Cc}|\p{Cs}|[\ufffe\uffff]/u.test(text);
const name = z.string().min(1).max(200).refine(isPlain, 'holds a character that no name has');

/** A name or an address, never a path or a connection string. Compared in lower case. */
export const hostSchema = z
  .string()
  .min(1)
  .max(253)
  .toLowerCase()
  .refine(
    (host) => isIP(host) > 0 || /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_.])?$/.test(host),
    'is neither the name nor the address of a server',
  );

export const portSchema = z.int().min(1).max(65_535);

export const passwordSchema = z.string().max(1_000).refine(isPlain, 'holds a character that cannot be passed on');

/** What is needed to read from a database. The password is used for the one request it comes with, and kept only where a table is to be read again. */
export const connectionSchema = z.strictObject({
  kind: z.enum(['postgresql', 'mariadb']).describe('`mariadb` is MySQL too.'),
  host: hostSchema,
  port: portSchema,
  database: name,
  user: name,
  password: passwordSchema.default(''),
  checksCertificate: z
    .boolean()
    .default(false)
    .describe('Refuse a server without encryption or with a certificate that nobody known signed; PostgreSQL only.'),
});

export type DatabaseConnection = z.infer<typeof connectionSchema>;

/** A table as the database itself names it. MariaDB has no schemas. */
export const tableNameSchema = z.strictObject({ schema: name.nullable(), name });

export type TableName = z.infer<typeof tableNameSchema>;
