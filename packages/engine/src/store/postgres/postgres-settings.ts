/**
 * The settings of the embedded server, given on its command line, where nothing in the folder can override them.
 *
 * - Durability is never traded away; the WAL is bounded so that recovery stays short, and never recycled, so that erased
 *   content does not linger in old segments.
 * - Small and quiet when idle: about 25 MB in all, plus the shared buffers really touched. `io_method=sync` saves three
 *   processes, `wal_level=minimal` two more.
 * - `shared_buffers`, 2 cores, 5,000 random keys into a key table of 3 million: 64 MB 79–90 ms and 8.4 s of recovery after a kill,
 *   128 MB 53–63 ms and 4.5 s, 256 MB 57–60 ms and 4.5 s; the whole server then took 90, 158 and 292 MB.
 * - The log file never holds statements or their values: those are customers' data.
 */
export function postgresSettings(options: {
  readonly port: number;
  readonly maxConnections: number;
}): Readonly<Record<string, string>> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    unix_socket_directories: '',
    max_connections: String(options.maxConnections),
    password_encryption: 'scram-sha-256',

    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_wal_size: '512MB',
    min_wal_size: '32MB',
    checkpoint_completion_target: '0.9',
    wal_recycle: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',

    shared_buffers: '128MB',
    huge_pages: 'off',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    random_page_cost: '1.1',
    jit: 'off',
    io_method: 'sync',
    max_worker_processes: '4',
    max_parallel_workers: '2',
    max_logical_replication_workers: '0',

    idle_in_transaction_session_timeout: '60s',
    client_connection_check_interval: '2s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',

    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1',
  };
}
