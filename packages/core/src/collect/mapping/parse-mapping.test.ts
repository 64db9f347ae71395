import { describe, expect, it } from 'vitest';
import { bindHeader } from './bind-header.js';
import { compileMapping } from './compile-mapping.js';
import { mappingJsonSchema } from './mapping-json-schema.js';
import { parseMapping } from './parse-mapping.js';

const rule = { rule: 'visit', make: 'interaction', name: 'Visit', time: '{at}' };
const mapping = (change: object = {}, row: object = {}) => ({
  version: 1,
  source: 'Till',
  file: { format: 'csv' },
  zone: 'UTC',
  rows: [{ ...rule, ...row }],
  ...change,
});
const problem = (change: object, row?: object) => {
  try {
    compileMapping(parseMapping(mapping(change, row)));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'none';
};

describe('parseMapping', () => {
  it('takes a small mapping', () => {
    expect(problem({})).toBe('none');
  });

  it('says where something is wrong', () => {
    expect(problem({ zone: 'Berlin' })).toContain('zone: Berlin is no time zone');
    expect(problem({ colour: 1 })).toContain('colour');
    expect(problem({}, { outcome: { form: '{x}' } })).toContain('rows[0].outcome');
    expect(problem({ rows: [rule, rule] })).toContain('rows[1].rule: there are two rules called visit');
    expect(problem({ 'as of': 'now' })).toContain('as of');
  });

  it('refuses to merge or list what is not grouped', () => {
    expect(problem({}, { value: { from: '{x}', merge: 'sum' } })).toContain('merge needs "group by"');
    expect(problem({}, { items: { x: '{x}' } })).toContain('items need "group by"');
    expect(problem({}, { 'group by': 'x', value: { from: '{x}', merge: 'sum' }, items: { x: '{x}' } })).toBe('none');
  });

  it('refuses an identifier that would make all lines one customer', () => {
    expect(problem({}, { identifiers: { email: 'info@shop.example' } })).toContain('all lines would be one customer');
  });

  it('refuses templates, dates and times that mean nothing', () => {
    expect(problem({}, { name: 'Visit {shop' })).toContain('has no partner');
    expect(problem({}, { time: { from: '{at}', format: 'dd.MM.' } })).toContain('has no year');
    const timeless = { rule: 'card', make: 'traits', identifiers: { email: '{m}' }, traits: { a: '{a}' } };
    expect(problem({ rows: [timeless] })).toContain('the rule card has no time');
    expect(problem({ rows: [timeless], 'as of': '2026-01-01' })).toBe('none');
    expect(problem({}, { properties: JSON.parse('{"__proto__":"{x}"}') })).toContain('__proto__');
  });

  it('lists every problem in its details', () => {
    expect(() => parseMapping({ version: 2 })).toThrow(
      expect.objectContaining({
        code: 'mapping.invalid',
        details: {
          problems: expect.arrayContaining([
            expect.objectContaining({ path: 'version' }),
            expect.objectContaining({ path: 'rows' }),
          ]),
        },
      }),
    );
  });

  it('is described by a JSON schema', () => {
    expect(mappingJsonSchema()).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['version', 'source', 'rows']),
    });
  });
});

describe('bindHeader', () => {
  it('finds columns by name, wherever they stand', () => {
    expect(bindHeader(['b', '__proto__'], ['a', ' b ', '__proto__', 'b'])).toEqual([1, 2]);
    expect(() => bindHeader(['c'], ['a', 'b'])).toThrow('the file has no column c; it has a, b');
  });
});
