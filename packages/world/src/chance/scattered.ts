/**
 * A number of eight digits for each number below ten million, no two alike and in no order one could guess: what a system's numbers look like.
 * `salt` tells systems apart; the same number may mean two customers in two systems, as in life.
 */
export function scattered(number: number, salt: number): number {
  return first + ((number * factor + (salt % room) * 7_919) % room);
}

const first = 10_000_000;
/** A prime, so every number is met once before one is met again. */
const room = 89_999_999;
const factor = 48_271_003;
