import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchItems, singleItem } from './json-items.js';

const read = (body: string) => {
  const result = batchItems(body);
  if (result.type !== 'items') throw new Error(result.reason);
  return result;
};

const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/);

/** A JSON text for the value, with odd white space and escapes that JSON.stringify would never write. */
function written(value: unknown, draw: fc.GeneratorValue): string {
  const gap = () => draw(() => space);
  if (typeof value === 'string') {
    return JSON.stringify(value).replace(/[a-z"]/g, (letter, at: number, all: string) =>
      letter !== '"' && all[at - 1] !== '\\' && !/\\u[0-9a-f]{0,3}$/.test(all.slice(0, at)) && draw(fc.boolean)
        ? `\\u00${letter.charCodeAt(0).toString(16)}`
        : letter,
    );
  }
  if (Array.isArray(value)) return `[${gap()}${value.map((one) => written(one, draw) + gap()).join(`,${gap()}`)}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([k, v]) => `${written(k, draw)}${gap()}:${gap()}${written(v, draw)}`);
    return `{${gap()}${fields.join(`${gap()},${gap()}`)}${gap()}}`;
  }
  return JSON.stringify(value);
}

describe('batchItems', () => {
  it('gives every item the exact text it was sent with', () => {
    const body = '\ufeff { "sentAt" : "x]}\\"" , "batch":\n[ {"a" : 1.50,"b":"\\\\"} ,\t[ ] , 1e2,"\\u0041"] } ';
    expect(read(body).items.map((item) => item.text)).toEqual(['{"a" : 1.50,"b":"\\\\"}', '[ ]', '1e2', '"\\u0041"']);
    expect(read(body).envelope.sentAt).toBe('x]}"');
  });

  it('lets the last of several batch keys win, however its name is written', () => {
    expect(read('{"batch":[1],"\\u0062atch":[2,3]}').items.map((item) => item.text)).toEqual(['2', '3']);
    expect(batchItems('{"batch":[1],"batch":null}')).toEqual({ type: 'unreadable', reason: 'no-batch' });
    expect(read('{"batch":"[7]","x":{"batch":[8]},"batch":[9]}').items.map((item) => item.value)).toEqual([9]);
  });

  it('equals JSON.parse on random bodies with odd white space, escapes and repeated keys', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.array(fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.gen(),
        (items, first, rest, draw) => {
          const inner = written(rest, draw).trim().slice(1, -1);
          const middle = inner.trim() === '' ? '' : `${inner},`;
          const body = `{"batch":${written(first, draw)},${middle}"batch":${written(items, draw)}}`;
          const result = read(body);
          expect(result.items.map((item) => item.value)).toEqual(JSON.parse(body).batch);
          expect(result.items.map((item) => JSON.parse(item.text))).toEqual(JSON.parse(body).batch);
          for (const item of result.items) expect(body).toContain(item.text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes nesting 10,000 deep and tells how deep each item is', () => {
    const deep = `${'{"a":['.repeat(5_000)}1${']}'.repeat(5_000)}`;
    expect(read(`{"batch":[${deep},{"b":"[[["},5]}`).items.map((item) => item.depth)).toEqual([10_000, 1, 0]);
  });

  it('refuses what is no JSON object with a batch', () => {
    expect(batchItems('{"batch":[}')).toEqual({ type: 'unreadable', reason: 'not-json' });
    expect(batchItems('[]')).toEqual({ type: 'unreadable', reason: 'not-an-object' });
    expect(batchItems('{"a":1}')).toEqual({ type: 'unreadable', reason: 'no-batch' });
    expect(batchItems('{"__proto__":{"batch":[1]}}')).toEqual({ type: 'unreadable', reason: 'no-batch' });
  });
});

describe('singleItem', () => {
  it('takes the whole body as one item', () => {
    const result = singleItem('\ufeff {"event":"a"}\n');
    expect(result.type === 'items' && result.items[0]?.text).toBe('{"event":"a"}');
  });

  it('refuses a body that is no object', () => {
    expect(singleItem('"x"')).toEqual({ type: 'unreadable', reason: 'not-an-object' });
    expect(singleItem('')).toEqual({ type: 'unreadable', reason: 'not-json' });
  });
});
