/** The word at a draw of 0 to 1: words that come early are much more common, as Müller is among names. */
export function oftenEarly<T>(words: readonly [T, ...T[]], draw: number): T {
  return words[Math.floor(draw ** 2.2 * words.length)] ?? words[0];
}
