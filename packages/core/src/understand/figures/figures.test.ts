import { expect, test } from 'vitest';
import { areDifferent } from './are-different.js';
import { ClusteredShare } from './clustered-share.js';
import { isTold } from './estimate.js';
import { personShare } from './person-share.js';

/** A stream of numbers in [0, 1) that is the same in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('Wilson’s interval of 24 of 25 says much, that of 15 of 30 little', () => {
  const much = personShare(24, 25);
  expect([much.low.toFixed(2), much.high.toFixed(2), isTold(much)]).toEqual(['0.80', '0.99', true]);
  const little = personShare(15, 30);
  expect([little.low.toFixed(2), little.high.toFixed(2), isTold(little)]).toEqual(['0.33', '0.67', false]);
});

test('what one person does often counts as one person', () => {
  const [once, often] = [new ClusteredShare(), new ClusteredShare()];
  for (let person = 0; person < 40; person += 1) {
    once.add(person % 2, 1);
    often.add(50 * (person % 2), 50);
  }
  expect(often.estimate()).toEqual(once.estimate());
});

test('random halves of the same people are called different in at most 8 % of draws, though people differ widely', () => {
  const random = randomOf(2_026);
  const people = Array.from({ length: 1_500 }, () => {
    const n = 1 + Math.floor(20 * random() ** 3 + 40 * random() ** 8);
    const rate = random() ** 4;
    let x = 0;
    for (let k = 0; k < n; k += 1) if (random() < rate) x += 1;
    return { x, n };
  });
  const draws = 1_000;
  let [clustered, naive] = [0, 0];
  for (let draw = 0; draw < draws; draw += 1) {
    const [a, b] = [new ClusteredShare(), new ClusteredShare()];
    const sums = [0, 0, 0, 0];
    for (const { x, n } of people) {
      const isA = random() < 0.5;
      (isA ? a : b).add(x, n);
      sums[isA ? 0 : 2] = (sums[isA ? 0 : 2] ?? 0) + x;
      sums[isA ? 1 : 3] = (sums[isA ? 1 : 3] ?? 0) + n;
    }
    const [ea, eb] = [a.estimate(), b.estimate()];
    if (ea !== undefined && eb !== undefined && areDifferent(ea, eb)) clustered += 1;
    const [xa = 0, na = 1, xb = 0, nb = 1] = sums;
    if (areDifferent(personShare(xa, na), personShare(xb, nb))) naive += 1;
  }
  expect(clustered / draws).toBeLessThanOrEqual(0.08);
  expect(naive / draws).toBeGreaterThan(0.2);
});
