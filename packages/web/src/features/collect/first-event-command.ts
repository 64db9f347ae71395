import type { KeyKind } from '../../api/sources.js';

/** A command that sends one event: with a server key about somebody known, with a browser's key about a device. */
export function firstEventCommand(origin: string, writeKey: string, kind: KeyKind): string {
  const who = kind === 'server' ? { userId: 'customer-1' } : { anonymousId: 'device-1' };
  return [
    `curl ${origin}/v1/track \\`,
    `  --user '${writeKey}:' \\`,
    "  --header 'content-type: application/json' \\",
    `  --data '${JSON.stringify({ ...who, event: 'First Event' })}'`,
  ].join('\n');
}
