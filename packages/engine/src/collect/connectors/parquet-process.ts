import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngineSession } from '../../store/analytics/engine-binding.js';
import { quoteText } from '../../store/analytics/quote-sql.js';

/*
 * A process that rewrites one Parquet file as JSON lines and ends. It has an empty engine folder of its own and no tables; both paths are
 * ours, and no text of a person is part of its one statement. It ends with its parent.
 */

const [folder = '', from = '', to = ''] = process.argv.slice(2);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const config = `<clickhouse>
  <max_server_memory_usage>700000000</max_server_memory_usage>
  <mark_cache_size>1048576</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <max_thread_pool_size>100</max_thread_pool_size>
</clickhouse>
`;

/** One thread keeps the file's order; times are written as ISO 8601 in UTC, numbers too large for JSON as text. */
const statement = `insert into function file(${quoteText(to)}, 'JSONEachRow')
  select * from file(${quoteText(from)}, 'Parquet')
  settings max_threads = 1, max_insert_threads = 1, max_block_size = 8192, max_memory_usage = 600000000, engine_file_truncate_on_insert = 1,
    input_format_parquet_preserve_order = 1, output_format_json_quote_64bit_integers = 1, output_format_json_quote_decimals = 1,
    output_format_json_named_tuples_as_objects = 1, date_time_output_format = 'iso', session_timezone = 'UTC'`;

try {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const configFile = join(folder, 'config.xml');
  writeFileSync(configFile, config, { mode: 0o600 });
  const session = openEngineSession(join(folder, 'engine'), [`--config-file=${configFile}`]);
  await session.query(statement, 'Null');
  end({ type: 'done' });
} catch (error) {
  end({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
}

function end(message: object): void {
  process.send?.(message, () => process.exit(0));
}
