import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { isSameDocument } from './same-document.js';

/** Whether two documents join the same identifiers, whatever they say about values and about who is a customer. */
export function joinsAlike(a: RuleSet, b: RuleSet): boolean {
  const { goldenTraits, systemOfRecordFromTrust } = b;
  return isSameDocument({ ...a, goldenTraits, systemOfRecordFromTrust }, b);
}
