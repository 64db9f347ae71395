import { expect, it } from 'vitest';
import { restWhenIdle } from './rest-when-idle.js';

it('rests once, five seconds after the last work, and not before', async () => {
  let [nowMs, rested] = [0, 0];
  const note = restWhenIdle(
    async () => {
      rested += 1;
    },
    () => nowMs,
  );
  await note('idle');
  await note('worked');
  nowMs = 4_000;
  await note('idle');
  expect(rested).toBe(0);
  nowMs = 5_001;
  await note('idle');
  await note('idle');
  expect(rested).toBe(1);
  await note('worked');
  nowMs = 20_000;
  await note('idle');
  expect(rested).toBe(2);
});
