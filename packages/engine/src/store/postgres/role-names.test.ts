import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roleNames } from './role-names.js';

it('gives our own database plain names', () => {
  expect(roleNames('throughline')).toEqual({
    intake: 'throughline_intake',
    app: 'throughline_app',
    worker: 'throughline_worker',
  });
});

it('gives different databases different roles, within the 63 bytes of a name', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 63 }), fc.string({ maxLength: 63 }), (a, b) => {
      const [first, second] = [Object.values(roleNames(a)), Object.values(roleNames(b))];
      for (const name of first) expect(name).toMatch(/^[a-z][a-z0-9_]{0,62}$/);
      if (a !== b) expect(first.filter((name) => second.includes(name))).toEqual([]);
    }),
  );
});
