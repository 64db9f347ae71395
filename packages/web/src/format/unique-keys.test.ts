import { expect, test } from 'vitest';
import { uniqueKeys } from './unique-keys.js';

test('no two entries of a list have one key, even if they say the same', () => {
  expect(uniqueKeys(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a 1', 'a 2']);
});
