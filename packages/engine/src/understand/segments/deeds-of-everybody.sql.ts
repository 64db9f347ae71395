import { byPerson } from '../../resolve/interactions/by-person.sql.js';
import type { WorkspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { counts } from '../kinds/kind-key.sql.js';
import type { AskedDeed } from './asked-deeds.js';
import { type DeedWriting, deedSql } from './deed.sql.js';

/** A double holds so many bits exactly. */
export const deedsOfColumn = 50;

const read = [
  ...['ts', 'message', 'source', 'name', 'channel', 'touchpoint', 'location', 'reason', 'currency', 'direction'],
  ...['outcome', 'precision', 'about_kind', 'value', 'properties'],
] as const;

/**
 * Rows: person, then for each `deedsOfColumn` deeds one number with a bit for each that is true. Who differs in nothing from somebody to
 * whom nothing ever happened is left out; `ofNobody` are the numbers of such a one.
 */
export function deedsOfEverybodySql(
  tables: WorkspaceTables,
  deeds: readonly AskedDeed[],
  ofNobody: readonly number[],
  writing: DeedWriting,
): string {
  const columns = ofNobody.map((_, column) => {
    const bits = deeds
      .slice(column * deedsOfColumn, (column + 1) * deedsOfColumn)
      .map(({ clause, bounds }, bit) => `toUInt64(${deedSql(clause, bounds, writing)}) * ${2 ** bit}`);
    return `${bits.join('\n  + ')} as deeds${column}`;
  });
  const people = byPerson(tables, {
    columns: read,
    aggregates: columns.join(',\n  '),
    where: `${counts} and toUnixTimestamp64Milli(ts) <= ${Math.trunc(writing.momentMs)} and (${writing.filters.any})`,
  });
  return `select toFloat64(person), ${ofNobody.map((_, column) => `toFloat64(deeds${column})`).join(', ')}
from (${people})
where ${ofNobody.map((bits, column) => `deeds${column} <> ${bits}`).join(' or ')}`;
}
