import fc from 'fast-check';
import type { Precision } from '../../collect/interaction.js';
import { directions, outcomes } from '../../collect/interaction.js';
import { instantOfLocalMs } from '../../collect/zone-offset.js';
import type { JsonValue } from '../../resolve/json-value.js';
import { interactionKinds } from '../interaction-kind.js';
import type { Clause } from './clause.js';
import type { Condition } from './condition.js';
import type { Duration } from './duration.js';
import type { InteractionFilter } from './interaction-filter.js';
import type { NumberTest } from './number-test.js';
import type { HistoryInteraction, PersonHistory } from './person-history.js';
import type { SegmentWindow } from './segment-window.js';
import type { ValueTest } from './value-test.js';

/* Few different words, times and values, so that conditions are true of some and things happen at the same time. */

/** Local midnights, changes of the clock, ends of months and years stand near it. */
export const moments = [
  '2026-03-31T22:30:00.000Z',
  '2026-03-29T00:59:59.999Z',
  '2026-01-01T04:59:00.000Z',
  '2026-10-25T01:00:00.000Z',
].map(Date.parse);

export const sourceIds = ['0190a000-0000-7000-8000-00000000000a', '0190a000-0000-7000-8000-00000000000b'];
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'];
const names = ['Order Completed', 'order completed', 'Product Viewed', 'Called', 'Complained', 'ÄRGER İΣ', 'other'];
const channels = ['web', 'store', 'call_centre', 'email'];
const places = ['Checkout', 'CHECKOUT', 'Cafe\u0301', 'Shop 1'];
const reasons = ['delivery', 'Price'];
const paths = [['a'], ['n'], ['a', 'b'], ['c d', 'e.f']];
const texts = ['A', 'a', 'ß', 'ÄΣ', 'é', 'e\u0301', "it's \\ \n", '1'];
const numbers = [0, 1, 2, -1, 0.1, 0.3, 1e-7, 12.5, 100, 9_007_199_254_740_992, 1e15];
const amounts = ['0.1', '0.2', '12.5', '-3', '100', '99999999.999999'];

const some = <T>(from: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...from);
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined, freq: 2 });
/** Leaves out what is undefined, as JSON does. */
const said = <T extends object>(record: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };

const scalar = fc.oneof(
  some<JsonValue>([...texts, ...numbers, true, false, null]),
  fc.string({ unit: 'grapheme', maxLength: 4 }).filter((text) => !text.includes('\0')),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  some<JsonValue>([[1], {}, { b: 1 }]),
);
const properties = fc.oneof(
  fc
    .record({
      a: maybe(fc.oneof(scalar, fc.record({ b: scalar }))),
      n: maybe(scalar),
      'c d': maybe(fc.record({ 'e.f': scalar })),
    })
    .map((record) => JSON.stringify(record)),
  some([
    ...['{}', '{"n":1e3}', '{"n":1.0}', '{"n":-0.0}', '{"n":1e999}', '{"a":"A","n":123456789012345678901}'],
    ...[
      '{"n":18446744073709551615}',
      '{"n":-9223372036854775809,"a":1}',
      '{"a":"\\u00e4\\ud83d\\ude00","n":0.30000000000000004}',
    ],
  ]),
);

export interface GeneratedInteraction extends HistoryInteraction {
  /** The node it was recorded under, by its place in the world. */
  readonly node: number;
}

/** Of `nodes` and within two years before the moment, or `isDense` within four days, or shortly after it; edges of local days are frequent. */
function interaction(momentMs: number, nodes: number, isDense: boolean): fc.Arbitrary<GeneratedInteraction> {
  const daysAgo = (most: number): fc.Arbitrary<number> =>
    isDense
      ? fc.integer({ min: -1, max: 3 })
      : fc.oneof(fc.integer({ min: -2, max: 5 }), fc.integer({ min: 6, max: most }));
  const edge = fc
    .tuple(some(['UTC', ...zones]), daysAgo(430), some([-1, 0, 0, 1]))
    .map(([zone, ago, by]) => instantOfLocalMs(zone, Math.floor(momentMs / dayMs) * dayMs - ago * dayMs) + by);
  const near = some([
    0,
    1,
    -1,
    hourMs,
    24 * hourMs,
    24 * hourMs + 1,
    36 * hourMs,
    48 * hourMs,
    7 * dayMs,
    30 * dayMs,
  ]).map((ago) => momentMs - ago);
  const at: fc.Arbitrary<readonly [number, Precision]> = fc.oneof(
    fc.tuple(fc.oneof(edge, near), fc.constant('instant' as const)),
    fc
      .tuple(some(['UTC', ...zones]), daysAgo(40))
      .map(([zone, ago]): readonly [number, Precision] => [
        instantOfLocalMs(zone, Math.floor(momentMs / dayMs) * dayMs - ago * dayMs),
        'day',
      ]),
  );
  return fc
    .record({
      ...{ at, node: fc.nat({ max: nodes - 1 }), message: fc.uuid(), name: some(names), channel: some(channels) },
      ...{ direction: some(directions), source: some(sourceIds), touchpoint: maybe(some(places)) },
      ...{ location: maybe(some(places)), reason: maybe(some(reasons)), outcome: maybe(some(outcomes)) },
      aboutKind: maybe(some(['order', 'Complaint'])),
      ...{ value: maybe(some(amounts)), currency: maybe(some(['EUR', 'USD'])), properties },
      mark: fc.option(some(['machine', 'internal', 'test', 'void'] as const), { nil: undefined, freq: 8 }),
    })
    .map(({ at: [atMs, precision], mark, ...one }) => {
      const unmarked = { machine: false, internal: false, test: false, void: false };
      return said({ ...one, atMs, precision, marks: mark === undefined ? unmarked : { ...unmarked, [mark]: true } });
    });
}

/** A move of a node: while it holds, what was recorded under the node is the person's (0: nobody's). Times in ms, null: without end. */
export interface GeneratedMove {
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly person: number;
}

/** Persons are numbered from 1; a node is first the person's who wrote it, then moved, the latest move last. */
export interface GeneratedWorld {
  readonly momentMs: number;
  readonly zone: string;
  readonly weekStartsOn: number;
  readonly persons: readonly { readonly recognised: boolean; readonly traits: Readonly<Record<string, JsonValue>> }[];
  readonly nodes: readonly { readonly person: number; readonly moves: readonly GeneratedMove[] }[];
  readonly interactions: readonly GeneratedInteraction[];
}

const mostPersons = 10;

export const world: fc.Arbitrary<GeneratedWorld> = fc
  .tuple(some(moments), fc.integer({ min: 3, max: mostPersons }), fc.integer({ min: 3, max: 12 }), fc.boolean())
  .chain(([momentMs, persons, nodes, isDense]) => {
    const person = fc.integer({ min: 0, max: persons });
    const time = fc.option(fc.integer({ min: 0, max: 400 }).map((daysAgo) => momentMs - daysAgo * dayMs));
    const move = fc.record({ fromMs: time, toMs: time, person });
    return fc.record({
      momentMs: fc.constant(momentMs),
      zone: some(['UTC', 'Europe/Berlin']),
      weekStartsOn: some([0, 1]),
      persons: fc.array(
        fc.record({
          recognised: fc.boolean(),
          traits: fc
            .record({
              plan: maybe(scalar),
              timezone: maybe(some<JsonValue>([...zones, 'Atlantis', 5, null])),
            })
            .map(said),
        }),
        { minLength: persons, maxLength: persons },
      ) as fc.Arbitrary<GeneratedWorld['persons']>,
      nodes: fc.array(fc.record({ person, moves: fc.array(move, { maxLength: 2 }) }), {
        ...{ minLength: nodes, maxLength: nodes },
      }),
      interactions: fc.uniqueArray(interaction(momentMs, nodes, isDense), {
        ...{ selector: ({ message }) => message, minLength: 10, maxLength: isDense ? 40 : 90 },
      }),
    });
  });

/** Whose an interaction is, by its node's moves: the latest that holds at its time; 0: nobody's. */
export function personOf({ nodes }: GeneratedWorld, { node, atMs }: GeneratedInteraction): number {
  const of = nodes[node];
  const holding = of?.moves.findLast(
    ({ fromMs, toMs }) => (fromMs === null || atMs >= fromMs) && (toMs === null || atMs < toMs),
  );
  return holding?.person ?? of?.person ?? 0;
}

/** The same world as one history a person. */
export function historiesOf(world: GeneratedWorld): readonly PersonHistory[] {
  return world.persons.map(({ traits }, index) => ({
    traits: new Map(Object.entries(traits)),
    interactions: world.interactions.filter((one) => personOf(world, one) === index + 1),
  }));
}

const numberTest = (from: readonly number[]): fc.Arbitrary<NumberTest> =>
  fc.oneof(
    fc.record({
      is: some(['at-least', 'at-most', 'more-than', 'less-than', 'exactly'] as const),
      number: some(from),
    }),
    fc
      .tuple(some(from), some(from))
      .map(([a, b]) => ({ is: 'between' as const, from: Math.min(a, b), to: Math.max(a, b) })),
  );
const valueTest: fc.Arbitrary<ValueTest> = fc.oneof(
  fc.record({
    is: fc.constant('one-of' as const),
    values: fc.array(some([...texts, ...numbers, true, false]), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ is: some(['contains', 'begins-with'] as const), text: some(texts) }),
  numberTest(numbers),
  fc.record({ is: some(['known', 'empty', 'missing'] as const) }),
);
const list = <T>(from: readonly T[]) => maybe(fc.array(some(from), { minLength: 1, maxLength: 3 }));
const rarely = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 1 });
const filter: fc.Arbitrary<InteractionFilter> = fc.oneof(
  fc.constant({}),
  some(names).map((name) => ({ names: [name] })),
  fc
    .record({
      ...{ names: list([...names, 'NEVER SEEN']), channels: list([...channels, 'WEB']), kinds: list(interactionKinds) },
      ...{ sources: rarely(fc.array(some([...sourceIds, '0190a000-0000-7000-8000-00000000000c']), { minLength: 1 })) },
      ...{ touchpoints: list(['checkout', 'CAFÉ']), locations: rarely(fc.constant(['shop 1'])) },
      ...{ reasons: rarely(fc.constant(['DELIVERY'])), directions: list(directions), outcomes: list(outcomes) },
      ...{ currencies: rarely(fc.constant(['eur'])), value: rarely(numberTest([0, 0.1, 12.5, 100])) },
      properties: maybe(fc.array(fc.record({ path: some(paths), test: valueTest }), { minLength: 1, maxLength: 2 })),
    })
    // All at once fit nothing: a few of them.
    .chain((all) => fc.subarray(Object.entries(all), { minLength: 1, maxLength: 2 }))
    .map((few) => said(Object.fromEntries(few)) as InteractionFilter),
);

const duration = some<Duration>([
  ...[1, 24, 36].map((count) => ({ count, unit: 'hour' as const })),
  ...[1, 2, 3, 7, 30, 400].map((count) => ({ count, unit: 'day' as const })),
  ...[
    { count: 1, unit: 'minute' as const },
    { count: 1, unit: 'week' as const },
  ],
]);
const days = ['2025-03-30', '2025-12-31', '2026-01-01', '2026-03-01', '2026-03-29', '2026-03-31', '2026-10-25'];
const end = some([...days, '2026-03-31T22:00:00Z', '2026-01-01T00:00:00+05:45']);
const window: fc.Arbitrary<SegmentWindow> = fc.oneof(
  fc.record({ from: maybe(end), until: maybe(end) }).map((ends) => said({ type: 'absolute' as const, ...ends })),
  fc.record({ from: duration, to: maybe(duration) }).map((ends) => said({ type: 'rolling' as const, ...ends })),
  fc.record({
    type: fc.constant('calendar' as const),
    unit: some(['day', 'week', 'month', 'quarter', 'year'] as const),
    ago: fc.integer({ min: 0, max: 3 }),
    span: fc.integer({ min: 1, max: 3 }),
  }),
);

const sums: readonly Extract<Clause, { type: 'sum' }>['of'][] = [
  { type: 'value', currency: 'EUR' },
  { type: 'value', currency: 'GBP' },
  { type: 'property', path: ['n'] },
];
/** Of sequences: all that is alike, so that there are ways from one to the other. */
const plainFilter: fc.Arbitrary<InteractionFilter> = fc.oneof(
  fc.constant({}),
  some(names).map((name) => ({ names: [name] })),
  some(channels).map((channel) => ({ channels: [channel] })),
  some(directions).map((direction) => ({ directions: [direction] })),
  filter,
);
const step = fc
  .record({ what: plainFilter, within: fc.option(duration, { nil: undefined }), without: maybe(plainFilter) })
  .map(said);
const sequence: fc.Arbitrary<Clause> = fc
  .record({
    steps: fc
      .tuple(
        plainFilter.map((what) => ({ what })),
        fc.array(step, { minLength: 1, maxLength: 3 }),
      )
      .map(([first, rest]) => [first, ...rest]),
    in: maybe(window),
  })
  .map((deed) => said({ type: 'sequence' as const, ...deed }));
const leaf: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({ type: fc.constant('trait' as const), trait: some(['plan', 'never told']), test: valueTest }),
  fc
    .record({ what: filter, times: maybe(numberTest([0, 1, 2, 3, 2.5])), in: maybe(window) })
    .map((deed) => said({ type: 'did' as const, ...deed })),
  fc
    .record({ what: filter, of: some(sums), test: numberTest([0, 0.1, 0.3, 12.5, 100, 1e11]), in: maybe(window) })
    .map((deed) => said({ type: 'sum' as const, ...deed })),
  fc.record({ type: some(['first', 'last'] as const), what: filter, was: maybe(filter), in: maybe(window) }).map(said),
  fc
    .record({
      which: some(['first', 'last'] as const),
      what: filter,
      atLeast: maybe(duration),
      lessThan: maybe(duration),
    })
    .map((deed) => said({ type: 'since' as const, ...deed })),
  sequence,
  sequence,
);

/** What a generated condition may refer to. */
export const referredId = '0190a000-0000-7000-8000-000000000001';
const member: fc.Arbitrary<Clause> = fc.constant({ type: 'member', segment: referredId });

function clause(leaves: fc.Arbitrary<Clause>): fc.Arbitrary<Clause> {
  const group = (inner: fc.Arbitrary<Clause>): fc.Arbitrary<Clause> =>
    fc.oneof(
      fc.record({ type: some(['all', 'any'] as const), of: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
      fc.record({ type: fc.constant('not' as const), of: inner }),
    );
  return fc.oneof({ arbitrary: leaves, weight: 3 }, { arbitrary: group(fc.oneof(leaves, group(leaves))), weight: 2 });
}

const conditionOf = (where: fc.Arbitrary<Clause>): fc.Arbitrary<Condition> =>
  fc.record({ version: fc.constant(1 as const), zone: some(['person', 'person', 'workspace'] as const), where });

/** A condition, and one that it may refer to. */
export const conditions = fc.record({
  condition: conditionOf(clause(fc.oneof({ arbitrary: leaf, weight: 8 }, { arbitrary: member, weight: 1 }))),
  referred: conditionOf(clause(leaf)),
});

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
