import { sourceNamed } from '../source-named.js';
import type { FileDesign, SystemDesign } from '../system-design.js';

/** What the company keeps in lists of its own. */
export function operations(files: readonly FileDesign[]): SystemDesign {
  return {
    key: 'operations',
    kind: 'later',
    about: 'lists that people in the company keep',
    source: sourceNamed('Operations', { channel: 'store', team: 'Operations', trust: 40, zone: 'UTC' }),
    files,
  };
}
