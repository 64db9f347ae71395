import { type Mark, markNames } from '@throughline/core/collect/interaction';
import type { MessageKind } from '@throughline/core/collect/message-kind';
import { messageKinds } from '@throughline/core/collect/message-kind';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import { type MessageReading, readMessage } from '@throughline/core/collect/read-message';
import type { SourceSettings } from '@throughline/core/collect/source-settings';
import { goldenTraits } from '@throughline/core/resolve/golden-traits';
import { homeNode } from '@throughline/core/resolve/home-node';
import type { Identifier } from '@throughline/core/resolve/identifier';
import { isRecognised } from '@throughline/core/resolve/is-recognised';
import type { JoinRules } from '@throughline/core/resolve/join-rules';
import type { JsonValue } from '@throughline/core/resolve/json-value';
import type { MatchRecord } from '@throughline/core/resolve/match-record';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import { normaliseIdentifier } from '@throughline/core/resolve/normalise-identifier';
import { personName } from '@throughline/core/resolve/person-name';
import { resolvePersons } from '@throughline/core/resolve/resolve-persons';
import type { TraitClaim } from '@throughline/core/resolve/trait-claim';
import type { SampleMessage, SampleSetAside } from '../../collect/import/staged/sample-messages.js';
import { logKind } from '../../collect/intake/log-row.js';
import { identifierKey } from '../batch/batch-nodes.js';
import { matchKey } from '../batch/read-batch.js';

export interface PreviewedInteraction {
  readonly line: number;
  readonly atMs: number;
  readonly interaction: NonNullable<MessageReading['interaction']>;
}

export interface PreviewedPerson {
  readonly name: string | null;
  readonly isRecognised: boolean;
  readonly identifiers: readonly Identifier[];
  readonly traits: Readonly<Record<string, unknown>>;
  /** Newest first. */
  readonly interactions: readonly PreviewedInteraction[];
}

export interface PreviewedPersons {
  /** Those with most interactions first. */
  readonly persons: readonly PreviewedPerson[];
  readonly interactions: number;
  /** Interactions that name nobody. */
  readonly withoutPerson: number;
  /** Interactions that count in no figure, by what they are marked as. */
  readonly marked: Readonly<Record<Mark, number>>;
  readonly setAside: readonly SampleSetAside[];
}

interface Read {
  readonly line: number;
  readonly atMs: number;
  readonly message: string;
  readonly reading: MessageReading;
  readonly nodes: readonly NodeRef[];
}

/** The persons that messages would make if they were all there is: the same functions that resolve the log, over the sample alone. */
export function previewPersons(
  messages: readonly SampleMessage[],
  source: SourceSettings,
  rules: JoinRules,
): PreviewedPersons {
  const nodes = new Map<string, NodeRef>();
  const setAside: SampleSetAside[] = [];
  const read: Read[] = [];
  for (const { line, row } of messages) {
    const kind = kindOf.get(row.kind);
    if (kind === undefined) continue;
    const body: unknown = JSON.parse(row.body);
    const reading = readMessage({ kind, body, timeFlags: row.timeFlags }, source, normaliseIdentifier);
    if (reading.type === 'set-aside') {
      const { code, values } = reading;
      setAside.push({ line, reason: { code, values } });
    } else {
      const named = reading.identifiers.map((identifier) => nodeOf(nodes, identifier));
      read.push({ line, atMs: row.occurredAtMs, message: row.message, reading, nodes: named });
    }
  }
  const all = [...nodes.values()];
  const { persons, cut } = resolvePersons({ nodes: all, records: recordsOf(read) }, rules);
  const cutNodes = new Set(cut.map(({ node }) => node.node));
  const isCut = (node: NodeRef) => cutNodes.has(node.node);
  const personOf = new Map(persons.flatMap((person, at) => person.nodes.map(({ node }) => [node, at] as const)));
  const own = persons.map((): { interactions: PreviewedInteraction[]; claims: TraitClaim[] } => ({
    interactions: [],
    claims: [],
  }));
  let withoutPerson = 0;
  let interactions = 0;
  const marked = { machine: 0, internal: 0, test: 0, void: 0 };
  for (const one of read) {
    const home = homeNode(one.nodes, isCut, rules);
    const { interaction, claims } = one.reading;
    if (interaction !== undefined) interactions += 1;
    for (const mark of markNames) if (interaction?.marks[mark] === true) marked[mark] += 1;
    if (home === undefined) {
      if (interaction !== undefined) withoutPerson += 1;
      continue;
    }
    const person = own[personOf.get(home.node) ?? -1];
    if (interaction !== undefined) person?.interactions.push({ line: one.line, atMs: one.atMs, interaction });
    for (const { trait, value } of claims) person?.claims.push(claimOf(one, home, trait, value));
  }
  const previewed = persons.map(({ nodes: identifiers }, at): PreviewedPerson => {
    const { interactions: mine, claims } = own[at] ?? { interactions: [], claims: [] };
    const golden = goldenTraits(claims, rules.ruleSet.goldenTraits);
    return {
      name: personName(golden) ?? null,
      isRecognised: isRecognised({ nodes: identifiers, claims, isCut }, rules),
      identifiers: [...identifiers].sort(rules.compareStrength).map(({ namespace, value }) => ({ namespace, value })),
      traits: Object.fromEntries(golden.map(({ trait, value }) => [trait, value])),
      interactions: mine.sort((a, b) => b.atMs - a.atMs),
    };
  });
  const sorted = previewed.sort((a, b) => b.interactions.length - a.interactions.length);
  return { persons: sorted, interactions, withoutPerson, marked, setAside };
}

const kindOf = new Map<number, MessageKind>(messageKinds.map((kind) => [logKind[kind], kind]));

function nodeOf(nodes: Map<string, NodeRef>, identifier: Identifier): NodeRef {
  const key = identifierKey(identifier);
  const known = nodes.get(key);
  if (known !== undefined) return known;
  const made = { ...identifier, node: nodes.size + 1 };
  nodes.set(key, made);
  return made;
}

function recordsOf(read: readonly Read[]): readonly MatchRecord[] {
  const records = new Map<string, MatchRecord>();
  for (const { nodes, atMs } of read) {
    if (nodes.length === 0) continue;
    const said = { source: 1, kind: 'message', strength: 'strong' } as const;
    const key = matchKey({ ...said, identifiers: nodes });
    const known = records.get(key);
    const firstOccurredAt = Math.min(atMs, known?.firstOccurredAt ?? atMs);
    records.set(key, { ...said, key, nodes, firstOccurredAt });
  }
  return [...records.values()];
}

function claimOf({ atMs, message }: Read, { node }: NodeRef, trait: string, value: unknown): TraitClaim {
  return {
    node,
    trait,
    source: 1,
    sourceId: '',
    trust: 50,
    value: (isPlainObject(value) || value !== undefined ? value : null) as JsonValue,
    firstAt: atMs,
    lastAt: atMs,
    count: 1,
    lastMessage: message,
  };
}
