/** Counted up from line to line, as things that happen one after the other are. */
export function isRising(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(/\d+$/.exec(text)?.[0]));
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0));
  return steps.length > 4 && steps.filter((step) => step >= 0).length > 0.95 * steps.length;
}
