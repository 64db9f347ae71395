import { z } from 'zod';
import { mappingSchema } from './mapping.js';

/** JSON Schema (2020-12) of mapping files, for editors and the API. */
export function mappingJsonSchema(): Readonly<Record<string, unknown>> {
  return { ...z.toJSONSchema(mappingSchema), title: 'Throughline import mapping' };
}
