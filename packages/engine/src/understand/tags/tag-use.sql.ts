import type { WorkspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { counts } from '../kinds/kind-key.sql.js';

/** Where an interaction says by which tag it came: one of our own links, a voucher, or the number that was called. */
export const usedAs = ['tag', 'voucher', 'number'] as const;
export type UsedAs = (typeof usedAs)[number];

/** Properties in which they are looked for, the first that is not empty. */
const properties: Readonly<Record<UsedAs, readonly string[]>> = {
  tag: ['tag_id'],
  voucher: ['voucher_code', 'voucher', 'coupon_code', 'coupon'],
  number: ['called_number', 'tracked_number'],
};

const looked = usedAs.map((as) => {
  const texts = properties[as].map((name) => `nullIf(JSONExtractString(properties, '${name}'), '')`);
  return `('${as}', ifNull(coalesce(${texts.join(', ')}, null), ''))`;
});
const names = Object.values(properties)
  .flat()
  .map((name) => `'"${name}"'`);

/** Every tag, voucher and number that interactions name, how often, and when last: `usedAs`, `text`, `uses`, `lastAt` (milliseconds). */
export function tagUseSql(tables: WorkspaceTables): string {
  return `select used.1 as usedAs, trim(used.2) as text, toFloat64(count()) as uses, toFloat64(toUnixTimestamp64Milli(max(ts))) as lastAt
from (
  select ts, arrayJoin([${looked.join(', ')}]) as used
  from ${tables.interactions}
  where ${counts} and multiSearchAny(properties, [${names.join(', ')}])
)
where used.2 != ''
group by usedAs, text
order by uses desc
limit 200000`;
}
