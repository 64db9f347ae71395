import { quoteText } from '../../../../store/analytics/quote-sql.js';

/** Statements for the engine. They name a collection of its configuration file; the path is ours. */
export const answerOf = (collection: Collection): string => `select * from mysql(${collection})`;

export type Collection = 'asked' | 'asked_too';

/** Writes the answer as lines of JSON lists. One thread, small blocks: rows may be large. */
export const writeAnswer = (to: string): string =>
  `insert into function file(${quoteText(to)}, 'JSONCompactEachRow')
  select * from mysql(asked)
  settings max_threads = 1, max_insert_threads = 1, max_block_size = 8192, external_storage_max_read_bytes = 16000000,
    max_memory_usage = 600000000, engine_file_truncate_on_insert = 1, output_format_json_quote_64bit_integers = 1,
    output_format_json_escape_forward_slashes = 0, output_format_json_validate_utf8 = 1`;
