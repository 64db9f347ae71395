/** `digits`: a number that the database would give as text. `json`: its text is JSON and stands in the line as it is; `boolean`: 0 and 1 become false and true. */
export type ColumnReading =
  | 'number'
  | 'digits'
  | 'boolean'
  | 'decimal'
  | 'instant'
  | 'moment'
  | 'text'
  | 'bytes'
  | 'json'
  | 'plain';

/** `type` and `whole` as INFORMATION_SCHEMA gives them: `bit`, `bit(1)`. */
export function columnReading(type: string, whole: string): ColumnReading {
  return whole.toLowerCase() === 'bit(1)' ? 'boolean' : (readings[type.toLowerCase()] ?? 'plain');
}

const readings: Readonly<Record<string, ColumnReading>> = {
  tinyint: 'number',
  smallint: 'number',
  mediumint: 'number',
  int: 'number',
  bigint: 'number',
  year: 'digits',
  bit: 'digits',
  float: 'number',
  double: 'number',
  decimal: 'decimal',
  timestamp: 'instant',
  datetime: 'moment',
  char: 'text',
  varchar: 'text',
  tinytext: 'text',
  text: 'text',
  mediumtext: 'text',
  longtext: 'text',
  enum: 'text',
  set: 'text',
  json: 'json',
  binary: 'bytes',
  varbinary: 'bytes',
  tinyblob: 'bytes',
  blob: 'bytes',
  mediumblob: 'bytes',
  longblob: 'bytes',
};
