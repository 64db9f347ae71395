import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalMatchKey } from './canonical-match-key.js';
import { defaultRuleSet } from './default-rule-set.js';
import type { Identifier } from './identifier.js';
import type { MatchKind, MatchRecord, MatchStrength } from './match-record.js';
import type { NamespaceRule } from './namespace-rule.js';
import type { NodeRef } from './node-ref.js';
import type { RuleSet } from './rule-set.js';

export interface Message {
  readonly source: number;
  readonly kind: MatchKind;
  readonly strength: MatchStrength;
  readonly at: number;
  readonly identifiers: readonly Identifier[];
}

export interface World {
  readonly messages: readonly Message[];
  readonly ruleSet: RuleSet;
}

/** Few identifiers, many messages and tight limits, so that rules really refuse; equal times are common, so ties are too. */
export const worlds: fc.Arbitrary<World> = fc.record({
  messages: fc.array(messages(), { minLength: 3, maxLength: 14 }),
  ruleSet: fc
    .record({
      emails: fc.constantFrom(1, 2, null),
      cards: fc.constantFrom(1, 2, null),
      users: fc.constantFrom(1, 1, 2),
      browsers: fc.constantFrom(1, null, null),
      maxEdges: fc.constantFrom(4, 7, 10_000, 10_000, 10_000),
      blocked: fc.constantFrom<readonly string[]>([], ['e3']),
    })
    .map(tightRules),
});

/** Records and nodes as they would be stored after these messages came in this order. */
export function stored(messages: readonly Message[]): {
  readonly nodes: readonly NodeRef[];
  readonly records: readonly MatchRecord[];
} {
  const nodes = new Map<string, NodeRef>();
  const records = new Map<string, MatchRecord>();
  for (const message of messages) {
    for (const { namespace, value } of message.identifiers) {
      const name = `${namespace}:${value}`;
      if (!nodes.has(name)) nodes.set(name, { namespace, value, node: nodes.size + 1 });
    }
    const key = keyOf(message);
    const earliest = Math.min(message.at, records.get(key)?.firstOccurredAt ?? message.at);
    const named = message.identifiers.flatMap(({ namespace, value }) => nodes.get(`${namespace}:${value}`) ?? []);
    records.set(key, {
      key,
      source: message.source,
      kind: message.kind,
      strength: message.strength,
      firstOccurredAt: earliest,
      nodes: named,
    });
  }
  return { nodes: [...nodes.values()], records: [...records.values()] };
}

export function keyOf(message: Message): string {
  return createHash('sha256').update(canonicalMatchKey(message)).digest('hex');
}

/** Who is with whom, without node numbers. */
export function partition(persons: readonly { readonly nodes: readonly NodeRef[] }[]): readonly string[] {
  return persons.map(({ nodes }) => nodes.map(nameOf).sort().join(' ')).sort();
}

export function nameOf({ namespace, value }: Identifier): string {
  return `${namespace}:${value}`;
}

function messages(): fc.Arbitrary<Message> {
  const at = fc.integer({ min: 0, max: 4 });
  const identifier = fc.constantFrom(
    ...['u1', 'u2', 'u3'].map((value) => ({ namespace: 'user_id', value })),
    ...['e1', 'e2', 'e3'].map((value) => ({ namespace: 'email', value })),
    ...['c1', 'c2'].map((value) => ({ namespace: 'loyalty_card', value })),
    ...['a1', 'a2'].map((value) => ({ namespace: 'anonymous_id', value })),
    { namespace: 'receipt', value: 'r1' },
  );
  const named = (minLength: number, maxLength: number) =>
    fc.uniqueArray(identifier, { minLength, maxLength, selector: nameOf });
  const source = fc.integer({ min: 1, max: 3 });
  const said = (kind: MatchKind, strengths: readonly MatchStrength[], identifiers: fc.Arbitrary<Identifier[]>) =>
    fc.record({ source, kind: fc.constant(kind), strength: fc.constantFrom(...strengths), at, identifiers });
  return fc.oneof(
    { weight: 12, arbitrary: said('message', ['strong', 'strong', 'weak'], named(1, 3)) },
    { weight: 1, arbitrary: said('alias', ['strong', 'weak'], named(2, 2)) },
    { weight: 1, arbitrary: said('same', ['decision'], named(2, 2)) },
    { weight: 2, arbitrary: said('different', ['decision'], named(2, 2)) },
  );
}

function tightRules(tight: {
  readonly emails: number | null;
  readonly cards: number | null;
  readonly users: number;
  readonly browsers: number | null;
  readonly maxEdges: number;
  readonly blocked: readonly string[];
}): RuleSet {
  const { namespaces } = defaultRuleSet;
  const changed = (namespace: string, change: Partial<NamespaceRule>): NamespaceRule => ({
    ...(namespaces[namespace] ?? defaultRuleSet.otherNamespaces),
    ...change,
  });
  return {
    ...defaultRuleSet,
    maxEdges: tight.maxEdges,
    namespaces: {
      ...namespaces,
      user_id: changed('user_id', { limitPerPersonAndSource: tight.users }),
      email: changed('email', { limitPerPerson: tight.emails, blockedValues: [...tight.blocked] }),
      loyalty_card: changed('loyalty_card', { limitPerPerson: tight.cards }),
      anonymous_id: changed('anonymous_id', { limitPerPerson: tight.browsers }),
    },
  };
}
