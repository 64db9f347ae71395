import { hash } from 'node:crypto';

/** The id of something an import made: the same each time the import is read (UUID version 8, RFC 9562). */
export function importedId(importId: string, what: string): string {
  const hex = hash('sha256', `${importId} ${what}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
