import type { ClientBase } from 'pg';
import { z } from 'zod';
import type { IdentityFrame } from './identity-frame.js';
import { identifierBeginnings, identifiersMeant } from './meant-identifiers.js';
import { readCursor, writeCursor } from './page-cursor.js';
import { findByIdentifiers, findByName, findByPrefix } from './search.sql.js';

/*
 * Finds persons by what somebody types, each once, in this order:
 *
 *   exact ──► by the beginning of the name ──► by the beginning of an identifier
 *
 * Who is found by a whole e-mail address or phone number was meant; nothing else is looked for then. Otherwise the exact ones are few, come on
 * the first page, and are looked up again for each page, to leave them out of it. A page that ends amid one
 * of the later two has its place as cursor, so no page costs more than the first.
 */

const cursorSchema = z.union([
  z.object({ name: z.string(), person: z.number() }),
  z.object({ range: z.number(), value: z.string().nullable() }),
]);
type Place = z.infer<typeof cursorSchema>;

export interface Search {
  readonly q: string;
  /** Customers alone, visitors alone, or (undefined) both. Of visitors alone the durable identifiers are not searched by their beginning, of customers alone the others. */
  readonly recognised: boolean | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
}

export async function searchCustomers(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  search: Search,
): Promise<{ readonly persons: readonly number[]; readonly next: string | null }> {
  const { q, recognised, limit } = search;
  const wanted = identifiersMeant(frame, q);
  const exact = await findByIdentifiers(client, workspace, wanted, recognised);
  if (exact.length > 0 && wanted.some(({ isUnmistakable }) => isUnmistakable)) return { persons: exact, next: null };
  let place: Place | undefined = readCursor(cursorSchema, search.cursor);
  const found: number[] = place === undefined ? [...exact] : [];
  if (place === undefined || 'name' in place) {
    const rows = await findByName(client, {
      prefix: q,
      recognised: recognised === undefined ? [true, false] : [recognised],
      except: exact,
      after: place,
      limit: Math.max(1, limit - found.length),
    });
    for (const row of rows) found.push(row.person);
    const last = rows.at(-1);
    if (last !== undefined && found.length >= limit) return { persons: found, next: writeCursor(last) };
    place = { range: 0, value: null };
  }
  const ranges = identifierBeginnings(frame, q, recognised);
  while (found.length < limit) {
    const after = place.value === null ? undefined : { range: place.range, value: place.value };
    const hits = await findByPrefix(client, workspace, { ranges, recognised, name: q, except: exact, after, limit });
    for (const hit of hits) {
      if (found.length >= limit) return { persons: found, next: writeCursor(place) };
      if (hit.isNew) found.push(hit.person);
      place = { range: hit.range, value: hit.value };
    }
    if (hits.length < limit) return { persons: found, next: null };
  }
  return { persons: found, next: writeCursor(place) };
}
