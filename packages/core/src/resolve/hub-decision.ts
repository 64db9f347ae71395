import type { Identifier } from './identifier.js';
import { joinRules } from './join-rules.js';
import type { NamespaceRule } from './namespace-rule.js';
import type { RuleSet } from './rule-set.js';

/** one-person: it joins, however many people it is seen with. leave-out: it never joins. detect: what it is seen with decides. */
export type HubDecision = 'one-person' | 'leave-out' | 'detect';

/** The rules with a decision about one identifier; its namespace gets a rule of its own if only a family of namespaces had one. */
export function withHubDecision(ruleSet: RuleSet, { namespace, value }: Identifier, decision: HubDecision): RuleSet {
  const rule = joinRules(ruleSet).ruleOf(namespace);
  return {
    ...ruleSet,
    namespaces: {
      ...ruleSet.namespaces,
      [namespace]: {
        ...rule,
        onePersonValues: listed(rule.onePersonValues, value, decision === 'one-person'),
        blockedValues: listed(rule.blockedValues, value, decision === 'leave-out'),
      },
    },
  };
}

/** What was decided about it by value; a pattern is no decision about one. */
export function hubDecisionOf(rule: NamespaceRule, value: string): HubDecision {
  if (rule.blockedValues.includes(value)) return 'leave-out';
  return rule.onePersonValues.includes(value) ? 'one-person' : 'detect';
}

function listed(values: readonly string[], value: string, isListed: boolean): string[] {
  const others = values.filter((known) => known !== value);
  return isListed ? [...others, value] : others;
}
