import { isPlainObject } from '@throughline/core/collect/plain-object';

/** Takes an object's values by column: its own property of that name, else the path its dots describe (`customer.email`). */
export function cellsOfObject(
  columns: readonly string[],
): (object: Readonly<Record<string, unknown>>) => readonly unknown[] {
  const paths = columns.map((column) => ({ column, steps: column.split('.') }));
  return (object) =>
    paths.map(({ column, steps }) => (Object.hasOwn(object, column) ? object[column] : follow(object, steps)));
}

function follow(object: unknown, steps: readonly string[]): unknown {
  let value: unknown = object;
  for (const step of steps) {
    if (!isPlainObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}
