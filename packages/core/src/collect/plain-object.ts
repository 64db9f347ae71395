/** An object as JSON.parse makes it. Only fixed names are read from it; names that came from outside are never assigned to one. */
export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
