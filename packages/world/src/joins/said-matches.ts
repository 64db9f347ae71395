import { canonicalMatchKey } from '@throughline/core/resolve/canonical-match-key';
import type { MatchRecord } from '@throughline/core/resolve/match-record';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import type { Naming } from './namings-of.js';

/** Who was named together, as the engine stores it. */
export interface SaidMatches {
  readonly nodes: readonly NodeRef[];
  readonly records: readonly MatchRecord[];
}

/** The matches that messages make: one for all that name the same, with the earliest time. `hash` is that of the engine's keys. */
export function saidMatches(namings: Iterable<Naming>, hash: (text: string) => string): SaidMatches {
  const nodes = new Map<string, NodeRef>();
  const records = new Map<string, MatchRecord>();
  for (const { source, occurredAtMs, identifiers } of namings) {
    if (identifiers.length === 0) continue;
    const said = { source, kind: 'message', strength: 'strong', identifiers } as const;
    const text = canonicalMatchKey(said);
    const known = records.get(text);
    if (known === undefined) {
      const named = identifiers.map(({ namespace, value }) => {
        const name = `${namespace} ${value}`;
        const node = nodes.get(name) ?? { node: nodes.size + 1, namespace, value };
        nodes.set(name, node);
        return node;
      });
      const { kind, strength } = said;
      records.set(text, { key: hash(text), source, kind, strength, firstOccurredAt: occurredAtMs, nodes: named });
    } else if (occurredAtMs < known.firstOccurredAt) records.set(text, { ...known, firstOccurredAt: occurredAtMs });
  }
  return { nodes: [...nodes.values()], records: [...records.values()] };
}
