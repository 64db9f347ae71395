/** `email`, `loyalty_card`, or a family and a member: `crm:acme`. */
export const namespaceName: RegExp = /^[a-z][a-z0-9_]{0,62}(?::[a-z0-9][a-z0-9_.-]{0,62})?$/;

/** Namespaces of our own; no message can name them. */
export const reservedNamespaces: ReadonlySet<string> = new Set(['nobody']);
