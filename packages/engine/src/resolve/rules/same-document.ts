import { canonicalJson } from '@throughline/core/resolve/canonical-json';
import type { JsonValue } from '@throughline/core/resolve/json-value';
import type { RuleSet } from '@throughline/core/resolve/rule-set';

/** Whether two documents say the same; the store does not keep the order of fields. */
export function isSameDocument(a: RuleSet, b: RuleSet): boolean {
  return canonicalJson(asJson(a)) === canonicalJson(asJson(b));
}

/** A rule set came from JSON, so it holds nothing else. */
function asJson(document: RuleSet): JsonValue {
  return document as unknown as JsonValue;
}
