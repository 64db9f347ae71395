import { expect, test } from 'vitest';
import { personChanges } from './person-changes.js';

const set = (...persons: readonly number[]): ReadonlySet<number> => new Set(persons);

test('somebody whose last identifier went was joined, somebody new was split off, and between others identifiers moved', () => {
  const moved = [
    { was: 5, person: 1 },
    { was: 5, person: 1 },
    { was: 2, person: 8 },
    { was: 2, person: 3 },
  ];
  expect(personChanges(moved, set(1, 2, 3, 5), set(1, 2, 3, 8))).toEqual([
    { kind: 'moved', from: 2, to: 3, identifiers: 1 },
    { kind: 'split', from: 2, to: 8, identifiers: 1 },
    { kind: 'joined', from: 5, to: 1, identifiers: 2 },
  ]);
});

test('no moves, no changes', () => {
  expect(personChanges([], set(1), set(1))).toEqual([]);
});
