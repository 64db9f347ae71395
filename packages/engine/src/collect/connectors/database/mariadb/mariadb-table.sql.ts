import type { MariadbColumn } from './mariadb-column.js';

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
export function rowsOf(columns: readonly [MariadbColumn, ...MariadbColumn[]], most: number): string {
  const values = columns.map((column, at) => `${sentValue(column)} as c${at}`);
  return `select ${values.join(', ')} from ${quoted(columns[0].table)} limit ${Math.floor(most)}`;
}

function sentValue({ name, reading }: MariadbColumn): string {
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
