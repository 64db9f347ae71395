/// <reference lib="es2024.string" />
import type { JsonItem } from './json-items.js';

/**
 * True if a name or text in the item holds U+0000 or half of a surrogate pair: PostgreSQL refuses the one, UTF-8 has no bytes for the other.
 * Only items that write such an escape are searched.
 */
export function isUnstorable(item: JsonItem): boolean {
  return (
    (item.text.includes('\\u') && riskyEscape.test(item.text) && holdsUnstorable(item.value)) ||
    !item.text.isWellFormed()
  );
}

const riskyEscape = /\\u(?:0000|d[89a-f])/i;

function holdsUnstorable(root: unknown): boolean {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) return true;
    } else if (Array.isArray(value)) {
      for (const one of value) open.push(one);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) open.push(name, one);
    }
  }
  return false;
}
