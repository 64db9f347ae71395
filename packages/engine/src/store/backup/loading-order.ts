import type { StoredTable } from './tables.sql.js';

/** What is referred to before what refers to it, else by name. */
export function loadingOrder(tables: readonly StoredTable[]): readonly StoredTable[] {
  const ordered: StoredTable[] = [];
  const placed = new Set<string>();
  const known = new Set(tables.map(placeOf));
  for (let left = tables; left.length > 0; ) {
    const ready = left.filter((table) => table.parents.every((parent) => placed.has(parent) || !known.has(parent)));
    if (ready.length === 0)
      throw new Error(`these tables refer to each other in a circle: ${left.map(placeOf).join(', ')}`);
    ordered.push(...ready);
    for (const table of ready) placed.add(placeOf(table));
    left = left.filter((table) => !placed.has(placeOf(table)));
  }
  return ordered;
}

export function placeOf(table: { readonly schema: string; readonly name: string }): string {
  return `${table.schema}.${table.name}`;
}
