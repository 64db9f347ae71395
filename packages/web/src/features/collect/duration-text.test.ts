import { expect, test } from 'vitest';
import { durationText } from './duration-text.js';

test.each([
  [0, 'a second'],
  [1_200, '2 seconds'],
  [119_000, '119 seconds'],
  [120_000, '2 minutes'],
  [7_200_000, '2 hours'],
  [90_000_000, '25 hours'],
  [200_000_000, '3 days'],
])('%i ms reads %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
