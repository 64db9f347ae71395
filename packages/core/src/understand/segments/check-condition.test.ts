import { expect, test } from 'vitest';
import { checkCondition, type KnownFields } from './check-condition.js';
import type { Condition } from './condition.js';
import { parseCondition } from './parse-condition.js';

const momentMs = Date.parse('2026-05-15T12:00:00Z');
const [one, two, three] = [1, 2, 3].map((number) => `0190a000-0000-7000-8000-00000000000${number}`) as [
  ...[string, string, string],
];
const member = (segment: string): Condition => ({
  ...{ version: 1, zone: 'person', where: { type: 'not', of: { type: 'member', segment } } },
});
const known: KnownFields = {
  ...{ traits: ['plan'], names: ['Order Completed'], channels: ['web', 'store'], touchpoints: [] },
  ...{ locations: [], reasons: [], sources: [], segments: new Map([[two, member(three)]]) },
};
const problems = (where: unknown, fields: Partial<KnownFields> = {}, self?: string) =>
  checkCondition(
    parseCondition({ version: 1, where }),
    { ...known, ...fields },
    { momentMs, ...(self === undefined ? {} : { self }) },
  );
const did = (window: object) => ({ type: 'did', what: {}, in: window });

test('what does not exist is named with its place and what is spelt like it', () => {
  const where = { type: 'all', of: [{ type: 'did', what: { names: ['order completed', 'Order Complete'] } }] };
  expect(problems(where)).toEqual([
    {
      ...{ path: 'where.of[0].what.names[1]', type: 'unknown', field: 'name' },
      ...{ value: 'Order Complete', nearest: 'Order Completed' },
    },
  ]);
  expect(problems({ type: 'trait', trait: 'Plan', test: { is: 'known' } })).toEqual([
    { path: 'where.trait', type: 'unknown', field: 'trait', value: 'Plan', nearest: 'plan' },
  ]);
});

test('windows that end before they begin, lie ahead or are none are refused', () => {
  const types = (window: object) => problems(did(window)).map(({ type, path }) => [type, path]);
  expect(types({ type: 'absolute', from: '2026-02-01', until: '2026-01-01' })).toEqual([
    ['window-ends-first', 'where.in'],
  ]);
  expect(types({ type: 'absolute', from: '2026-02-01', until: '2026-02-01' })).toEqual([]);
  const [day, week] = [1, 7].map((count) => ({ count, unit: 'day' }));
  expect(types({ type: 'rolling', from: day, to: week })).toEqual([['window-ends-first', 'where.in']]);
  expect(types({ type: 'absolute', from: '2026-05-17' })).toEqual([['window-lies-ahead', 'where.in']]);
  expect(types({ type: 'absolute' })).toEqual([['window-open', 'where.in']]);
});

test('bounds that cross, amounts no store holds and a first step that follows nothing are refused', () => {
  expect(problems({ type: 'did', what: {}, times: { is: 'between', from: 3, to: 2 } })).toEqual([
    { path: 'where.times', type: 'bounds-cross' },
  ]);
  expect(problems({ type: 'did', what: { value: { is: 'at-least', number: 1e12 } } })).toEqual([
    { path: 'where.what.value', type: 'number-too-large' },
  ]);
  expect(problems({ type: 'sequence', steps: [{ what: {}, without: {} }, { what: {} }] })).toEqual([
    { path: 'where.steps[0]', type: 'first-step' },
  ]);
});

test('segments that refer to each other in a circle are refused, with the way round', () => {
  const segments = new Map([
    [two, member(three)],
    [three, member(one)],
  ]);
  const where = { type: 'member', segment: two };
  expect(problems(where, { segments }, one)).toEqual([
    { path: 'where.segment', type: 'circle', segments: [one, two, three, one] },
  ]);
  expect(problems(where, { segments: new Map([...segments, [one, member(one)]]) })).toEqual([
    { path: 'where.segment', type: 'circle', segments: [one, one] },
  ]);
  expect(problems({ type: 'member', segment: one }, { segments })[0]?.type).toBe('unknown');
});

test('what is too large or too deep is refused without being gone through', () => {
  const leaf = { type: 'trait', trait: 'plan', test: { is: 'known' } };
  const wide = { type: 'all', of: Array.from({ length: 50 }, () => ({ type: 'not', of: leaf })) };
  expect(problems(wide).map(({ type }) => type)).toEqual(['too-many-clauses']);
  const values = Array.from({ length: 100 }, (_, value) => `${value}`.padStart(200, 'x'));
  const long = { ...leaf, test: { is: 'one-of', values } };
  expect(problems(long).map(({ type }) => type)).toEqual(['too-long']);
  let deep: object = leaf;
  for (let depth = 0; depth < 10; depth += 1) deep = { type: 'not', of: deep };
  expect(problems(deep).map(({ type }) => type)).toEqual(['too-deep']);
  for (let depth = 0; depth < 100_000; depth += 1) deep = { type: 'not', of: deep };
  expect(() => problems(deep)).toThrow(expect.objectContaining({ code: 'segment.condition-invalid' }));
});

test('a document of another version or with a field that is none is refused', () => {
  const leaf = { type: 'trait', trait: 'plan', test: { is: 'known' } };
  for (const document of [{ version: 2, where: leaf }, { version: 1, where: { ...leaf, also: 1 } }, null, []])
    expect(() => parseCondition(document)).toThrow(expect.objectContaining({ code: 'segment.condition-invalid' }));
});
