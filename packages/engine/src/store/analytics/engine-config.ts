import type { AnalyticsLimits } from './analytics-limits.js';

/**
 * The engine's server configuration, made small: this process shares a shop's machine with everything else.
 *
 * Measured on 2 cores, chdb 3.4.0, 4 + 1 sessions, proportional set size / its private part in MB: open 213–260 / 50, after 400,000 rows in
 * 8 inserts and two aggregations 356–394 / 182–208, 12 s later 256–267 / 71–81. Without any of our memory choices the last is 301–304 / 125–126.
 * The rest, 165–205, is pages of the engine's own library file, which the system may drop.
 * That gain comes from the allocator settings in `fork-child.ts`. The caches and pools below changed nothing measurable at rest (130 against 131
 * private in process): they bound what a process that lives for weeks may keep.
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
