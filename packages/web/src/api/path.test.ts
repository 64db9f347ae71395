import { expect, test } from 'vitest';
import { path } from './path.js';

test('parts of a path are encoded, so that no value reaches another address', () => {
  expect(path('acme', '/customers/{}/explain', ['../users?x'])).toBe('/api/w/acme/customers/..%2Fusers%3Fx/explain');
});

test('missing search values are left out', () => {
  expect(path('acme', '/customers', [], { q: '', cursor: null, kind: 'visitors', limit: 100 })).toBe(
    '/api/w/acme/customers?kind=visitors&limit=100',
  );
});
