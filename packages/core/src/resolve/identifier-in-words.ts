import type { Words } from '../words/words.js';

/** "loyalty card", "sign-in", "acme number" for `crm:acme`. */
export function identifierInWords(namespace: string, { say }: Words): string {
  return say('resolve.explain.thing', { namespace, name: ownNameOf(namespace) });
}

/** "one e-mail address", "10 loyalty cards". */
export function countedInWords(namespace: string, count: number, { say }: Words): string {
  return say('resolve.explain.counted', { namespace, name: ownNameOf(namespace), count });
}

/** The short kind beside a value: "loyalty card", "sign-in", "household" for `crm:household`. */
export function identifierKind(namespace: string, { say }: Words): string {
  return say('resolve.identifier.kind', { namespace, name: ownNameOf(namespace) });
}

/** "e-mail addresses", "phone numbers", "acme numbers" for `crm:acme`. */
export function namespaceInPlural(namespace: string, { say }: Words): string {
  return say('resolve.coverage.kinds', { namespace, name: ownNameOf(namespace) });
}

function ownNameOf(namespace: string): string {
  return namespace.slice(namespace.indexOf(':') + 1).replace(/_/g, ' ');
}
