import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { sourceNamed } from '../source-named.js';
import type { FileDesign, SystemDesign } from '../system-design.js';

const name = 'Operations';
const zone = 'Europe/Berlin';

/** What the company keeps in lists of its own; most of it is about no customer. */
export function operations(files: readonly FileDesign[]): SystemDesign {
  return {
    key: 'operations',
    kind: 'import',
    about: 'lists that people in the company keep: what was counted, what happened, what advertising cost',
    source: sourceNamed(name, { channel: 'store', team: 'Operations', trust: 40, zone }),
    files,
  };
}

/** The mapping of one of its lists. */
export function listMapping(...rows: Mapping['rows']): Mapping {
  return { version: 1, source: name, file: { format: 'csv' }, zone, currency: 'EUR', channel: 'store', rows };
}
