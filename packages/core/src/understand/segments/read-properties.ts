import { isPlainObject } from '../../collect/plain-object.js';
import type { JsonValue } from '../../resolve/json-value.js';

/**
 * The properties of an interaction. Those with a number that no engine holds (a whole one beyond 64 bits, or beyond a double) cannot be
 * read by the analytics engine at all, so they count as none here as well.
 */
export function readProperties(json: string): JsonValue {
  return hasUnreadableNumber(json) ? {} : (JSON.parse(json) as JsonValue);
}

/** The value at the end of the path through objects; undefined: there is none. */
export function propertyAt(properties: JsonValue, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = properties;
  for (const name of path) {
    if (!isPlainObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name] as JsonValue;
  }
  return value;
}

function hasUnreadableNumber(json: string): boolean {
  if (!suspicious.test(json)) return false;
  const numbers = json.replace(strings, '""').match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g) ?? [];
  return numbers.some((text) => {
    if (!/^-?\d+$/.test(text)) return !Number.isFinite(Number(text));
    const whole = BigInt(text);
    return whole > largest || whole < smallest;
  });
}

const suspicious = /\d{19}|\d[eE]/;
const strings = /"(?:[^"\\]|\\.)*"/g;
const largest = 2n ** 64n - 1n;
const smallest = -(2n ** 63n);
