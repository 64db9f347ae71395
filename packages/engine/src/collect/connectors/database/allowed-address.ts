import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { addressKind } from './address-kind.js';
import { databaseError } from './database-failure.js';

/**
 * The address to connect to, for a host that an admin allowed. It is looked up here, once: who connects is given the address, so that no later
 * answer of a name server counts. Errors: `database.host-refused`, `database.unreachable`.
 */
export async function allowedAddress(host: string): Promise<string> {
  const found = await lookup(host, { all: true }).catch(() => {
    throw databaseError('unreachable');
  });
  const [first] = found;
  if (first === undefined) throw databaseError('unreachable');
  for (const { address } of found) {
    const kind = addressKind(address);
    if (kind === 'refused' || (kind === 'loopback' && !namesThisMachine(host))) throw refused(kind);
  }
  return first.address;
}

/** Another name that leads to this machine was not meant when it was allowed. */
function namesThisMachine(host: string): boolean {
  return host === 'localhost' || (isIP(host) > 0 && addressKind(host) === 'loopback');
}

const refused = (kind: 'loopback' | 'refused') =>
  new ThroughlineError(
    'database.host-refused',
    kind === 'loopback'
      ? 'the host leads to this machine; to read from a database here, allow and name it as localhost or 127.0.0.1'
      : 'the host leads to an address that is never read from (link-local, metadata service or no single machine)',
  );
