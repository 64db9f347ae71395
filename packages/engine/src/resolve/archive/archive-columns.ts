/**
 * The columns of an archive file and the engine's types for them, in order. `batch`, `node` and `person` are what the manifest said of the row.
 * Files are kept for ever: a column may be added at the end, none may change.
 */
export const archiveColumns = [
  ['workspace', 'Int32'],
  ['offset', 'UInt64'],
  ['received_day', 'Date'],
  ['received_at', "DateTime64(6, 'UTC')"],
  ['source', 'Int32'],
  ['import', 'Int32'],
  ['kind', 'Int16'],
  ['authority', 'Int16'],
  ['message', 'UUID'],
  ['content', 'Int64'],
  ['occurred_at', "DateTime64(6, 'UTC')"],
  ['time_flags', 'Int16'],
  ['intake_version', 'Int16'],
  ['replayed', 'Bool'],
  ['envelope', 'Nullable(String)'],
  ['body', 'String'],
  ['batch', 'Nullable(UInt64)'],
  ['node', 'Nullable(UInt64)'],
  ['person', 'Nullable(UInt64)'],
] as const satisfies readonly (readonly [name: string, type: string])[];
