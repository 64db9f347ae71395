import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isHeldByDrift, schemaDrift } from './schema-drift.js';

const known = [
  { name: 'id', type: 'bigint' },
  { name: 'email', type: 'text' },
  { name: 'address', type: 'jsonb' },
  { name: 'unused', type: 'text' },
];

it('a mapped column that vanished or changed its type holds, one that nobody reads does not', () => {
  const found = [
    { name: 'id', type: 'text' },
    { name: 'unused', type: 'integer' },
    { name: 'phone', type: 'text' },
  ];
  const drift = schemaDrift(known, found, ['id', 'email', 'address.city', 'address.street']);
  expect(drift).toEqual({
    vanished: ['email', 'address'],
    changed: [{ name: 'id', was: 'bigint', is: 'text' }],
    added: ['phone'],
  });
  expect(isHeldByDrift(drift)).toBe(true);
  expect(isHeldByDrift(schemaDrift(known, known.slice(0, 3), ['id', 'email']))).toBe(false);
});

it('a new column is mentioned and holds nothing, and a table drifts never from itself', () => {
  const column = fc.record({ name: fc.string(), type: fc.string() });
  const columns = fc.uniqueArray(column, { selector: ({ name }) => name });
  fc.assert(
    fc.property(columns, columns, (before, more) => {
      const names = before.map(({ name }) => name);
      const added = more.filter(({ name }) => !names.includes(name));
      const drift = schemaDrift(before, [...before, ...added], names);
      expect(isHeldByDrift(drift)).toBe(false);
      expect(drift.added).toEqual(added.map(({ name }) => name));
    }),
  );
});
