import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../resolve/json-value.js';
import type { Clause } from './clause.js';
import { type JudgingFrame, judgeCondition } from './judge-condition.js';
import { parseCondition } from './parse-condition.js';
import type { HistoryInteraction } from './person-history.js';

const momentMs = Date.parse('2026-05-15T12:00:00Z');
const frame: JudgingFrame = { momentMs, zone: 'Europe/Berlin', weekStartsOn: 1, segments: new Map() };
const unmarked = { machine: false, internal: false, test: false, void: false };

let messages = 0;
const did = (name: string, at: string, more: Partial<HistoryInteraction> = {}): HistoryInteraction => {
  messages += 1;
  return {
    ...{ message: String(messages), atMs: Date.parse(at), precision: 'instant', name, channel: 'web' },
    ...{ direction: 'from-customer', source: 'shop', marks: unmarked, properties: '{}' },
    ...more,
  };
};
const holds = (
  where: unknown,
  interactions: readonly HistoryInteraction[] = [],
  traits: Readonly<Record<string, JsonValue>> = {},
  changed: Partial<JudgingFrame> = {},
): boolean => {
  const person = { traits: new Map(Object.entries(traits)), interactions };
  return judgeCondition(parseCondition({ version: 1, where }), person, { ...frame, ...changed }).holds;
};
const named = (name: string) => ({ names: [name] });

describe('traits', () => {
  const trait = (test: object): object => ({ type: 'trait', trait: 'plan', test });

  test('texts are compared without regard to case and to how accents are composed', () => {
    expect(holds(trait({ is: 'one-of', values: ['CAFE\u0301'] }), [], { plan: 'Café' })).toBe(true);
    expect(holds(trait({ is: 'begins-with', text: 'GO' }), [], { plan: 'gold' })).toBe(true);
  });

  test('a number stored as text is no number', () => {
    expect(holds(trait({ is: 'at-least', number: 5 }), [], { plan: '7' })).toBe(false);
    expect(holds(trait({ is: 'one-of', values: [7] }), [], { plan: '7' })).toBe(false);
    expect(holds(trait({ is: 'at-least', number: 5 }), [], { plan: 7 })).toBe(true);
  });

  test('said to be empty is something else than never said', () => {
    expect(holds(trait({ is: 'empty' }), [], { plan: null })).toBe(true);
    expect(holds(trait({ is: 'missing' }), [], { plan: null })).toBe(false);
    expect(holds(trait({ is: 'missing' }))).toBe(true);
    expect(holds(trait({ is: 'known' }), [], { plan: null })).toBe(false);
  });
});

describe('what happened', () => {
  const order = { type: 'did', what: named('Order') };

  test('trials, machines, staff, what was taken back and what lies ahead do not count', () => {
    for (const mark of ['machine', 'internal', 'test', 'void'] as const)
      expect(holds(order, [did('Order', '2026-05-01T10:00:00Z', { marks: { ...unmarked, [mark]: true } })])).toBe(
        false,
      );
    expect(holds(order, [did('Order', '2026-05-15T12:00:00.001Z')])).toBe(false);
    expect(holds(order, [did('order', '2026-05-15T12:00:00Z')])).toBe(true);
  });

  test('money is added as money, in one currency', () => {
    const sum = { type: 'sum', what: {}, of: { type: 'value', currency: 'EUR' }, test: { is: 'exactly', number: 0.3 } };
    const paid = (value: string, currency: string) => did('Order', '2026-05-01T10:00:00Z', { value, currency });
    expect(holds(sum, [paid('0.1', 'EUR'), paid('0.2', 'EUR'), paid('9', 'USD')])).toBe(true);
    expect(holds({ ...sum, test: { is: 'exactly', number: 0 } })).toBe(true);
  });

  test('the first of all is asked about, not the first that fits', () => {
    const firstInStore = { type: 'first', what: named('Order'), was: { channels: ['store'] } };
    const online = did('Order', '2026-01-01T10:00:00Z');
    const inStore = did('Order', '2026-02-01T10:00:00Z', { channel: 'store' });
    expect(holds(firstInStore, [inStore, online])).toBe(false);
    expect(holds({ ...firstInStore, type: 'last' }, [inStore, online])).toBe(true);
  });

  test('who never did it has not done it long ago', () => {
    const since = { type: 'since', which: 'last', what: named('Order'), atLeast: { count: 10, unit: 'day' } };
    expect(holds(since)).toBe(false);
    expect(holds(since, [did('Order', '2026-05-05T12:00:00Z')])).toBe(true);
    expect(holds(since, [did('Order', '2026-05-05T12:00:01Z')])).toBe(false);
  });

  test('a property beyond what the engine reads makes all of them unreadable', () => {
    const coupon = { type: 'did', what: { properties: [{ path: ['coupon', 'code'], test: { is: 'known' } }] } };
    const at = '2026-05-01T10:00:00Z';
    expect(holds(coupon, [did('Order', at, { properties: '{"coupon":{"code":"A"}}' })])).toBe(true);
    expect(holds(coupon, [did('Order', at, { properties: '{"coupon":{"code":"A"},"n":1e999}' })])).toBe(false);
    expect(holds(coupon, [did('Order', at, { properties: '{"coupon":{"code":"1e999"},"n":123}' })])).toBe(true);
  });
});

describe('days', () => {
  const thisMonth = { type: 'did', what: {}, in: { type: 'calendar', unit: 'month' } };
  const onDay = (day: string, zone: string) => did('Bought', `${day}T00:00:00${zone}`, { precision: 'day' });

  test('the calendar is that of the person, where her zone is known', () => {
    const late = did('Order', '2026-05-01T01:00:00Z');
    expect(holds(thisMonth, [late])).toBe(true);
    expect(holds(thisMonth, [late], { timezone: 'America/New_York' })).toBe(false);
    expect(holds(thisMonth, [late], { timezone: 'Atlantis' })).toBe(true);
  });

  test('a day of another zone stays that day', () => {
    const newYork = { timezone: 'America/New_York' };
    expect(holds(thisMonth, [onDay('2026-05-01', '+02:00')], newYork)).toBe(true);
    expect(holds(thisMonth, [onDay('2026-04-30', '+02:00')], newYork)).toBe(false);
  });

  test('what happened today by the day alone has happened', () => {
    expect(
      holds({ type: 'did', what: {}, in: { type: 'rolling', from: { count: 1, unit: 'hour' } } }, [
        onDay('2026-05-15', '+02:00'),
      ]),
    ).toBe(false);
    expect(
      holds({ type: 'did', what: {}, in: { type: 'rolling', from: { count: 1, unit: 'day' } } }, [
        onDay('2026-05-15', '+02:00'),
      ]),
    ).toBe(true);
  });
});

describe('sequences', () => {
  const then = (more: object = {}) => ({
    type: 'sequence',
    steps: [{ what: named('A') }, { what: named('B'), ...more }],
  });
  const instant = (name: string, hour: number) => did(name, `2026-05-01T${String(hour).padStart(2, '0')}:00:00Z`);
  const day = (name: string, date: string) => did(name, `${date}T00:00:00Z`, { precision: 'day' });

  test('the second comes after the first, or at the same time', () => {
    expect(holds(then(), [instant('A', 8), instant('B', 9)])).toBe(true);
    expect(holds(then(), [instant('A', 9), instant('B', 8)])).toBe(false);
    expect(holds(then(), [instant('A', 8), instant('B', 8)])).toBe(true);
  });

  test('one interaction is never two steps', () => {
    const twice = { type: 'sequence', steps: [{ what: {} }, { what: {} }] };
    expect(holds(twice, [instant('A', 8)])).toBe(false);
    expect(holds(twice, [instant('A', 8), instant('A', 9)])).toBe(true);
  });

  test('the nearest first step decides on time and on what must not lie between', () => {
    const within = then({ within: { count: 2, unit: 'hour' } });
    expect(holds(within, [instant('A', 1), instant('A', 7), instant('B', 9)])).toBe(true);
    expect(holds(within, [instant('A', 6), instant('B', 9)])).toBe(false);
    const without = then({ without: named('C') });
    expect(holds(without, [instant('A', 1), instant('C', 5), instant('A', 7), instant('B', 9)])).toBe(true);
    expect(holds(without, [instant('A', 1), instant('C', 5), instant('B', 9)])).toBe(false);
  });

  test('within a day is the same or the next day where only days are known', () => {
    const within = then({ within: { count: 24, unit: 'hour' } });
    expect(holds(within, [day('A', '2026-05-01'), day('B', '2026-05-01')])).toBe(true);
    expect(holds(within, [day('A', '2026-05-01'), day('B', '2026-05-02')])).toBe(true);
    expect(holds(within, [day('A', '2026-05-01'), day('B', '2026-05-03')])).toBe(false);
  });

  test('what is known by its day alone stands at noon, and is near to what was on the day before', () => {
    expect(holds(then(), [instant('A', 11), day('B', '2026-05-01')])).toBe(true);
    expect(holds(then(), [instant('A', 13), day('B', '2026-05-01')])).toBe(false);
    const within = then({ within: { count: 24, unit: 'hour' } });
    expect(holds(within, [instant('A', 1), day('B', '2026-05-02')])).toBe(true);
    expect(holds(within, [instant('A', 23), day('B', '2026-05-03')])).toBe(false);
  });

  test('what happens at the same time as a step does not lie between', () => {
    const without = then({ without: named('C') });
    expect(holds(without, [instant('A', 8), instant('C', 8), instant('C', 9), instant('B', 9)])).toBe(true);
    expect(holds(without, [instant('A', 7), instant('C', 8), instant('C', 9), instant('B', 9)])).toBe(false);
  });

  test('three steps lead through the middle one', () => {
    const three = { type: 'sequence', steps: ['A', 'B', 'C'].map((name) => ({ what: named(name) })) };
    expect(holds(three, [instant('A', 8), instant('B', 9), instant('C', 10)])).toBe(true);
    expect(holds(three, [instant('B', 8), instant('A', 9), instant('C', 10)])).toBe(false);
  });
});

test('groups nest, and another segment keeps its own clock', () => {
  const late = did('Order', '2026-05-01T01:00:00Z');
  const thisMonth: Clause = { type: 'did', what: {}, in: { type: 'calendar', unit: 'month', ago: 0, span: 1 } };
  const id = '0190a000-0000-7000-8000-000000000001';
  const segments = new Map([[id, { version: 1, zone: 'workspace', where: thisMonth } as const]]);
  const newYork = { timezone: 'America/New_York' };
  const member = { type: 'member', segment: id };
  expect(holds({ type: 'all', of: [member, { type: 'not', of: thisMonth }] }, [late], newYork, { segments })).toBe(
    true,
  );
  expect(holds({ type: 'any', of: [{ type: 'not', of: member }, thisMonth] }, [late], newYork, { segments })).toBe(
    false,
  );
});
