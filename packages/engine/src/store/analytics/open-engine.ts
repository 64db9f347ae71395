import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnalyticsLimits } from './analytics-limits.js';
import { deniedFunctions } from './denied-functions.js';
import { engineSql } from './engine.sql.js';
import { type EngineSession, openEngineSession } from './engine-binding.js';
import { engineConfig } from './engine-config.js';
import { quoteName } from './quote-sql.js';
import { SessionPool } from './session-pool.js';

export interface Engine {
  readonly pool: SessionPool;
  readonly version: string;
  readonly deniedFunctions: ReadonlySet<string>;
  close(): void;
}

/** Opens N + 1 sessions on the folder and makes the database if it is missing. One process only may have a folder open. */
export async function openEngine(folder: string, database: string, limits: AnalyticsLimits): Promise<Engine> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const configFile = join(folder, 'engine-config.xml');
  await writeFile(configFile, engineConfig(limits), { mode: 0o600 });
  const connectionArgs = [`--config-file=${configFile}`, `--max_query_size=${limits.requestBytes}`];
  const open = () => openEngineSession(folder, connectionArgs);
  const spare = open();
  const sessions = Array.from({ length: limits.concurrentQueries }, open);
  await spare.query(engineSql.createDatabase(quoteName(database)), 'Null');
  const version = await readText(spare, engineSql.version);
  const functions = await readText(spare, engineSql.tableFunctions);
  return {
    pool: new SessionPool(sessions, spare, limits),
    version: version.trim(),
    deniedFunctions: deniedFunctions(functions.split('\n').filter((name) => name !== '')),
    close: () => {
      for (const session of [...sessions, spare]) session.close();
    },
  };
}

async function readText(session: EngineSession, sql: string): Promise<string> {
  const { bytes } = await session.query(sql, 'TabSeparated');
  return new TextDecoder().decode(bytes);
}
