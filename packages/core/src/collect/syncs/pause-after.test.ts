import { expect, it } from 'vitest';
import { isBraked } from './is-braked.js';
import { pauseAfterMs } from './pause-after.js';

it('pauses grow with each failure and never beyond six hours', () => {
  const minutes = Array.from({ length: 40 }, (_, at) => pauseAfterMs(at + 1) / 60_000);
  expect(minutes.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
  expect(minutes.slice(9).every((one) => one === 360)).toBe(true);
});

it('the brake holds above one in twenty, and never where there was nothing', () => {
  expect(isBraked({ missing: 5, of: 100 })).toBe(false);
  expect(isBraked({ missing: 6, of: 100 })).toBe(true);
  expect(isBraked({ missing: 1, of: 10 })).toBe(true);
  expect(isBraked({ missing: 0, of: 0 })).toBe(false);
});
