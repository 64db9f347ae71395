import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { z } from 'zod';

/** Where a page ended, as an opaque text that fits into an address. */
export function writeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads what `writeCursor` wrote; undefined if none was given. Error: `request.invalid`. */
export function readCursor<T>(schema: z.ZodType<T>, cursor: string | undefined): T | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new ThroughlineError('request.invalid', 'cursor: take it from "next" of the page before, unchanged', {
      cause,
    });
  }
}
