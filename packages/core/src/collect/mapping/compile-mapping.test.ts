import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singleItem } from '../json-items.js';
import { validateMessage } from '../validate-message.js';
import { compileMapping } from './compile-mapping.js';
import { importedItem } from './imported-item.js';
import { lookupTable } from './lookup-table.js';
import { parseMapping } from './parse-mapping.js';

const hash = (text: string) =>
  String([...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7));

const compiled = (rows: readonly object[], change: object = {}) =>
  compileMapping(
    parseMapping({ version: 1, source: 'Till', file: { format: 'csv' }, zone: 'Europe/Berlin', rows, ...change }),
  );

/** Reads lines given as objects and merges each group when all have been read. */
function messagesOf(
  mapping: ReturnType<typeof compiled>,
  lines: readonly { readonly line: number; readonly [column: string]: unknown }[],
) {
  const groups = new Map<string, ReturnType<typeof mapping.readLine>[number][]>();
  for (const one of lines) {
    for (const draft of mapping.readLine(
      mapping.columns.map((column) => one[column]),
      one.line,
    )) {
      const group = `${draft.rule} ${draft.group ?? `line ${draft.line}`}`;
      groups.set(group, [...(groups.get(group) ?? []), JSON.parse(JSON.stringify(draft))]);
    }
  }
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [mapping.mergeLines([first, ...rest], hash)],
  );
}

const order = {
  rule: 'order',
  make: 'interaction',
  'group by': 'order',
  identifiers: { 'crm:shop': '{customer}' },
  name: 'Order placed',
  time: '{at}',
  value: { from: '{price}', merge: 'sum', decimal: ',' },
  currency: 'EUR',
  about: { kind: 'order', id: '{order}' },
  properties: { shops: { from: '{shop}', merge: 'distinct' } },
  items: { sku: '{sku}', price: { from: '{price}', as: 'number', decimal: ',' } },
};
const lines = [
  { line: 2, order: '7', customer: 'c1', at: '2026-07-01 10:00', price: '1.000,10', sku: 'A', shop: 'x' },
  { line: 3, order: '8', customer: 'c2', at: '2026-07-02', price: '5', sku: 'B', shop: 'y' },
  { line: 4, order: '7', customer: 'c1', at: '2026-07-01 10:00', price: '0,20', sku: 'C', shop: 'x' },
];

describe('compileMapping', () => {
  it('makes one interaction with items of several lines, its sum exact', () => {
    const [first] = messagesOf(compiled([order]), lines);
    expect(first).toEqual({
      type: 'message',
      lines: [2, 4],
      message: {
        type: 'track',
        messageId: 'order:7',
        event: 'Order placed',
        timestamp: '2026-07-01T08:00:00.000Z',
        properties: {
          shops: ['x'],
          items: [
            { sku: 'A', price: 1000.1 },
            { sku: 'C', price: 0.2 },
          ],
        },
        context: {
          externalIds: [{ type: 'crm:shop', id: 'c1' }],
          interaction: { value: '1000.3', currency: 'EUR', about: { kind: 'order', id: '7' } },
        },
      },
    });
  });

  it('takes the time of an order from whichever of its lines has one', () => {
    const [first, second] = messagesOf(compiled([order]), [
      { line: 2, order: '7', customer: 'c1', at: '2026-07-01 10:00', price: '1', sku: 'A' },
      { line: 3, order: '7', customer: 'c1', at: '', price: '2', sku: 'B' },
      { line: 4, order: '8', customer: 'c1', at: '', price: '2', sku: 'B' },
    ]);
    expect(first).toMatchObject({ type: 'message', message: { timestamp: '2026-07-01T08:00:00.000Z' } });
    expect(second).toMatchObject({ type: 'set-aside', faults: [{ code: 'line.time-missing', column: 'at' }] });
  });

  it('sums prices times their quantities', () => {
    const priced = { ...order, value: { from: '{price}', times: '{pieces}', merge: 'sum', decimal: ',' } };
    const [first, second] = messagesOf(compiled([priced]), [
      { line: 2, order: '7', at: '2026-07-01', price: '1.000,10', pieces: '3', sku: 'A' },
      { line: 3, order: '7', at: '2026-07-01', price: '0,20', pieces: '0,5', sku: 'B' },
      { line: 4, order: '8', at: '2026-07-01', price: '0,20', pieces: '', sku: 'B' },
    ]);
    expect(first).toMatchObject({ message: { context: { interaction: { value: '3000.4' } } } });
    expect(second).toMatchObject({ type: 'set-aside', faults: [{ code: 'line.number-unreadable', column: 'pieces' }] });
  });

  it('gives the same messages in whatever order the lines come', () => {
    const mapping = compiled([order]);
    const byId = (result: ReturnType<typeof messagesOf>) =>
      new Map(result.map((one) => [JSON.stringify(one.lines), one]));
    const line = fc.record({
      order: fc.constantFrom('1', '2', '3'),
      customer: fc.constantFrom('c1', 'c2', ''),
      at: fc.constantFrom('2026-07-01 10:00', '2026-07-01', ''),
      price: fc.constantFrom('0,1', '1.234,5', 'x', ''),
      sku: fc.string(),
      shop: fc.constantFrom('x', 'y', ''),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (cells, ranks) => {
        const numbered = cells.map((one, at) => ({ ...one, line: at + 2 }));
        const shuffled = numbered
          .map((one) => ({ one, rank: ranks.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        expect(byId(messagesOf(mapping, shuffled))).toEqual(byId(messagesOf(mapping, numbered)));
        const used = messagesOf(mapping, shuffled).flatMap((result) => result.lines);
        expect([...used].sort((a, b) => a - b)).toEqual(numbered.map(({ line: number }) => number));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses to make one customer of the two that lines of one order name', () => {
    const [result] = messagesOf(compiled([order]), [...lines, { ...lines[0], line: 9, customer: 'c9' }]);
    expect(result).toMatchObject({
      type: 'set-aside',
      lines: [2, 4, 9],
      faults: [{ line: 9, column: 'customer', code: 'line.group-disagrees' }],
    });
  });

  it('says on which line and in which column something is wrong', () => {
    const [result] = messagesOf(compiled([order], { dates: 'dd.MM.yyyy' }), [
      { ...lines[0], line: 12, at: '31.02.2026', price: '1.5' },
    ]);
    expect(result).toMatchObject({
      type: 'set-aside',
      faults: [
        {
          line: 12,
          column: 'at',
          code: 'line.date-unreadable',
          values: { line: 12, column: 'at', format: 'dd.MM.yyyy' },
        },
        { line: 12, column: 'price', code: 'line.number-unreadable' },
      ],
    });
  });

  it('keeps an interaction that names nobody, but not traits of nobody', () => {
    const traits = {
      rule: 'card',
      make: 'traits',
      identifiers: { loyalty_card: '{card}' },
      time: '{at}',
      traits: { city: '{city}' },
    };
    const visit = {
      rule: 'visit',
      make: 'interaction',
      identifiers: { loyalty_card: '{card}' },
      name: 'Visit',
      time: '{at}',
    };
    const [made, aside] = messagesOf(compiled([visit, traits]), [
      { line: 2, card: '', at: '2026-01-01', city: 'Bonn' },
    ]);
    expect(made).toMatchObject({
      type: 'message',
      message: { context: { externalIds: [], interaction: { precision: 'day' } } },
    });
    expect(aside).toMatchObject({ type: 'set-aside', faults: [{ code: 'line.nobody', column: 'card' }] });
  });

  it('gives lines without a key the key of their content, so that the same content comes once and a change comes through', () => {
    const traits = {
      rule: 'card',
      make: 'traits',
      identifiers: { loyalty_card: '{card}' },
      traits: { city: '{city}' },
    };
    const made = messagesOf(compiled([traits], { 'as of': '2026-01-01' }), [
      { line: 2, card: '1', city: 'Bonn' },
      { line: 3, card: '1', city: 'Bonn' },
      { line: 4, card: '1', city: 'Ulm' },
    ]).map((result) => result.type === 'message' && result.message.messageId);
    expect(made[0]).toBe(made[1]);
    expect(made[2]).not.toBe(made[0]);
  });

  it('keeps keys apart that look alike when put together', () => {
    const rule = { rule: 'r', make: 'interaction', key: ['a', 'b'], name: 'x', time: '2026-01-01' };
    const made = messagesOf(compiled([rule]), [
      { line: 2, a: 'x|', b: 'y' },
      { line: 3, a: 'x', b: '|y' },
    ]).map((result) => result.type === 'message' && result.message.messageId);
    expect(new Set(made).size).toBe(2);
  });

  it('takes only the lines its conditions are for, and may make several messages of one', () => {
    const rule = (name: string, when: object[]) => ({
      rule: name,
      make: 'interaction',
      name,
      time: '2026-01-01',
      key: 'id',
      when,
    });
    const mapping = compiled([
      rule('calls', [{ value: '{kind}', is: 'call' }]),
      rule('named', [
        { value: '{who}', empty: false },
        { value: '{kind}', in: ['call', 'mail'] },
      ]),
      rule('rest', [{ value: '{kind}', not: 'call' }]),
    ]);
    const made = (cells: object) =>
      messagesOf(mapping, [{ line: 2, id: 1, ...cells }]).map((one) => one.type === 'message' && one.message.event);
    expect(made({ kind: 'call', who: 'x' })).toEqual(['calls', 'named']);
    expect(made({ kind: 'mail', who: ' ' })).toEqual(['rest']);
  });

  it('joins a look-up file by a column', () => {
    const rule = { rule: 'letter', make: 'interaction', key: 'id', name: 'Letter {c.kind}', time: '{c.start}' };
    const lookups = { c: { file: 'c.csv', key: 'id', match: '{campaign}' } };
    const mapping = compiled([rule], { lookups });
    const [need] = mapping.lookups;
    if (need === undefined) throw new Error('no look-up');
    expect(need.columns).toEqual(['id', 'kind', 'start']);
    const tables = new Map([['c', lookupTable(need, [['7', 'A', '2026-01-02']])]]);
    const merged = (campaign: unknown) => {
      const [draft] = mapping.readLine(
        mapping.columns.map((column) => (column === 'campaign' ? campaign : '1')),
        5,
        tables,
      );
      return draft === undefined ? undefined : mapping.mergeLines([draft], hash);
    };
    expect(merged(7)).toMatchObject({ message: { event: 'Letter A', timestamp: '2026-01-01T23:00:00.000Z' } });
    expect(merged('8')).toMatchObject({
      type: 'set-aside',
      faults: [{ code: 'line.lookup-missing', column: 'campaign' }],
    });
    expect(() => lookupTable(need, [['7'], ['7 ']])).toThrow('several rows');
  });

  it('maps values through tables and keeps what is not in them aside', () => {
    const outcome = { from: '{result}', table: { ok: 'well', bad: 'badly' }, case: 'lower' };
    const rule = { rule: 'call', make: 'interaction', key: 'id', name: 'Call', time: '2026-01-01', outcome };
    const mapping = compiled([rule]);
    expect(messagesOf(mapping, [{ line: 2, id: 1, result: 'ok' }])[0]).toMatchObject({
      message: { context: { interaction: { outcome: 'well' } } },
    });
    expect(messagesOf(mapping, [{ line: 2, id: 1, result: '??' }])[0]).toMatchObject({
      faults: [{ code: 'line.value-not-in-table' }],
    });
    expect(messagesOf(mapping, [{ line: 2, id: 1, result: '' }])[0]).toMatchObject({ type: 'message' });
  });

  it('makes messages that intake takes, whatever the columns are called', () => {
    const names = ['__proto__', 'constructor', 'a.b', 'x'];
    const properties = Object.fromEntries(names.map((name, at) => [`${at} ${name}`, `{${name}}`]));
    const mapping = compiled([
      { rule: 'r', make: 'interaction', key: 'id', name: 'x', time: '2026-01-01', properties },
    ]);
    const draft = mapping.readLine(mapping.columns, 2)[0];
    if (draft === undefined) throw new Error('no draft');
    const merged = mapping.mergeLines([draft], hash);
    if (merged.type !== 'message') throw new Error('set aside');
    const item = importedItem(merged.message);
    expect(singleItem(item.text)).toMatchObject({ items: [item] });
    expect(validateMessage(item, { receivedAtMs: Date.UTC(2026, 4, 1), zone: 'UTC' }).type).toBe('valid');
    expect(Object.keys(Object(item.value).properties)).toEqual(names.map((name, at) => `${at} ${name}`));
  });

  it('sets aside a cell that nests deeper than can be written, and keeps others as they are', () => {
    const mapping = compiled([
      { rule: 'r', make: 'interaction', key: 'id', name: 'x', time: '2026-01-01', properties: { a: '{a}' } },
    ]);
    const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect(messagesOf(mapping, [{ line: 2, id: 1, a: nested(50_000) }])[0]).toMatchObject({
      faults: [{ code: 'line.unreadable', column: 'a' }],
    });
    const [made] = messagesOf(mapping, [{ line: 2, id: 1, a: nested(3) }]);
    if (made?.type !== 'message') throw new Error('set aside');
    expect(importedItem(made.message)).toMatchObject({ depth: 5, text: expect.stringContaining('[[[]]]') });
  });
});
