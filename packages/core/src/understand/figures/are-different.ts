import type { Estimate } from './estimate.js';

/** Whether two estimates of different people lie further apart than chance explains in 95 of 100 cases. */
export function areDifferent(a: Estimate, b: Estimate): boolean {
  const [high, low] = a.value >= b.value ? [a, b] : [b, a];
  return high.value - low.value > Math.hypot(high.value - high.low, low.high - low.value);
}
