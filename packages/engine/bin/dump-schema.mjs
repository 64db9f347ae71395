#!/usr/bin/env node
// Writes docs/schema.sql from a server of its own with all migrations applied; --check says whether it is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { dumpSchema } from '../dist/store/postgres/dump-schema.sql.js';
import { migrate } from '../dist/store/postgres/migrate.js';
import { withThrowawayPostgres } from '../dist/store/postgres/with-throwaway-postgres.js';

const path = fileURLToPath(new URL('../../../docs/schema.sql', import.meta.url));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const dumped = await withThrowawayPostgres(silent, async ({ urls, roles }) => {
  await migrate(urls.owner, { roles });
  return dumpSchema(urls.owner, roles);
});
if (process.argv.includes('--check')) {
  if ((await readFile(path, 'utf8').catch(() => '')) !== dumped) {
    console.error('docs/schema.sql is not what the migrations make: run node packages/engine/bin/dump-schema.mjs');
    process.exit(1);
  }
} else await writeFile(path, dumped);
