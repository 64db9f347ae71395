import { globMatcher } from '../collect/glob-matcher.js';
import { compareIdentifiers } from './compare-identifiers.js';
import type { Identifier } from './identifier.js';
import { reservedNamespaces } from './namespace-name.js';
import type { NamespaceRule } from './namespace-rule.js';
import type { RuleSet } from './rule-set.js';

/** A rule set made ready for asking: build it once per version, ask it millions of times. */
export interface JoinRules {
  readonly ruleSet: RuleSet;
  ruleOf(namespace: string): NamespaceRule;
  /** Blocked identifiers never join; what hangs on one alone stays there. */
  isBlocked(identifier: Identifier): boolean;
  isDurable(identifier: Identifier): boolean;
  /** Somebody said that it is one person's own, with however many people it is seen. */
  isOnePersons(identifier: Identifier): boolean;
  /** One person has one of these, in each source at least: two of them are two people, unless somebody declared them to be one account. */
  hasOneEach(namespace: string): boolean;
  /** Nothing is a hub where no more than this many nodes hang together. */
  readonly fewestForHub: number;
  /**
   * With no more than this many nodes, an earlier time of a known record changes nothing but the order in which joins are taken: it
   * brings nothing into a window of days.
   */
  readonly fewestForWindow: number;
  /** Strongest first: priority, then namespace, then value. Negative when `a` is the stronger. */
  compareStrength(a: Identifier, b: Identifier): number;
}

export function joinRules(ruleSet: RuleSet): JoinRules {
  const ready = new Map<string, ReadyRule>();
  const readyRule = (namespace: string): ReadyRule => {
    const known = ready.get(namespace);
    if (known !== undefined) return known;
    const made = makeReady(ruleSet, namespace);
    ready.set(namespace, made);
    return made;
  };
  return {
    ruleSet,
    ruleOf: (namespace) => readyRule(namespace).rule,
    isBlocked: ({ namespace, value }) => readyRule(namespace).blocks(value),
    isDurable: ({ namespace }) => readyRule(namespace).rule.durable,
    isOnePersons: ({ namespace, value }) => readyRule(namespace).isOnePersons(value),
    hasOneEach: (namespace) => {
      const { limitPerPerson, limitPerPersonAndSource } = readyRule(namespace).rule;
      return limitPerPerson === 1 || limitPerPersonAndSource === 1;
    },
    fewestForHub: least(ruleSet, ({ hubFromPeople, hubFromNumbers }) =>
      Math.min(hubFromPeople ?? Number.POSITIVE_INFINITY, hubFromNumbers ?? Number.POSITIVE_INFINITY),
    ),
    fewestForWindow: least(ruleSet, (rule) =>
      rule.limitWithinDays === null
        ? rule.hubWithinDays === null
          ? null
          : rule.hubFromPeople
        : Math.min(rule.limitPerPerson ?? Number.POSITIVE_INFINITY, rule.hubFromPeople ?? Number.POSITIVE_INFINITY),
    ),
    compareStrength: (a, b) =>
      a.namespace === b.namespace
        ? compareIdentifiers(a, b)
        : readyRule(b.namespace).rule.priority - readyRule(a.namespace).rule.priority || compareIdentifiers(a, b),
  };
}

function least(ruleSet: RuleSet, of: (rule: NamespaceRule) => number | null): number {
  const rules = [...Object.values(ruleSet.namespaces), ruleSet.otherNamespaces];
  return Math.min(...rules.map((rule) => of(rule) ?? Number.POSITIVE_INFINITY));
}

interface ReadyRule {
  readonly rule: NamespaceRule;
  readonly isOnePersons: (value: string) => boolean;
  readonly blocks: (value: string) => boolean;
}

function makeReady(ruleSet: RuleSet, namespace: string): ReadyRule {
  const family = `${namespace.split(':', 1)[0]}:*`;
  const named = [namespace, family].find((name) => Object.hasOwn(ruleSet.namespaces, name));
  const rule = (named === undefined ? undefined : ruleSet.namespaces[named]) ?? ruleSet.otherNamespaces;
  if (reservedNamespaces.has(namespace)) {
    return { rule: { ...rule, durable: false }, isOnePersons: () => false, blocks: () => true };
  }
  const values = new Set(rule.blockedValues);
  const patterns = rule.blockedPatterns.map(globMatcher);
  const onePersons = new Set(rule.onePersonValues);
  const isOnePersons = (value: string): boolean => onePersons.has(value);
  return { rule, isOnePersons, blocks: (value) => values.has(value) || patterns.some((fits) => fits(value)) };
}
