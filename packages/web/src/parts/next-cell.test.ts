import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextCell } from './next-cell.js';

const bounds = { rows: 40, columns: 5, page: 10 };

test('arrows, pages and edges move as the grid pattern has them', () => {
  expect(nextCell({ row: 3, column: 2 }, 'ArrowDown', false, bounds)).toEqual({ row: 4, column: 2 });
  expect(nextCell({ row: 3, column: 2 }, 'PageDown', false, bounds)).toEqual({ row: 13, column: 2 });
  expect(nextCell({ row: 3, column: 2 }, 'Home', false, bounds)).toEqual({ row: 3, column: 0 });
  expect(nextCell({ row: 3, column: 2 }, 'End', true, bounds)).toEqual({ row: 39, column: 4 });
  expect(nextCell({ row: 3, column: 2 }, 'a', false, bounds)).toBeUndefined();
});

test('no key leaves the grid', () => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
  fc.assert(
    fc.property(fc.nat(39), fc.nat(4), keys, fc.boolean(), (row, column, key, toEdge) => {
      const next = nextCell({ row, column }, key, toEdge, bounds);
      expect(next?.row).toBeGreaterThanOrEqual(0);
      expect(next?.row).toBeLessThan(40);
      expect(next?.column).toBeGreaterThanOrEqual(0);
      expect(next?.column).toBeLessThan(5);
    }),
  );
});
