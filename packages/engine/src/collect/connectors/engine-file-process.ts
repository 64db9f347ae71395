import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineSession, openEngineSession } from '../../store/analytics/engine-binding.js';
import { countRows, type EngineFormat, rewriteAsLines } from './rewrite-as-lines.sql.js';

/*
 * A process that rewrites one file of a format that the analytics engine reads as JSON lines and ends; told how many rows are wanted at most, it spreads them over the file. It has an empty engine folder of its own and no tables; both paths are
 * ours, and no text of a person is part of its one statement. It ends with its parent.
 */

const [format = 'Parquet', folder = '', from = '', to = '', most = '0'] = process.argv.slice(2);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const config = `<clickhouse>
  <max_server_memory_usage>700000000</max_server_memory_usage>
  <mark_cache_size>1048576</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <max_thread_pool_size>100</max_thread_pool_size>
</clickhouse>
`;

try {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const configFile = join(folder, 'config.xml');
  writeFileSync(configFile, config, { mode: 0o600 });
  const session = openEngineSession(join(folder, 'engine'), [`--config-file=${configFile}`]);
  const rows = Number(most) === 0 ? 0 : await rowsOf(session, from);
  const every = Number(most) === 0 || rows <= Number(most) ? 1 : Math.floor((rows / Number(most)) * 4);
  await session.query(rewriteAsLines(formatOf(format), from, to, every), 'Null');
  end({ type: 'done', rows });
} catch (error) {
  end({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
}

async function rowsOf(session: EngineSession, path: string): Promise<number> {
  const { bytes } = await session.query(countRows(formatOf(format), path), 'TSV');
  return Number(Buffer.from(bytes).toString());
}

function formatOf(text: string): EngineFormat {
  return text === 'Avro' ? 'Avro' : 'Parquet';
}

function end(message: object): void {
  process.send?.(message, () => process.exit(0));
}
