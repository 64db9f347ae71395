import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappingCondition } from './mapping-condition.js';
import { mappingScope } from './mapping-scope.js';

function holds(condition: object, cell: unknown): boolean {
  const scope = mappingScope({});
  const isForLine = mappingCondition([{ value: '{mail}', ...condition }], scope);
  return isForLine({ cells: [cell], line: 2, tables: new Map(), faults: [] });
}

describe('a condition by a pattern', () => {
  it('holds for whole cells in any case', () => {
    expect(holds({ like: '*@firma.de' }, ' Otto@FIRMA.de ')).toBe(true);
    expect(holds({ like: '*@firma.de' }, 'otto@firma.de.com')).toBe(false);
    expect(holds({ like: ['test*', 'demo*'] }, 'Demo 3')).toBe(true);
    expect(holds({ like: '4711' }, 4711)).toBe(true);
  });

  it('is like for no empty cell and unlike for each', () => {
    expect(holds({ like: '*' }, null)).toBe(false);
    expect(holds({ unlike: '*' }, '')).toBe(true);
  });

  it('is either like or unlike a cell that says something', () => {
    const pattern = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'B', '*', '?', 'ß') });
    fc.assert(
      fc.property(pattern, fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', 'A', 'ß') }), (like, cell) => {
        expect(holds({ like }, cell)).not.toBe(holds({ unlike: like }, cell));
      }),
    );
  });
});
