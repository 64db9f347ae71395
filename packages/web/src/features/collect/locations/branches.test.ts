import { expect, test } from 'vitest';
import type { Location } from '../../../api/locations.js';
import { branches, branchIds } from './branches.js';

const place = (id: string, parent: string | null): Location => ({ id, parent, kind: 'other', name: id, codes: [] });
const items = [place('leeds', 'north'), place('north', 'uk'), place('uk', null), place('lost', 'gone')];

test('places hang below one another in whatever order they come, and none is lost', () => {
  expect(branches(items).map(({ place: { id }, below }) => [id, below.map((one) => one.place.id)])).toEqual([
    ['uk', ['north']],
    ['lost', []],
  ]);
});

test('a place cannot be hung into its own branch', () => {
  expect([...branchIds(branches(items), 'north')].sort()).toEqual(['leeds', 'north']);
});
