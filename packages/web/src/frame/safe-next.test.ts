import { expect, test } from 'vitest';
import { safeNext } from './safe-next.js';

test('signing in leads back to our own pages only', () => {
  expect(safeNext('/w/acme/customers?q=anna')).toBe('/w/acme/customers?q=anna');
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    undefined,
  ]) {
    expect(safeNext(elsewhere)).toBe('/');
  }
});
