import { identifierPrefixes } from '@throughline/core/resolve/identifier-prefixes';
import { normaliseIdentifier } from '@throughline/core/resolve/normalise-identifier';
import type { IdentityFrame } from './identity-frame.js';
import type { PrefixRange } from './search.sql.js';

export interface MeantIdentifier {
  /** Code of the namespace. */
  readonly namespace: number;
  readonly name: string;
  readonly value: string;
  /** Nobody begins to type what reads as a whole e-mail address or phone number. */
  readonly isUnmistakable: boolean;
}

/** What was typed, as an identifier of every namespace in which it can be one. */
export function identifiersMeant({ namespaces, country }: IdentityFrame, q: string): readonly MeantIdentifier[] {
  return [...namespaces].flatMap(([code, namespace]) => {
    const normalised = normaliseIdentifier({ namespace, value: q }, { defaultCountry: country });
    if (normalised.type !== 'identifier') return [];
    const isUnmistakable = namespace === 'email' || namespace === 'phone';
    return [{ namespace: code, name: namespace, value: normalised.identifier.value, isUnmistakable }];
  });
}

/** Identifiers that may begin as what was typed; of customers alone those that make one, of visitors alone the others. */
export function identifierBeginnings(
  { namespaces, rules, country }: IdentityFrame,
  q: string,
  recognised: boolean | undefined,
): readonly PrefixRange[] {
  return [...namespaces].flatMap(([code, namespace]) => {
    const durable = rules.isDurable({ namespace, value: '' });
    if (recognised !== undefined && recognised !== durable) return [];
    return identifierPrefixes(namespace, q, country).map((prefix) => ({ namespace: code, prefix }));
  });
}
