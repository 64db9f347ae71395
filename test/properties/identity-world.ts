import { createHash } from 'node:crypto';
import { canonicalMatchKey } from '@throughline/core/resolve/canonical-match-key';
import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import { type GoldenTraitRule, traitChoices } from '@throughline/core/resolve/golden-trait-rule';
import type { Identifier } from '@throughline/core/resolve/identifier';
import type { NamespaceRule } from '@throughline/core/resolve/namespace-rule';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import fc from 'fast-check';

/** Whom a generated message names; each value is in the form in which it is stored. */
export interface Named {
  readonly user: string | undefined;
  readonly anonymous: string | undefined;
  readonly email: string | undefined;
  readonly card: string | undefined;
  readonly phone: string | undefined;
}

interface Said {
  readonly id: string;
  readonly source: 1 | 2 | 3;
  /** 0: live. Imports come from source 2, which is trusted most. */
  readonly import: 0 | 1 | 2 | 3;
  readonly isPublic: boolean;
  readonly atMs: number;
}

export type Message =
  | (Said & { readonly type: 'identify'; readonly named: Named; readonly traits: Readonly<Record<string, string>> })
  | (Said & { readonly type: 'track'; readonly named: Named; readonly channel: string })
  | (Said & { readonly type: 'group'; readonly named: Named; readonly group: string; readonly size: string })
  | (Said & { readonly type: 'alias'; readonly previous: string; readonly user: string });

export interface Decision {
  readonly type: 'decide';
  readonly id: string;
  readonly decision: 'same' | 'different';
  readonly a: Identifier;
  readonly b: Identifier;
  readonly atMs: number;
}

/** Which value of a trait is right for whoever has this identifier. */
export interface Settlement {
  readonly type: 'settle';
  readonly id: string;
  readonly on: Identifier;
  readonly trait: string;
  readonly value: string;
  readonly atMs: number;
}

export type Input = Message | Decision | Settlement;

export function isMessage(one: Input): one is Message {
  return one.type !== 'decide' && one.type !== 'settle';
}

export interface IdentityWorld {
  readonly inputs: readonly Input[];
  readonly ruleSet: RuleSet;
  /** What may be in force until a command brings `ruleSet`: they differ in limits, hubs, and in what messages are recorded under. */
  readonly earlierRuleSets: readonly RuleSet[];
  /** Steers orders, cuts and faults. */
  readonly seed: number;
}

const firstMs = Date.UTC(2026, 4, 1, 10);
const dayMs = 86_400_000;

/** Few people, much to say, tight limits: so that rules really refuse, ties occur and most messages meet others. */
export const identityWorlds: fc.Arbitrary<IdentityWorld> = fc
  .record({
    inputs: fc.array(input(), { minLength: 14, maxLength: 26 }),
    tight: tightness(),
    earlier: fc.tuple(tightness(), tightness()),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  })
  .map(({ inputs, tight, earlier, seed }) => ({
    inputs: withIds(inputs),
    ruleSet: tightRules(tight),
    earlierRuleSets: earlier.map(tightRules),
    seed,
  }));

/** Identifiers a message names, as the reader of the log finds them. */
export function identifiersOf(message: Message): readonly Identifier[] {
  if (message.type === 'alias')
    return [
      { namespace: 'user_id', value: message.user },
      { namespace: 'user_id', value: message.previous },
      { namespace: 'anonymous_id', value: message.previous },
    ];
  const { user, card, email, phone, anonymous } = message.named;
  return [
    ...(user === undefined ? [] : [{ namespace: 'user_id', value: user }]),
    ...(card === undefined ? [] : [{ namespace: 'loyalty_card', value: card }]),
    ...(email === undefined ? [] : [{ namespace: 'email', value: email }]),
    ...(phone === undefined ? [] : [{ namespace: 'phone', value: phone }]),
    ...(anonymous === undefined ? [] : [{ namespace: 'anonymous_id', value: anonymous }]),
  ];
}

/** Of those, the ones it may be recorded under: an alias call is recorded under the user it goes to. */
export function ownIdentifiersOf(message: Message): readonly Identifier[] {
  return message.type === 'alias' ? identifiersOf(message).slice(0, 1) : identifiersOf(message);
}

export function matchKeyOf(one: Message | Decision): string {
  const key =
    one.type === 'decide'
      ? canonicalMatchKey({
          source: 0,
          kind: one.decision,
          strength: 'decision',
          identifiers: [one.a, one.b],
          decision: one.id,
        })
      : canonicalMatchKey({
          source: one.source,
          kind: one.type === 'alias' ? 'alias' : 'message',
          strength: one.isPublic ? 'weak' : 'strong',
          identifiers: identifiersOf(one),
        });
  return createHash('sha256').update(key).digest('hex');
}

type Unnumbered = WithoutId<Input>;
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/**
 * Ids are the same for every run of a world; a decision's is a UUID. Live messages and imported ones have the same ids: they never meet, since
 * each import is a unit of its own.
 */
function withIds(inputs: readonly Unnumbered[]): readonly Input[] {
  const given = { decided: 0, live: 0, imported: 0 };
  return inputs.map((one) => {
    const kind = 'import' in one ? (one.import === 0 ? 'live' : 'imported') : 'decided';
    given[kind] += 1;
    const id =
      kind === 'decided' ? `00000000-0000-4000-8000-${String(given[kind]).padStart(12, '0')}` : `m${given[kind]}`;
    return { ...one, id } as Input;
  });
}

function input(): fc.Arbitrary<Unnumbered> {
  const atMs = fc.integer({ min: 0, max: 5 }).map((days) => firstMs + days * dayMs);
  const maybe = (values: readonly string[], weight: number) =>
    fc.oneof(
      { weight: 10 - weight, arbitrary: fc.constant(undefined) },
      { weight, arbitrary: fc.constantFrom(...values) },
    );
  const emails = ['e1@x.test', 'e2@x.test', 'e3@x.test'];
  const named = fc
    .record({
      user: maybe(['u1', 'u2', 'u3', 'u4'], 5),
      anonymous: maybe(['a1', 'a2', 'a3'], 4),
      email: maybe(emails, 4),
      card: maybe(['c1', 'c2'], 2),
      phone: maybe(['+4930123456', '+4930123457'], 2),
    })
    .filter((who) => Object.values(who).some((value) => value !== undefined));
  const anybody = fc.oneof(
    { weight: 9, arbitrary: named },
    {
      weight: 1,
      arbitrary: fc.constant<Named>({
        user: undefined,
        anonymous: undefined,
        email: undefined,
        card: undefined,
        phone: undefined,
      }),
    },
  );
  const origin = fc.constantFrom(
    { source: 1 as const, import: 0 as const, isPublic: false },
    { source: 1 as const, import: 0 as const, isPublic: false },
    { source: 2 as const, import: 0 as const, isPublic: false },
    { source: 2 as const, import: 1 as const, isPublic: false },
    { source: 2 as const, import: 1 as const, isPublic: false },
    { source: 2 as const, import: 2 as const, isPublic: false },
    { source: 3 as const, import: 0 as const, isPublic: true },
  );
  const said = <T>(more: fc.Arbitrary<T>) =>
    fc.tuple(origin, atMs, more).map(([from, at, own]) => ({ ...from, atMs: at, ...own }));
  const trait = fc.constantFrom('firstName', 'city', 'language');
  const value = fc.constantFrom('v1', 'v2', 'v30');
  const traits = fc.dictionary(trait, value, { maxKeys: 2 });
  const settled = fc.record({
    type: fc.constant('settle' as const),
    on: fc.constantFrom<Identifier>(
      { namespace: 'user_id', value: 'u1' },
      { namespace: 'email', value: 'e1@x.test' },
      { namespace: 'anonymous_id', value: 'a1' },
      { namespace: 'crm:later', value: 'k2' },
    ),
    trait,
    value: fc.constantFrom('v1', 'v4'),
    atMs,
  });
  const decided = fc
    .uniqueArray(
      fc.constantFrom<Identifier>(
        { namespace: 'user_id', value: 'u1' },
        { namespace: 'user_id', value: 'u2' },
        { namespace: 'email', value: 'e1@x.test' },
        { namespace: 'email', value: 'e2@x.test' },
        { namespace: 'anonymous_id', value: 'a1' },
        { namespace: 'crm:later', value: 'k1' },
      ),
      { minLength: 2, maxLength: 2, selector: ({ namespace, value }) => `${namespace}=${value}` },
    )
    .map(([a, b]) => ({ a: a as Identifier, b: b as Identifier }));
  return fc.oneof(
    { weight: 8, arbitrary: said(fc.record({ type: fc.constant('identify' as const), named, traits })) },
    {
      weight: 6,
      arbitrary: said(
        fc.record({ type: fc.constant('track' as const), named: anybody, channel: fc.constantFrom('store', 'web') }),
      ),
    },
    {
      weight: 1,
      arbitrary: said(
        fc.record({
          type: fc.constant('group' as const),
          named: anybody,
          group: fc.constantFrom('g1', 'g2'),
          size: fc.constantFrom('small', 'large'),
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: said(
        fc.record({
          type: fc.constant('alias' as const),
          previous: fc.constantFrom('u2', 'a1'),
          user: fc.constantFrom('u1', 'u3'),
        }),
      ),
    },
    { weight: 1, arbitrary: settled },
    {
      weight: 2,
      arbitrary: fc
        .tuple(decided, atMs, fc.constantFrom('same' as const, 'different' as const, 'different' as const))
        .map(([pair, at, decision]) => ({ type: 'decide' as const, decision, ...pair, atMs: at })),
    },
  );
}

interface Tightness {
  readonly emails: number | null;
  readonly cards: number | null;
  readonly users: number | null;
  readonly browsers: number | null;
  readonly maxEdges: number;
  /** Of limits on e-mail addresses. */
  readonly limitDays: number | null;
  readonly hubFrom: Readonly<Partial<Record<'email' | 'user_id' | 'loyalty_card' | 'anonymous_id', number>>>;
  readonly hubDays: number | null;
  /** Of e-mail addresses. */
  readonly hubNumbers: number | null;
  /** E-mail addresses that are one person's own. */
  readonly onePersons: readonly string[];
  readonly blocked: Readonly<Record<'email' | 'user_id' | 'anonymous_id', readonly string[]>>;
  /** Patterns of e-mail addresses. */
  readonly patterns: readonly string[];
  readonly priorities: Readonly<Record<string, number>>;
  readonly golden: RuleSet['goldenTraits'];
}

function tightness(): fc.Arbitrary<Tightness> {
  return fc.record({
    emails: fc.constantFrom(1, 2, null),
    cards: fc.constantFrom(1, null),
    users: fc.constantFrom(1, 1, 2, null),
    browsers: fc.constantFrom(1, null, null),
    maxEdges: fc.constantFrom(10, 10_000, 10_000),
    limitDays: fc.constantFrom(null, 1, 2),
    hubFrom: fc.constantFrom<Tightness['hubFrom']>(
      { email: 2, loyalty_card: 2, anonymous_id: 2 },
      { email: 2, user_id: 3, anonymous_id: 2 },
      { user_id: 2, anonymous_id: 2 },
      { email: 2, user_id: 2, loyalty_card: 2, anonymous_id: 2 },
    ),
    hubDays: fc.constantFrom(null, null, null, null, 1, 3),
    hubNumbers: fc.constantFrom(null, null, 2),
    onePersons: fc.constantFrom<readonly string[]>([], [], ['e2@x.test']),
    blocked: fc.record({
      email: fc.constantFrom<readonly string[]>([], [], ['e3@x.test'], ['e1@x.test', 'e2@x.test']),
      user_id: fc.constantFrom<readonly string[]>([], [], [], ['u1']),
      anonymous_id: fc.constantFrom<readonly string[]>([], [], [], ['a1', 'a2']),
    }),
    patterns: fc.constantFrom<readonly string[]>([], [], [], ['*@x.test']),
    priorities: fc.constantFrom<Readonly<Record<string, number>>>(
      {},
      {},
      {},
      { email: 110 },
      { anonymous_id: 120, email: 100 },
      { user_id: 5, loyalty_card: 20 },
    ),
    golden: fc.record({
      rules: fc.record({ city: traitRule(), firstName: traitRule() }),
      otherwise: fc.constantFrom('latest' as const, 'most-frequent' as const),
    }),
  });
}

function traitRule(): fc.Arbitrary<GoldenTraitRule> {
  const choose = fc.constantFrom(...traitChoices);
  return fc.oneof(
    choose,
    fc.record({ choose, sources: fc.constantFrom([sourceIdOf(3)], [sourceIdOf(1), sourceIdOf(3)]) }),
  );
}

/** Public ids of the sources 1 to 3. */
export function sourceIdOf(source: number): string {
  return `00000000-0000-4000-8000-1${String(source).padStart(11, '0')}`;
}

function tightRules(tight: Tightness): RuleSet {
  const ruleOf = (namespace: string): NamespaceRule => {
    const rule = defaultRuleSet.namespaces[namespace] ?? defaultRuleSet.otherNamespaces;
    return { ...rule, priority: tight.priorities[namespace] ?? rule.priority };
  };
  const blockedValues = (namespace: keyof Tightness['blocked']): string[] => [...tight.blocked[namespace]];
  const changed = (namespace: keyof Tightness['hubFrom'], change: Partial<NamespaceRule>): NamespaceRule => ({
    ...ruleOf(namespace),
    hubFromPeople: tight.hubFrom[namespace] ?? null,
    hubWithinDays: tight.hubDays,
    ...change,
  });
  return {
    ...defaultRuleSet,
    maxEdges: tight.maxEdges,
    goldenTraits: tight.golden,
    namespaces: {
      ...defaultRuleSet.namespaces,
      user_id: changed('user_id', { limitPerPersonAndSource: tight.users, blockedValues: blockedValues('user_id') }),
      email: changed('email', {
        limitPerPerson: tight.emails,
        limitWithinDays: tight.limitDays,
        hubFromNumbers: tight.hubNumbers,
        onePersonValues: [...tight.onePersons],
        blockedValues: blockedValues('email'),
        blockedPatterns: [...tight.patterns],
      }),
      loyalty_card: changed('loyalty_card', { limitPerPerson: tight.cards }),
      anonymous_id: changed('anonymous_id', {
        limitPerPerson: tight.browsers,
        blockedValues: blockedValues('anonymous_id'),
      }),
    },
  };
}
