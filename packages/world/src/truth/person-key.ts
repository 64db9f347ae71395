/** How the truth calls a human; no system knows it. */
export function personKey(number: number): string {
  return `P${String(number + 1).padStart(7, '0')}`;
}
