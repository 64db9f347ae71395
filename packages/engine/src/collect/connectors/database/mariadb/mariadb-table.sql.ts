import { watermarkKind, watermarkTimeMs } from '@throughline/core/collect/syncs/watermark-kind';
import type { DatabaseColumn } from '../database-column.js';
import type { ReadFrom } from '../database-job.js';

/*
 * Statements for the MariaDB or MySQL server. They stand in the configuration file of the process that reads. A name that came with a request appears in them
 * as hexadecimal digits only; names in backquotes are those that the server itself gave.
 */

export const readableTables = (most: number): string =>
  `select TABLE_NAME as name, if(TABLE_TYPE like '%VIEW', 'view', 'table') as kind,
    cast(if(TABLE_TYPE like '%VIEW', null, TABLE_ROWS) as char) as estimate
  from information_schema.TABLES where TABLE_SCHEMA = database() order by TABLE_NAME limit ${Math.floor(most)}`;

export const columnsOf = (table: string): string =>
  `select TABLE_NAME as table_name, COLUMN_NAME as column_name, DATA_TYPE as type, COLUMN_TYPE as whole
  from information_schema.COLUMNS
  where TABLE_SCHEMA = database() and cast(convert(TABLE_NAME using utf8mb4) as binary) = ${hexText(table)}
  order by ORDINAL_POSITION`;

/** MariaDB's JSON is text with a check; MySQL has no such list and a type of its own. */
export const jsonColumnsOf = (table: string): string =>
  `select CONSTRAINT_NAME as column_name from information_schema.CHECK_CONSTRAINTS
  where CONSTRAINT_SCHEMA = database() and cast(convert(TABLE_NAME using utf8mb4) as binary) = ${hexText(table)}
    and CHECK_CLAUSE like 'json_valid(%'`;

/** Times leave the server as text: instants in UTC, others as the clock showed them. */
export function rowsOf(
  columns: readonly [DatabaseColumn, ...DatabaseColumn[]],
  most: number,
  newer?: ReadFrom | undefined,
): string {
  const values = columns.map((column, at) => `${sentValue(column)} as c${at}`);
  const rows = `select ${values.join(', ')} from ${quoted(columns[0].table)}`;
  const by = columns.find(({ name }) => name === newer?.column);
  if (newer === undefined || by === undefined) return `${rows} limit ${Math.floor(most)}`;
  const where = newer.from === null ? '' : ` where ${isNotBefore(by, newer.from)}`;
  return `${rows}${where} order by ${quoted(by.table)}.${quoted(by.name)} limit ${Math.floor(most)}`;
}

/** The value stands in the statement as it is, since it was found to be digits or a time. An instant is compared as one; the wider bound before it lets an index help. */
function isNotBefore({ name, reading }: DatabaseColumn, from: string): string {
  const kind = watermarkKind(from);
  if (kind === undefined) throw new RangeError('no watermark');
  if (kind === 'number') return `${quoted(name)} >= ${from}`;
  if (reading !== 'instant') return `${quoted(name)} >= '${from}'`;
  const seconds = Math.floor(watermarkTimeMs(from) / 1000);
  const fraction = /\.(\d+)/.exec(from)?.[1] ?? '0';
  const bound = `${quoted(name)} >= from_unixtime(${Math.max(0, seconds - 2 * 86_400)})`;
  return `${bound} and unix_timestamp(${quoted(name)}) >= ${seconds}.${fraction}`;
}

function sentValue({ name, reading }: DatabaseColumn): string {
  const value = quoted(name);
  switch (reading) {
    case 'number':
      return value;
    case 'digits':
    case 'boolean':
      return `${value} + 0`;
    case 'decimal':
    case 'plain':
      return `cast(${value} as char)`;
    case 'instant':
      return `date_format(timestampadd(microsecond, cast(nullif(unix_timestamp(${value}), 0) * 1000000 as signed), '1970-01-01 00:00:00'), '%Y-%m-%dT%H:%i:%s.%fZ')`;
    case 'moment':
      return `date_format(${value}, if(microsecond(${value}) = 0, '%Y-%m-%dT%H:%i:%s', '%Y-%m-%dT%H:%i:%s.%f'))`;
    case 'bytes':
      return `concat('0x', hex(${value}))`;
    case 'text':
    case 'json':
      return `convert(${value} using utf8mb4)`;
  }
}

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

const hexText = (text: string): string => `0x${Buffer.from(text).toString('hex')}`;
