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

const dayMs = 86_400_000;

/**
 * Few identifiers, many messages and tight limits, so that rules really refuse and some identifiers are seen with too many people; equal
 * times are common, so ties are too.
 */
export const worlds: fc.Arbitrary<World> = fc.record({
  messages: fc.array(messages(), { minLength: 6, maxLength: 14 }),
  ruleSet: fc
    .record({
      emails: fc.constantFrom(1, 2, null),
      cards: fc.constantFrom(1, 2, null),
      users: fc.constantFrom(1, 1, 2),
      browsers: fc.constantFrom(1, null, null),
      maxEdges: fc.constantFrom(4, 7, 10_000, 10_000, 10_000),
      limitDays: fc.constantFrom(null, null, 1, 2),
      hubFrom: fc.constantFrom<Tightness['hubFrom']>(
        {},
        { email: 2, anonymous_id: 2 },
        { email: 2, user_id: 2, anonymous_id: 2 },
        { email: 2, loyalty_card: 2, anonymous_id: 2 },
        { user_id: 3, email: 3 },
        { user_id: 2, email: 2, anonymous_id: 2 },
      ),
      hubDays: fc.constantFrom(null, null, 1, 3),
      hubNumbers: fc.constantFrom(null, null, 2, 3),
      onePersons: fc.constantFrom<readonly string[]>([], [], ['e1']),
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
  const at = fc.integer({ min: 0, max: 4 }).map((days) => days * dayMs);
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

interface Tightness {
  readonly emails: number | null;
  readonly cards: number | null;
  readonly users: number;
  readonly browsers: number | null;
  readonly maxEdges: number;
  /** Of limits on e-mail addresses and cards. */
  readonly limitDays: number | null;
  readonly hubFrom: Readonly<Partial<Record<'user_id' | 'email' | 'loyalty_card' | 'anonymous_id', number>>>;
  readonly hubDays: number | null;
  /** Of e-mail addresses and browsers. */
  readonly hubNumbers: number | null;
  /** E-mail addresses that are one person's own. */
  readonly onePersons: readonly string[];
  readonly blocked: readonly string[];
}

function tightRules(tight: Tightness): RuleSet {
  const { namespaces } = defaultRuleSet;
  const { limitDays: limitWithinDays, hubDays: hubWithinDays, hubNumbers: hubFromNumbers } = tight;
  const changed = (namespace: keyof Tightness['hubFrom'], change: Partial<NamespaceRule>): NamespaceRule => ({
    ...(namespaces[namespace] ?? defaultRuleSet.otherNamespaces),
    hubFromPeople: tight.hubFrom[namespace] ?? null,
    hubWithinDays,
    hubFromNumbers: null,
    ...change,
  });
  return {
    ...defaultRuleSet,
    maxEdges: tight.maxEdges,
    namespaces: {
      ...namespaces,
      user_id: changed('user_id', { limitPerPersonAndSource: tight.users }),
      email: changed('email', {
        hubFromNumbers,
        limitPerPerson: tight.emails,
        limitWithinDays,
        onePersonValues: [...tight.onePersons],
        blockedValues: [...tight.blocked],
      }),
      loyalty_card: changed('loyalty_card', { limitPerPerson: tight.cards, limitWithinDays }),
      anonymous_id: changed('anonymous_id', { limitPerPerson: tight.browsers, hubFromNumbers }),
    },
  };
}
