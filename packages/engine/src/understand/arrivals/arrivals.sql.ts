import type { Arrival, ChannelRule } from '@throughline/core/understand/arrivals/arrival';
import type { ClientBase } from 'pg';
import type { WorkspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { counts } from '../kinds/kind-key.sql.js';

export interface ArrivalGroup extends Arrival {
  readonly arrivals: number;
}

const parameter = (name: string): string =>
  `lowerUTF8(trim(decodeURLFormComponent(extractURLParameter(page, '${name}'))))`;
/** By which search engines mark their paid clicks. */
const paidMarks = ['gclid', 'gbraid', 'wbraid', 'msclkid'].map((name) => `extractURLParameter(page, '${name}') != ''`);

/** Pages that were not opened from a page of the same site, by how they were come to. */
export function arrivalsSql(tables: WorkspaceTables): string {
  return `select ${parameter('utm_medium')} as medium, ${parameter('utm_source')} as source,
  lower(domainWithoutWWW(origin)) as referrer, ${paidMarks.join(' or ')} as isPaidClick, toFloat64(count()) as arrivals
from (
  select JSONExtractString(properties, 'url') as page, JSONExtractString(properties, 'referrer') as origin
  from ${tables.interactions}
  where ${counts} and position(properties, '"url"') > 0
)
where domainWithoutWWW(page) != '' and domainWithoutWWW(page) != domainWithoutWWW(origin)
group by medium, source, referrer, isPaidClick
order by arrivals desc
limit 100000`;
}

export interface StoredRule extends ChannelRule {
  readonly id: string;
}

export async function listRules(client: ClientBase, workspace: number): Promise<readonly StoredRule[]> {
  const found = await client.query<StoredRule>(
    'select id, field, value, channel from channel_rule where workspace = $1 order by field, value',
    [workspace],
  );
  return found.rows;
}

/** Makes a rule, or gives the one for this value another channel; its id. */
export async function putRule(
  client: ClientBase,
  workspace: number,
  rule: StoredRule & { readonly by: string; readonly at: Date },
): Promise<string> {
  const put = await client.query<{ id: string }>(
    `insert into channel_rule (workspace, id, field, value, channel, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (workspace, field, value) do update set
       channel = excluded.channel, made_by = excluded.made_by, made_at = excluded.made_at
     returning id`,
    [workspace, rule.id, rule.field, rule.value, rule.channel, rule.by, rule.at],
  );
  return put.rows[0]?.id ?? rule.id;
}

/** The rule that was removed, if there was one. */
export async function deleteRule(client: ClientBase, workspace: number, id: string): Promise<StoredRule | undefined> {
  const gone = await client.query<StoredRule>(
    'delete from channel_rule where workspace = $1 and id = $2 returning id, field, value, channel',
    [workspace, id],
  );
  return gone.rows[0];
}
