import { createHash } from 'node:crypto';
import { canonicalJson } from '@throughline/core/resolve/canonical-json';
import { goldenTraits } from '@throughline/core/resolve/golden-traits';
import { homeNode } from '@throughline/core/resolve/home-node';
import { isRecognised } from '@throughline/core/resolve/is-recognised';
import { joinRules } from '@throughline/core/resolve/join-rules';
import type { MatchRecord } from '@throughline/core/resolve/match-record';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import { personName } from '@throughline/core/resolve/person-name';
import { resolvePersons } from '@throughline/core/resolve/resolve-persons';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import type { TraitClaim } from '@throughline/core/resolve/trait-claim';
import type { SettledTrait } from '@throughline/core/resolve/traits/settled-trait';
import { type Input, identifiersOf, type Message, matchKeyOf, ownIdentifiersOf, sourceIdOf } from './identity-world.js';

/** A person without numbers: comparable between workspaces. */
export interface ComparablePerson {
  /** Sorted. */
  readonly identifiers: readonly string[];
  readonly recognised: boolean;
  readonly name: string | null;
  readonly golden: string;
  readonly interactions: number;
}

export interface ExpectedPersons {
  /** By identifiers. */
  readonly persons: readonly ComparablePerson[];
  /** Refused joins as `key a b`, sorted. */
  readonly refused: readonly string[];
  readonly hubs: number;
}

export const trustOf: Readonly<Record<number, number>> = { 1: 50, 2: 80, 3: 30 };

/**
 * Who everybody is, worked out from the whole set at once by core, without any store; `undone` is the key of a match that was taken back,
 * while what was recorded stays.
 */
export function expectedPersons(inputs: readonly Input[], ruleSet: RuleSet, undone?: string): ExpectedPersons {
  const rules = joinRules(ruleSet);
  const nodes = new Map<string, NodeRef>();
  const nodeOf = (identifier: { namespace: string; value: string }): NodeRef => {
    const key = `${identifier.namespace}=${identifier.value}`;
    const node = nodes.get(key) ?? { ...identifier, node: nodes.size + 1 };
    nodes.set(key, node);
    return node;
  };
  const records = new Map<string, MatchRecord>();
  const claims = new Map<string, TraitClaim>();
  const interactions = new Map<number, number>();
  const settled: SettledTrait[] = [];
  for (const one of inputs) {
    if (one.type === 'settle') {
      const { id, on, trait, value, atMs } = one;
      settled.push({ id, node: nodeOf(on).node, trait, value, at: atMs });
      continue;
    }
    const named = one.type === 'decide' ? [one.a, one.b] : identifiersOf(one);
    if (named.length === 0) continue;
    const key = matchKeyOf(one);
    const known = records.get(key);
    const nodesNamed = named.map(nodeOf);
    if (key !== undone)
      records.set(key, {
        key,
        source: one.type === 'decide' ? 0 : one.source,
        kind: one.type === 'decide' ? one.decision : one.type === 'alias' ? 'alias' : 'message',
        strength: one.type === 'decide' ? 'decision' : one.isPublic ? 'weak' : 'strong',
        firstOccurredAt: Math.min(one.atMs, known?.firstOccurredAt ?? one.atMs),
        nodes: nodesNamed,
      });
    if (one.type === 'decide') continue;
    const home = homeNode(ownIdentifiersOf(one).map(nodeOf), rules.isBlocked, rules);
    if (home === undefined) continue;
    if (one.type === 'track') interactions.set(home.node, (interactions.get(home.node) ?? 0) + 1);
    for (const [trait, value] of traitsOf(one)) addClaim(claims, home.node, one, trait, value);
  }
  const resolved = resolvePersons({ nodes: [...nodes.values()], records: [...records.values()] }, rules);
  const cut = new Set(resolved.cut.map(({ node }) => node.node));
  const persons = resolved.persons.map(({ nodes: members }): ComparablePerson => {
    const numbers = new Set(members.map(({ node }) => node));
    const own = [...claims.values()].filter(({ node }) => numbers.has(node));
    const golden = goldenTraits(
      own,
      ruleSet.goldenTraits,
      settled.filter(({ node }) => numbers.has(node)),
    );
    return {
      identifiers: members.map(({ namespace, value }) => `${namespace}=${value}`).sort(),
      recognised: isRecognised({ nodes: members, claims: own, isCut: ({ node }) => cut.has(node) }, rules),
      name: personName(golden) ?? null,
      golden: canonicalJson(JSON.parse(JSON.stringify(golden))),
      interactions: members.reduce((sum, { node }) => sum + (interactions.get(node) ?? 0), 0),
    };
  });
  return {
    persons: persons.sort(byIdentifiers),
    hubs: resolved.cut.filter(({ reason }) => reason === 'hub').length,
    refused: [...new Set(resolved.refused.map(({ record, a, b }) => `${record.key} ${nameOf(a)} ${nameOf(b)}`))].sort(),
  };
}

const nameOf = ({ namespace, value }: NodeRef): string => `${namespace}=${value}`;

export function byIdentifiers(a: ComparablePerson, b: ComparablePerson): number {
  const [one = '', other = ''] = [a.identifiers[0], b.identifiers[0]];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Identify calls claim their traits, e-mail and phone among them. */
export function traitsOf(message: Message): readonly (readonly [string, string])[] {
  if (message.type !== 'identify') return contextTraitsOf(message);
  return [...Object.entries(message.traits), ...contactTraits(message.named)];
}

function contextTraitsOf(message: Message): readonly (readonly [string, string])[] {
  return message.type === 'alias' ? [] : contactTraits(message.named);
}

function contactTraits({ email, phone }: { email: string | undefined; phone: string | undefined }) {
  return [
    ...(email === undefined ? [] : [['email', email] as const]),
    ...(phone === undefined ? [] : [['phone', phone] as const]),
  ];
}

function addClaim(claims: Map<string, TraitClaim>, node: number, message: Message, trait: string, value: string): void {
  const key = [node, message.source, message.import, trait, value].join('/');
  const known = claims.get(key);
  const lastMessage = uuidOf(message.id);
  const isLater =
    known === undefined ||
    message.atMs > known.lastAt ||
    (message.atMs === known.lastAt && lastMessage > known.lastMessage);
  claims.set(key, {
    node,
    trait,
    source: message.source,
    sourceId: sourceIdOf(message.source),
    trust: trustOf[message.source] ?? 0,
    value,
    firstAt: Math.min(message.atMs, known?.firstAt ?? message.atMs),
    lastAt: Math.max(message.atMs, known?.lastAt ?? message.atMs),
    count: (known?.count ?? 0) + 1,
    lastMessage: isLater ? lastMessage : known.lastMessage,
  });
}

function uuidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
