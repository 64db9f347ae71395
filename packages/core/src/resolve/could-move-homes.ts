import type { JoinRules } from './join-rules.js';

/**
 * What could move homes between two rule sets, as far as these namespaces are in use: another order of strength moves messages without
 * looking at any value; `blocking` are the namespaces whose values must be looked at one by one.
 */
export function couldMoveHomes(
  namespaces: readonly string[],
  before: JoinRules,
  after: JoinRules,
): { readonly order: boolean; readonly blocking: readonly string[] } {
  const byStrength = (rules: JoinRules): string =>
    namespaces
      .map((namespace) => ({ namespace, value: '' }))
      .sort(rules.compareStrength)
      .map(({ namespace }) => namespace)
      .join('\n');
  return {
    order: byStrength(before) !== byStrength(after),
    blocking: namespaces.filter((namespace) => blockedBy(before, namespace) !== blockedBy(after, namespace)),
  };
}

function blockedBy(rules: JoinRules, namespace: string): string {
  const { blockedValues, blockedPatterns } = rules.ruleOf(namespace);
  return JSON.stringify([[...blockedValues].sort(), [...blockedPatterns].sort()]);
}
