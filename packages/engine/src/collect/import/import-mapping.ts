import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { parseMapping } from '@throughline/core/collect/mapping/parse-mapping';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { parseDocument } from 'yaml';

/** Reads a mapping file and compiles it once, so that whatever is wrong is said now. Errors: `mapping.invalid`. */
export function importMapping(text: string): Mapping {
  const document = parseDocument(text, { prettyErrors: true });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const [first] = fault.message.split('\n');
    throw new ThroughlineError('mapping.invalid', `the mapping is no YAML: ${first}`, { cause: fault });
  }
  const mapping = parseMapping(document.toJS({ maxAliasCount: 100 }));
  compileMapping(mapping);
  return mapping;
}
