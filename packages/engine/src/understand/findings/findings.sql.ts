import { longestOpenMs } from '@throughline/core/understand/complaints/open-complaints';
import { comparedMs, dayMs, followedWithinMs } from '@throughline/core/understand/findings/contact-after-order';
import { byPerson } from '../../resolve/interactions/by-person.sql.js';
import type { WorkspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';
import { counts, keyIn, kindColumns } from '../kinds/kind-key.sql.js';

/** Keys of the kinds that the questions are about. */
export interface AskedKeys {
  readonly buy: readonly number[];
  /** Help and complaints. */
  readonly contact: readonly number[];
  readonly complaint: readonly number[];
  readonly solved: readonly number[];
  /** Told of our own accord. */
  readonly told: readonly number[];
}

/** From when to when the data hold what is asked about, ms. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Nobody orders or calls so often for themselves; people who do are left out. */
export const mostOfOnePerson = 500;

const atMs = 'toUnixTimestamp64Milli(ts)';
/** A contact of which only the day is known counts from the end of that day, in every window alike. */
const contactAt = `${atMs} + if(precision = 2, ${dayMs - 1}, 0)`;
const minute = `toUInt32(intDiv(${atMs}, 60000))`;
const few = mostOfOnePerson + 1;

/** Per source, how often it tells of the kind with these keys, when first and last, and between when 98 of 100 of them lie. */
export function sourcesOfKindSql(tables: WorkspaceTables, keys: readonly number[]): string {
  return `select source, toFloat64(count()) as rows, toFloat64(min(${atMs})) as firstMs, toFloat64(max(${atMs})) as lastMs,
  toFloat64(quantileTDigest(0.01)(${minute})) * 60000 as earlyMs, toFloat64(quantileTDigest(0.99)(${minute})) * 60000 as lateMs
from ${tables.interactions}
where ${counts} and ${keyIn(keys)}
group by source`;
}

/** Rows: person, orders, followed, a week before, a week after, when the last followed one was. Orders with closed windows alone. */
export function ordersAndContactsSql(tables: WorkspaceTables, keys: AskedKeys, period: Period): string {
  const people = byPerson(tables, {
    columns: [...kindColumns, 'ts', 'precision'],
    aggregates: `groupArrayIf(${few})(${atMs}, ${keyIn(keys.buy)}) as orders,
  groupArrayIf(${few})(${contactAt}, ${keyIn(keys.contact)}) as contacts`,
    where: `${counts} and (${keyIn(keys.buy)} or ${keyIn(keys.contact)})`,
  });
  const followedAt = (shift: number) =>
    `arrayFilter(o -> arrayExists(c -> c > o + ${shift} and c <= o + ${shift + followedWithinMs}, contacts), closed)`;
  return `select toFloat64(person), toFloat64(length(closed)), toFloat64(length(${followedAt(0)}) as followed),
  toFloat64(length(${followedAt(-comparedMs)})), toFloat64(length(${followedAt(comparedMs)})),
  toFloat64(if(followed = 0, 0, arrayMax(${followedAt(0)})))
from (
  select person, contacts,
    arrayDistinct(arrayFilter(o -> o >= ${whole(period.from)} and o <= ${whole(period.to)}, orders)) as closed
  from (${people})
  where length(orders) <= ${mostOfOnePerson} and length(contacts) <= ${mostOfOnePerson}
)
where notEmpty(closed)`;
}

/** Rows: person, purchases online, in a store, the last purchase. Parameters: none; channels are codes. */
export function purchasesByChannelSql(
  tables: WorkspaceTables,
  keys: AskedKeys,
  channels: { readonly online: readonly number[]; readonly store: readonly number[] },
): string {
  const isOf = (codes: readonly number[]) => (codes.length === 0 ? '0' : `channel in (${codes.map(whole).join(', ')})`);
  const people = byPerson(tables, {
    columns: [...kindColumns, 'ts'],
    aggregates: `countIf(${isOf(channels.online)}) as online, countIf(${isOf(channels.store)}) as store, max(${atMs}) as lastMs`,
    where: `${counts} and ${keyIn(keys.buy)}`,
  });
  return `select toFloat64(person), toFloat64(online), toFloat64(store), toFloat64(lastMs) from (${people})`;
}

/** The days on which each person bought, in order, up to the end of the data. */
function daysOfPurchases(tables: WorkspaceTables, keys: AskedKeys, endDay: number): string {
  const people = byPerson(tables, {
    columns: [...kindColumns, 'ts'],
    aggregates: `arraySort(groupUniqArray(${few})(toInt32(intDiv(${atMs}, ${dayMs})))) as days`,
    where: `${counts} and ${keyIn(keys.buy)} and ${atMs} < ${whole((endDay + 1) * dayMs)}`,
  });
  return `select person, days, arraySlice(arrayDifference(days), 2) as gaps
from (${people})
where length(days) between 2 and ${mostOfOnePerson}`;
}

/** How many gaps between purchases there are, and the one that nine of ten do not exceed. */
export function usualGapSql(tables: WorkspaceTables, keys: AskedKeys, endDay: number): string {
  return `select toFloat64(count()) as gaps, toFloat64(quantileExact(0.9)(gap)) as days
from (select arrayJoin(gaps) as gap from (${daysOfPurchases(tables, keys, endDay)}))`;
}

/** Rows: person, days silent up to the end, days ever silent beyond the limit, days watched for it. */
export function silencesSql(tables: WorkspaceTables, keys: AskedKeys, endDay: number, limitDays: number): string {
  const [end, limit] = [whole(endDay), whole(limitDays)];
  return `select toFloat64(person), toFloat64(${end} - days[-1] as silentFor),
  toFloat64(arraySum(arrayMap(gap -> greatest(0, gap - ${limit}), gaps)) + greatest(0, silentFor - ${limit})),
  toFloat64(${end} - days[1] - ${limit} as watched)
from (${daysOfPurchases(tables, keys, endDay)})
where watched > 0 and watched >= ${limit}`;
}

/** Rows: person, messages told while a complaint was open, when the last of them was. Everybody who complained. */
export function toldDuringComplaintSql(tables: WorkspaceTables, keys: AskedKeys): string {
  const moment = `(${atMs}, about_id)`;
  const people = byPerson(tables, {
    columns: [...kindColumns, 'ts', 'about_id', 'outcome'],
    aggregates: `groupArrayIf(${few})(${moment}, ${keyIn(keys.complaint)} and outcome <> 1) as complaints,
  groupArrayIf(${few})(${moment}, ${keyIn(keys.solved)} or (${keyIn(keys.contact)} and outcome = 1)) as closings,
  groupArrayIf(${few})(${moment}, ${keyIn(keys.told)}) as told`,
    where: `${counts} and (${keyIn([...keys.contact, ...keys.solved, ...keys.told])})`,
    among: `${counts} and ${keyIn(keys.complaint)}`,
  });
  return `select toFloat64(person), toFloat64(length(during)), toFloat64(if(empty(during), 0, arrayMax(t -> t.1, during)))
from (
  select person, arrayFilter(t -> arrayExists(s -> t.1 > s.1 and t.1 < s.2 and (t.2 = '' or t.2 <> s.3), spans), told) as during
  from (
    select person, told, arrayMap(c -> (c.1, arrayMin(arrayPushBack(
      arrayMap(s -> s.1, arrayFilter(s -> s.1 > c.1 and (s.2 = '' or c.2 = '' or s.2 = c.2), closings)), c.1 + ${longestOpenMs})), c.2), complaints) as spans
    from (${people})
    where notEmpty(complaints)
  )
)`;
}

/** Orders whose messages name nobody, and all; an order of several messages is one. */
export function unknownOrdersSql(tables: WorkspaceTables, keys: AskedKeys): string {
  const order = `if(about_id = '', toString(message), about_id)`;
  return `select toFloat64(uniqIf(${order}, person = 0)) as unknown, toFloat64(uniq(${order})) as orders
from ${tables.interactions}
where ${counts} and ${keyIn(keys.buy)}`;
}

const whole = (value: number): string => String(Math.trunc(value));
