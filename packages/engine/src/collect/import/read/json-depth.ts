/** How deep a value nests; an object without objects is 1, a text 0. Cells of JSON lines were parsed before, so their depth is bounded. */
export function jsonDepth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, jsonDepth(inner));
  return deepest + 1;
}
