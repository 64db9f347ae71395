import type { AnalyticsLimits } from './analytics-limits.js';

/**
 * The engine's server configuration, made small: this process shares a shop's machine with everything else.
 *
 * Measured on 2 cores, chdb 3.4.0, proportional set size in MB, after open / after 400,000 rows in 8 inserts / some seconds later / at rest:
 * as shipped 240 / 409 / 337 / 332; with this, two allocator arenas and the quiet step of `quiet-memory.ts` 241 / 409 / 325 / 269
 * in one process alone, and 213 / 352 / – / 256 in the real child (5 sessions, HTTP), 222 after a restart with that data.
 * About 165–205 of it are pages of the engine's own library file, which the system may drop; ours are 50 fresh and 79 at rest.
 * Caches and pools alone changed nothing at rest (332 as well): they bound what a long-lived process may keep.
 * The engine keeps no system log tables when embedded, so there are none to switch off.
 */
export function engineConfig(limits: AnalyticsLimits): string {
  return `<clickhouse>
  <max_server_memory_usage>${limits.serverBytes}</max_server_memory_usage>
  <mark_cache_size>8388608</mark_cache_size>
  <primary_index_cache_size>8388608</primary_index_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <index_mark_cache_size>4194304</index_mark_cache_size>
  <index_uncompressed_cache_size>0</index_uncompressed_cache_size>
  <query_condition_cache_size>1048576</query_condition_cache_size>
  <compiled_expression_cache_size>4194304</compiled_expression_cache_size>
  <compiled_expression_cache_elements_size>256</compiled_expression_cache_elements_size>
  <max_thread_pool_size>200</max_thread_pool_size>
  <max_thread_pool_free_size>2</max_thread_pool_free_size>
  <max_io_thread_pool_size>8</max_io_thread_pool_size>
  <max_active_parts_loading_thread_pool_size>2</max_active_parts_loading_thread_pool_size>
  <max_outdated_parts_loading_thread_pool_size>2</max_outdated_parts_loading_thread_pool_size>
  <max_parts_cleaning_thread_pool_size>2</max_parts_cleaning_thread_pool_size>
</clickhouse>
`;
}
