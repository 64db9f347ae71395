import type { ClickHouseClient } from '@clickhouse/client';
import { outcomes } from '@throughline/core/collect/interaction';
import type { Moment } from '@throughline/core/understand/through-their-eyes/moment';
import {
  actsBackMs,
  contactsBackMs,
  type TheirEyesGiven,
} from '@throughline/core/understand/through-their-eyes/their-eyes';
import { isGoneTo } from '@throughline/core/understand/through-their-eyes/visits';
import type { ClientBase } from 'pg';
import { workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { readKindKey } from '../kinds/kind-key.sql.js';
import { kindsOfKeys, type NamedKey } from '../kinds/kinds-of-keys.js';
import { type KeyRow, keysOfPersonSql, type MomentRow, momentsSql } from './their-eyes.sql.js';
import type { ToldKinds } from './told-kinds.js';

const toCustomer = 2;
const mostDealings = 2_000;
const mostActs = 5_000;

/** What one person's dealings with us are told from, as of what the analytics engine holds. */
export async function readTheirEyes(
  analytics: { client(): ClickHouseClient },
  client: ClientBase,
  workspace: number,
  person: number,
  told: ToldKinds,
  nowMs: number,
): Promise<TheirEyesGiven> {
  const tables = workspaceTables(workspace);
  const until = Math.min(nowMs, Math.max(told.sentUntil ?? 0, told.contactsUntil ?? 0) || nowMs);
  const ask = async <T>(query: string, backMs: number, limit = 0): Promise<readonly T[]> => {
    const query_params = {
      ...tables.parameters,
      person,
      since: engineTime(until - backMs),
      until: engineTime(until),
      limit,
    };
    return (await analytics.client().query({ query, query_params, format: 'JSONEachRow' })).json<T>();
  };
  const rows = await ask<KeyRow>(keysOfPersonSql(tables), contactsBackMs);
  const names = await kindsOfKeys(
    client,
    workspace,
    rows.map(({ key }) => key),
  );
  const keysOf = (isWanted: (named: NamedKey, direction: number) => boolean): readonly number[] =>
    [...names].filter(([key, named]) => isWanted(named, readKindKey(key).direction)).map(([key]) => key);
  const momentsOf = async (keys: readonly number[], backMs: number, limit: number): Promise<readonly Moment[]> => {
    if (keys.length === 0) return [];
    return (await ask<MomentRow>(momentsSql(tables, keys), backMs, limit)).flatMap((row) => asMoment(row, names) ?? []);
  };
  const dealt = ['help', 'complaint', 'served', 'solved'];
  const dealings = await momentsOf(
    keysOf(({ kind }) => dealt.includes(kind)),
    contactsBackMs,
    mostDealings,
  );
  const acts = await momentsOf(
    keysOf(({ channel, kind }, direction) => direction === 1 && isGoneTo(channel) && !dealt.includes(kind)),
    actsBackMs,
    mostActs + 1,
  );
  const oldest = dealings.length < mostDealings ? 0 : (dealings.at(-1)?.at ?? 0);
  return {
    told: rows.flatMap(({ key, last30, last90 }) => {
      const named = names.get(key);
      if (named === undefined || readKindKey(key).direction !== toCustomer) return [];
      return [{ name: named.name, channel: named.channel, last30, last90 }];
    }),
    dealings,
    acts: acts.length > mostActs ? undefined : acts,
    known: {
      sends: told.sentUntil !== null,
      contacts: told.contactsUntil !== null,
      answers: told.answers,
      allContacts:
        told.contacts === null ? undefined : { ...told.contacts, from: Math.max(oldest, told.contacts.from) },
    },
    until,
  };
}

function asMoment(row: MomentRow, names: ReadonlyMap<number, NamedKey>): Moment | undefined {
  const named = names.get(row.key);
  if (named === undefined) return undefined;
  return {
    at: Number(row.atMs),
    isDayOnly: row.precision === 2,
    kind: named.kind,
    channel: named.channel,
    place: row.touchpoint === 0 ? named.channel : String(row.touchpoint),
    caseKind: row.caseKind,
    caseId: row.caseId,
    reason: row.reason === 0 ? '' : String(row.reason),
    outcome: outcomes[row.outcome - 1] ?? null,
  };
}

const engineTime = (ms: number): string => new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
