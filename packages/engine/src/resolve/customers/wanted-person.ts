import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { type FoundPerson, findPerson, isRetired } from './person.sql.js';

/** Who an id names now. Errors: `customers.gone` of an id whose import was taken back, `request.not-found`. */
export async function wantedPerson(client: ClientBase, workspace: number, id: string): Promise<FoundPerson> {
  const found = await findPerson(client, workspace, id);
  if (found !== undefined) return found;
  if (await isRetired(client, workspace, id)) {
    throw new ThroughlineError('customers.gone', 'nothing is known of this person any more: the import was taken back');
  }
  throw new ThroughlineError('request.not-found', 'there is no such person');
}
