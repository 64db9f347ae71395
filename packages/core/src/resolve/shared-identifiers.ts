import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';

/** An identifier that several sources know. */
export interface SharedIdentifier<R extends MatchRecord = MatchRecord> {
  readonly identifier: NodeRef;
  /** In the order in which they first named it. */
  readonly sources: readonly number[];
  /** When the second of them named it, ms: since then it joins what both know. */
  readonly at: number;
  /** The first record of each source. */
  readonly records: readonly R[];
}

/** Known by most sources first, then the strongest. */
export function sharedIdentifiers<R extends MatchRecord>(
  nodes: readonly NodeRef[],
  records: readonly R[],
  rules: JoinRules,
): readonly SharedIdentifier<R>[] {
  const firsts = new Map<number, Map<number, R>>(nodes.map(({ node }) => [node, new Map()]));
  for (const record of records) {
    if (record.kind === 'same' || record.kind === 'different') continue;
    for (const { node } of record.nodes) {
      const ofNode = firsts.get(node);
      const known = ofNode?.get(record.source);
      if (known === undefined || record.firstOccurredAt < known.firstOccurredAt) ofNode?.set(record.source, record);
    }
  }
  const shared = nodes.flatMap((identifier): readonly SharedIdentifier<R>[] => {
    const ordered = [...(firsts.get(identifier.node)?.values() ?? [])].sort(
      (a, b) => a.firstOccurredAt - b.firstOccurredAt || a.source - b.source,
    );
    const second = ordered[1];
    if (second === undefined) return [];
    return [{ identifier, sources: ordered.map(({ source }) => source), at: second.firstOccurredAt, records: ordered }];
  });
  return shared.sort(
    (a, b) => b.sources.length - a.sources.length || rules.compareStrength(a.identifier, b.identifier),
  );
}
