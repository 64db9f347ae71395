import type { Sync } from '../../../api/syncs.js';
import { word } from '../../../words/word.js';

/** What a person should know first of the tables that are read again and again; undefined where there are none. */
export function syncFinding(syncs: readonly Sync[]): string | undefined {
  if (syncs.length === 0) return undefined;
  const waiting = syncs.filter(({ state }) => state === 'held' || state === 'draft').length;
  const failing = syncs.filter(({ state, problem }) => state === 'active' && problem !== null).length;
  return word('sync.finding', { count: syncs.length, waiting, failing });
}
