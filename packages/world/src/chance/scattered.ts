/**
 * A number of eight digits for each number below ten million, no two alike and in no order one could guess: what a system's numbers look like.
 * `salt` tells systems apart: the same number may mean two customers in two systems, as in life, and tells nothing about one in the other.
 */
export function scattered(number: number, salt: number): number {
  const factor = 40_000_003 + ((salt * 7_368_787) % 39_999_983);
  return first + ((number * factor + salt * 5_000_011) % room);
}

const first = 10_000_000;
/** A prime, so every number is met once before one is met again. */
const room = 89_999_999;
