import type { ClickHouseClient } from '@clickhouse/client';
import {
  comparedMs,
  contactAfterOrder,
  dayMs,
  followedWithinMs,
  type OrdersOfPerson,
} from '@throughline/core/understand/findings/contact-after-order';
import { countedFinding } from '@throughline/core/understand/findings/counted-finding';
import type { Finding } from '@throughline/core/understand/findings/finding';
import { type PurchasesOfPerson, silent } from '@throughline/core/understand/findings/silent';
import { type WorkspaceTables, workspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { allPersons } from './all-persons.js';
import {
  type AskedKeys,
  ordersAndContactsSql,
  type Period,
  purchasesByChannelSql,
  silencesSql,
  sourcesOfKindSql,
  toldDuringComplaintSql,
  unknownOrdersSql,
  usualGapSql,
} from './findings.sql.js';
import { NewestPeople } from './newest-people.js';
import { perPersonRows } from './per-person-rows.js';
import { periodOf, type SourceOfKind } from './period-of.js';
import type { PersonSet } from './person-set.js';

export interface Answered extends Finding {
  /** Numbers of at most ten persons to look at. */
  readonly look: readonly number[];
}

/** What the questions are asked of; everything is of recognised customers alone. */
export interface Asking {
  readonly analytics: { client(): ClickHouseClient };
  readonly tables: WorkspaceTables;
  readonly keys: AskedKeys;
  readonly recognised: PersonSet;
  readonly completeUntil: ReadonlyMap<number, number>;
}

/** Fewer gaps between purchases say nothing of what is usual. */
export const fewestGaps = 30;

/** `linkable` are persons whom the sources of contacts could recognise. */
export async function askContactAfterOrder(
  asking: Asking,
  linkableOf: (contactSources: readonly number[]) => Promise<PersonSet>,
): Promise<Answered> {
  const sources = await sourcesOf(asking, asking.keys.contact);
  const contacts = periodOf(sources, asking.completeUntil);
  if (contacts === undefined || asking.keys.buy.length === 0) return notAsked(contactAfterOrder([]));
  const linkable = await linkableOf(sources.map(({ source }) => source));
  const closed: Period = { from: contacts.from + comparedMs, to: contacts.to - comparedMs - followedWithinMs };
  const newest = new NewestPeople();
  const rows: OrdersOfPerson[] = [];
  let leftOut = 0;
  await rowsOf(asking, ordersAndContactsSql(asking.tables, asking.keys, closed), 6, (row) => {
    const [person = 0, orders = 0, followed = 0, weekBefore = 0, weekAfter = 0, lastFollowed = 0] = row;
    if (!asking.recognised.has(person)) return;
    if (!linkable.has(person)) {
      leftOut += 1;
      return;
    }
    rows.push({ orders, followed, weekBefore, weekAfter });
    if (followed > 0) newest.add(person, lastFollowed);
  });
  return { ...contactAfterOrder(rows, leftOut), look: newest.persons };
}

export async function askOnlineAndStore(
  asking: Asking,
  channels: { readonly online: readonly number[]; readonly store: readonly number[] },
): Promise<Answered> {
  if (asking.keys.buy.length === 0 || channels.online.length === 0 || channels.store.length === 0)
    return notAsked(countedFinding('online-and-store', 0, 0));
  const newest = new NewestPeople();
  const bought = { online: 0, store: 0, both: 0, either: 0 };
  await rowsOf(asking, purchasesByChannelSql(asking.tables, asking.keys, channels), 4, (row) => {
    const [person = 0, online = 0, store = 0, lastAt = 0] = row;
    if (!asking.recognised.has(person)) return;
    bought.either += 1;
    if (online > 0) bought.online += 1;
    if (store > 0) bought.store += 1;
    if (online === 0 || store === 0) return;
    bought.both += 1;
    newest.add(person, lastAt);
  });
  const isAsked = bought.online > 0 && bought.store > 0;
  return { ...countedFinding('online-and-store', bought.both, isAsked ? bought.either : 0), look: newest.persons };
}

export async function askSilent(asking: Asking): Promise<Answered> {
  const purchases = periodOf(await sourcesOf(asking, asking.keys.buy), asking.completeUntil);
  if (purchases === undefined) return notAsked(silent([], 0));
  const endDay = Math.floor(purchases.to / dayMs);
  const [usual] = await answers<{ gaps: number; days: number }>(
    asking,
    usualGapSql(asking.tables, asking.keys, endDay),
  );
  if (usual === undefined || usual.gaps < fewestGaps) return notAsked(silent([], 0));
  const newest = new NewestPeople();
  const rows: PurchasesOfPerson[] = [];
  await rowsOf(asking, silencesSql(asking.tables, asking.keys, endDay, usual.days), 4, (row) => {
    const [person = 0, silentFor = 0, silentDays = 0, watchedDays = 0] = row;
    if (!asking.recognised.has(person)) return;
    rows.push({ silentFor, silentDays, watchedDays });
    if (silentFor > usual.days) newest.add(person, -silentFor);
  });
  return { ...silent(rows, usual.days), look: newest.persons };
}

export async function askToldDuringComplaint(asking: Asking): Promise<Answered> {
  const { complaint, told } = asking.keys;
  if (complaint.length === 0 || told.length === 0) return notAsked(countedFinding('told-during-complaint', 0, 0));
  const newest = new NewestPeople();
  let [people, of] = [0, 0];
  await rowsOf(asking, toldDuringComplaintSql(asking.tables, asking.keys), 3, (row) => {
    const [person = 0, messages = 0, lastAt = 0] = row;
    if (!asking.recognised.has(person)) return;
    of += 1;
    if (messages === 0) return;
    people += 1;
    newest.add(person, lastAt);
  });
  return { ...countedFinding('told-during-complaint', people, of), look: newest.persons };
}

export async function askUnknownOrders(asking: Asking): Promise<Answered> {
  if (asking.keys.buy.length === 0) return notAsked(countedFinding('unknown-orders', 0, 0));
  const [row] = await answers<{ unknown: number; orders: number }>(
    asking,
    unknownOrdersSql(asking.tables, asking.keys),
  );
  return { ...countedFinding('unknown-orders', row?.unknown ?? 0, row?.orders ?? 0), look: [] };
}

export function askingOf(
  analytics: { client(): ClickHouseClient },
  workspace: number,
  given: Pick<Asking, 'keys' | 'recognised' | 'completeUntil'>,
): Asking {
  return { analytics, tables: workspaceTables(workspace), ...given };
}

const notAsked = (finding: Finding): Answered => ({ ...finding, look: [] });

function rowsOf(asking: Asking, query: string, width: number, tell: (row: readonly number[]) => void): Promise<void> {
  return perPersonRows(asking.analytics, query, asking.tables.parameters, width, tell);
}

function sourcesOf(asking: Asking, keys: readonly number[]): Promise<readonly SourceOfKind[]> {
  return keys.length === 0 ? Promise.resolve([]) : answers<SourceOfKind>(asking, sourcesOfKindSql(asking.tables, keys));
}

async function answers<T>(asking: Asking, query: string): Promise<readonly T[]> {
  const query_params = { ...asking.tables.parameters };
  return (
    await asking.analytics
      .client()
      .query({ query, query_params, clickhouse_settings: allPersons, format: 'JSONEachRow' })
  ).json<T>();
}
