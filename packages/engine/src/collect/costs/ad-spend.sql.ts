import type { CostRecord } from '@throughline/core/collect/records/cost-record';
import type { ClientBase } from 'pg';
import type { LoggedRecord } from '../records/logged-record.js';

/** Adds what was told as it came; the same offset twice is told once. */
export async function insertSpend(
  client: ClientBase,
  workspace: number,
  rows: readonly LoggedRecord<CostRecord>[],
): Promise<void> {
  await client.query(
    `insert into ad_spend (workspace, "offset", source, import, day, campaign, channel, amount, currency, received_at)
     select $1, o, s, i, d, c, h, a, u, r
     from unnest($2::bigint[], $3::integer[], $4::integer[], $5::timestamptz[], $6::text[], $7::text[], $8::numeric[], $9::text[],
       $10::timestamptz[]) as given(o, s, i, d, c, h, a, u, r)
     on conflict do nothing`,
    [
      workspace,
      rows.map(({ row }) => row.offset),
      rows.map(({ row }) => row.source),
      rows.map(({ row }) => row.import),
      rows.map(({ row }) => row.occurredAt),
      rows.map(({ record }) => record.campaign),
      rows.map(({ record }) => record.channel),
      rows.map(({ record }) => record.amount),
      rows.map(({ record }) => record.currency),
      rows.map(({ row }) => row.receivedAt),
    ],
  );
}

/** The calendar day of the workspace for which something was spent last. */
export async function lastDayOfSpend(client: ClientBase, workspace: number): Promise<string | undefined> {
  const found = await client.query<{ day: string | null }>(
    `select to_char(max(s.day) at time zone w.zone, 'YYYY-MM-DD') as day
     from workspace w
     left join ad_spend s on s.workspace = w.workspace
     where w.workspace = $1
     group by w.zone`,
    [workspace],
  );
  return found.rows[0]?.day ?? undefined;
}

/** What counts now of each day, source, campaign, channel and currency. Parameters: workspace, from, to (calendar days, both included). */
const current = `select distinct on (day, source, campaign, channel, currency) day, campaign, channel, currency, amount
  from ad_spend
  where workspace = $1
    and day >= $2::date::timestamp at time zone (select zone from workspace where workspace = $1)
    and day < ($3::date + 1)::timestamp at time zone (select zone from workspace where workspace = $1)
  order by day, source, campaign, channel, currency, "offset" desc`;

export interface SpendOfDay {
  readonly day: string;
  readonly currency: string;
  readonly amount: string;
}

export async function spendByDay(
  client: ClientBase,
  workspace: number,
  from: string,
  to: string,
): Promise<readonly SpendOfDay[]> {
  const found = await client.query<SpendOfDay>(
    `with current as (${current})
     select to_char(day at time zone (select zone from workspace where workspace = $1), 'YYYY-MM-DD') as day, currency,
       trim_scale(sum(amount))::text as amount
     from current
     group by 1, currency
     order by 1, currency`,
    [workspace, from, to],
  );
  return found.rows;
}

export interface SpendOfCampaign {
  readonly campaign: string;
  readonly channel: string;
  readonly currency: string;
  readonly amount: string;
}

/** The largest first. */
export async function spendByCampaign(
  client: ClientBase,
  workspace: number,
  from: string,
  to: string,
): Promise<readonly SpendOfCampaign[]> {
  const found = await client.query<SpendOfCampaign>(
    `with current as (${current})
     select campaign, channel, currency, trim_scale(sum(amount))::text as amount
     from current
     group by campaign, channel, currency
     order by sum(amount) desc, campaign, channel, currency
     limit 1000`,
    [workspace, from, to],
  );
  return found.rows;
}
