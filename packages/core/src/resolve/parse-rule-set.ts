import { z } from 'zod';
import { ThroughlineError } from '../errors/throughline-error.js';
import type { NamespaceRule } from './namespace-rule.js';
import { normaliseIdentifier } from './normalise-identifier.js';
import { type RuleSet, ruleSetSchema } from './rule-set.js';

/**
 * Reads rules for joining from outside. Values are brought into the form identifiers are stored in, so `Info@Shop.Example`
 * blocks what it should. Throws `resolve.rules-invalid`, naming every field that is wrong.
 */
export function parseRuleSet(document: unknown): RuleSet {
  const parsed = ruleSetSchema.safeParse(document);
  if (!parsed.success) {
    throw new ThroughlineError(
      'resolve.rules-invalid',
      `the rules for joining cannot be used: ${z.prettifyError(parsed.error)}`,
      { details: { issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) } },
    );
  }
  const ruleSet = parsed.data;
  return {
    ...ruleSet,
    namespaces: Object.fromEntries(
      Object.entries(ruleSet.namespaces).map(([namespace, rule]) => [namespace, withStoredForms(namespace, rule)]),
    ),
  };
}

function withStoredForms(namespace: string, rule: NamespaceRule): NamespaceRule {
  const stored = (values: readonly string[]): string[] => [
    ...new Set(
      values.map((value) => {
        const normalised = normaliseIdentifier({ namespace: namespace.replace('*', 'any'), value });
        return normalised.type === 'identifier' ? normalised.identifier.value : value.normalize('NFC').trim();
      }),
    ),
  ];
  const patterns = rule.blockedPatterns.map((pattern) => {
    const composed = pattern.normalize('NFC').trim();
    return namespace === 'email' ? composed.toLowerCase() : composed;
  });
  return {
    ...rule,
    onePersonValues: stored(rule.onePersonValues),
    blockedValues: stored(rule.blockedValues),
    blockedPatterns: [...new Set(patterns)],
  };
}
