import type { JsonItem } from '../json-items.js';
import { nestingDepth } from '../nesting-depth.js';
import type { ImportedMessage } from './build-message.js';

/** A merged message as an item that intake validates, the text being what goes into the log. Spares reading the text again. */
export function importedItem(message: ImportedMessage): JsonItem {
  return { text: JSON.stringify(message), value: message, depth: nestingDepth(message) };
}
