import { quoteText } from '../../store/analytics/quote-sql.js';

/** Formats of files that the engine reads. */
export type EngineFormat = 'Parquet' | 'Avro';

/**
 * Rewrites a file as JSON lines, or every n-th of its rows. One thread keeps the file's order; times are written as ISO 8601 in UTC, numbers too large for JSON as text.
 */
export function rewriteAsLines(format: EngineFormat, from: string, to: string, every: number): string {
  return `insert into function file(${quoteText(to)}, 'JSONEachRow')
  select * from file(${quoteText(from)}, '${format}')
  where ${Math.max(1, Math.floor(every))} = 1 or rowNumberInAllBlocks() % ${Math.max(1, Math.floor(every))} < 4
  settings max_threads = 1, max_insert_threads = 1, max_block_size = 8192, max_memory_usage = 600000000, engine_file_truncate_on_insert = 1,
    input_format_parquet_preserve_order = 1, output_format_json_quote_64bit_integers = 1, output_format_json_quote_decimals = 1,
    output_format_json_named_tuples_as_objects = 1, date_time_output_format = 'iso', session_timezone = 'UTC'`;
}

/** How many rows a file has; Parquet says so itself. */
export function countRows(format: EngineFormat, from: string): string {
  return `select count() from file(${quoteText(from)}, '${format}')`;
}
