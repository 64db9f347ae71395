/** How deep a JSON value nests: 0 for texts and numbers, 1 for an object without objects. Needs no stack, however deep. */
export function nestingDepth(value: unknown): number {
  let level = isNested(value) ? [value] : [];
  let depth = 0;
  while (level.length > 0) {
    depth += 1;
    const next: object[] = [];
    for (const one of level) {
      for (const inner of Object.values(one)) if (isNested(inner)) next.push(inner);
    }
    level = next;
  }
  return depth;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
