import type { TraitClaim } from '@throughline/core/resolve/trait-claim';
import type { StoredClaim } from './claims.sql.js';

/** A claim as it is stored, as the functions of core take it. */
export function asClaim(row: StoredClaim): TraitClaim {
  return {
    node: row.node,
    trait: row.trait,
    source: row.source,
    sourceId: row.sourceId,
    trust: row.trust,
    value: JSON.parse(row.value),
    firstAt: row.firstAtMs,
    lastAt: row.lastAtMs,
    count: row.times,
    lastMessage: row.lastMessage,
  };
}
