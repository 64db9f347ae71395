import type { NodeRef } from './node-ref.js';

export type MatchKind = 'message' | 'alias' | 'same' | 'different';

/** decision: a person said so. strong: a server key or an import. weak: a public key, which anybody can copy out of a page. */
export type MatchStrength = 'decision' | 'strong' | 'weak';

/**
 * One reason to hold identifiers for one person (or, kind `different`, for different persons: any two of those it names).
 *
 * A record stands for all messages of one source and one import that named exactly these identifiers with this kind and strength;
 * `firstOccurredAt` (ms) is the earliest of them. Records with one identifier join nothing but say that the source knows it.
 */
export interface MatchRecord {
  /** Hex SHA-256 of `canonicalMatchKey`. */
  readonly key: string;
  readonly source: number;
  readonly kind: MatchKind;
  readonly strength: MatchStrength;
  readonly firstOccurredAt: number;
  readonly nodes: readonly NodeRef[];
}
