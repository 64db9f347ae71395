import type { GoldenTrait } from '@throughline/core/resolve/golden-trait';
import { identifierLabel } from '@throughline/core/resolve/identifier-label';
import { personOpening } from '@throughline/core/resolve/person-opening';
import type { Wording } from '@throughline/core/resolve/wording';
import type { Words } from '@throughline/core/words/words';
import type { ClientBase } from 'pg';
import { type ExplainedPerson, explainedPerson } from './explained-person.js';
import type { IdentityFrame } from './identity-frame.js';
import { loadComponent } from './load-component.js';
import { type FoundPerson, readStoredPerson, type StoredPerson } from './person.sql.js';
import type { PersonAnswer } from './person-schema.js';
import { readGroups } from './read-groups.js';

/** Everything about one person but the interactions. `id` is the one asked for. */
export async function readPerson(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  found: FoundPerson & { readonly id: string },
  nowMs: number,
  words: Words,
): Promise<PersonAnswer> {
  const stored = await readStoredPerson(client, workspace, found.person);
  if (stored === undefined) throw new Error(`person ${found.person} has identifiers and no row`);
  const wording: Wording = { words, sourceName: frame.sourceName, zone: frame.zone, now: nowMs };
  const component = await loadComponent(client, workspace, frame, [found.person]);
  const explained = explainedPerson(component, found.person, frame, wording);
  const golden = asGolden(stored.golden);
  const channels = frame.channelNames(stored.channels);
  return {
    person: {
      id: found.id,
      currentId: found.currentId,
      name: stored.name,
      recognised: stored.recognised,
      identifiers: knownBy(explained, frame),
      traits: Object.fromEntries(golden.map(({ trait, value }) => [trait, value])),
      golden: golden.map((one) => ({
        ...claim(one, frame),
        trait: one.trait,
        rule: one.rule,
        conflicts: one.conflicts.map((other) => claim(other, frame)),
      })),
      channels,
      interactions: stored.interactions,
      firstAt: stored.firstAt?.toISOString() ?? null,
      lastAt: stored.lastAt?.toISOString() ?? null,
      groups: await readGroups(client, workspace, found.person, frame),
    },
    sure: [explained.opening, ...explained.sharedWithOthers],
    opening: opening(stored, explained, channels.length, wording),
  };
}

/** The worker writes nothing else there. */
function asGolden(stored: unknown): readonly GoldenTrait[] {
  return stored as readonly GoldenTrait[];
}

function claim({ value, source, at }: Pick<GoldenTrait, 'value' | 'source' | 'at'>, frame: IdentityFrame) {
  return { value, source: frame.sourceName(source), at: new Date(at).toISOString() };
}

/** Each identifier with the sources whose messages name it, in the order in which they first did. */
function knownBy({ nodes, records }: ExplainedPerson, frame: IdentityFrame): PersonAnswer['person']['identifiers'] {
  const firstOf = new Map(
    nodes.map(({ node }) => [node, { atMs: Number.POSITIVE_INFINITY, sources: new Set<number>() }]),
  );
  for (const record of [...records].sort((a, b) => a.firstOccurredAt - b.firstOccurredAt)) {
    for (const { node } of record.nodes) {
      const first = firstOf.get(node);
      if (first === undefined) continue;
      first.atMs = Math.min(first.atMs, record.firstOccurredAt);
      if (record.kind === 'message' || record.kind === 'alias') first.sources.add(record.source);
    }
  }
  return nodes.flatMap(({ node, namespace, value }) => {
    const first = firstOf.get(node);
    if (first === undefined) return [];
    const firstAt = Number.isFinite(first.atMs) ? new Date(first.atMs).toISOString() : null;
    return [{ namespace, value, firstAt, sources: [...first.sources].map(frame.sourceName) }];
  });
}

function opening(stored: StoredPerson, explained: ExplainedPerson, channels: number, wording: Wording): string {
  const [best] = stored.recognised ? explained.nodes : [];
  return personOpening(
    {
      name: stored.name ?? (best === undefined ? undefined : identifierLabel(best, wording.words)),
      recognised: stored.recognised,
      interactions: stored.interactions,
      channels,
      firstAt: stored.firstAt?.getTime(),
      lastAt: stored.lastAt?.getTime(),
      certainty: explained.certainty,
    },
    wording,
  );
}
