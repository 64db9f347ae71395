/**
 * Columns of `interactions` that rows are sent with, in the order of a row's fields. Names, channels and the like are codes of the
 * workspace's words (0: none). `month` is the partition: year and month, or 0 for what was old when it was received.
 * `marks` is a bit set: 1 machine, 2 internal, 4 test, 8 void.
 */
export const interactionsColumns = [
  ['workspace', 'UInt32'],
  ['person', 'UInt64'],
  ['ts', "DateTime64(3, 'UTC') codec(Delta, ZSTD(1))"],
  ['node', 'UInt64'],
  ['message', 'UUID'],
  ['batch', 'UInt64'],
  ['import', 'UInt32'],
  ['source', 'UInt32'],
  ['name', 'UInt16'],
  ['channel', 'UInt8'],
  ['touchpoint', 'UInt16'],
  ['location', 'UInt16'],
  ['reason', 'UInt16'],
  ['currency', 'UInt8'],
  ['direction', 'UInt8'],
  ['outcome', 'UInt8'],
  ['precision', 'UInt8'],
  ['marks', 'UInt8'],
  ['about_kind', 'LowCardinality(String)'],
  ['about_id', 'String'],
  ['value', 'Nullable(Decimal(18, 6))'],
  ['properties', 'String codec(ZSTD(3))'],
  ['received', "DateTime64(3, 'UTC') codec(Delta, ZSTD(1))"],
  ['month', 'UInt32'],
] as const satisfies readonly (readonly [name: string, type: string])[];

export type InteractionsColumn = (typeof interactionsColumns)[number][0];

/**
 * Columns the engine works out. `message_low`: low 32 bits of the message hash, as manifests sum them. `row_hash`: of everything that was
 * said and under which node; not of the person, which folding rewrites, nor of how it came (batch).
 */
export const derivedColumns = [
  ['message_low', 'UInt32', 'toUInt32(bitShiftRight(reinterpretAsUInt128(message), 64))'],
  [
    'row_hash',
    'UInt64',
    `cityHash64(workspace, ts, node, message, import, source, name, channel, touchpoint, location, reason, currency, direction, outcome,
      precision, marks, about_kind, about_id, ifNull(toString(value), ''), properties, received)`,
  ],
] as const satisfies readonly (readonly [name: string, type: string, expression: string])[];
