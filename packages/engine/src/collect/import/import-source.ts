import { channelName } from '@throughline/core/collect/channel';
import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { isCountry } from '@throughline/core/govern/is-country';
import type { ClientBase } from 'pg';
import type { Principal } from '../../govern/principal.js';
import { addSource } from '../sources/add-source.js';
import { listSources } from '../sources/source.sql.js';

/**
 * The source an import belongs to: the named one, else that of the mapping. One that does not exist is made if that is asked for and the
 * mapping says its channel. Errors: `import.source-missing`.
 */
export async function importSource(
  client: ClientBase,
  by: Principal,
  mapping: Mapping,
  wanted: { readonly source?: string | undefined; readonly createSource?: boolean | undefined },
  nowMs: number,
): Promise<number> {
  const name = wanted.source ?? mapping.source;
  const sources = await listSources(client, by.workspace.number);
  const found = sources.find(
    (source) => source.id === name.toLowerCase() || source.name.toLowerCase() === name.toLowerCase(),
  );
  if (found !== undefined && found.archivedAt === null) return found.source;
  const channel = mapping.channel === undefined ? undefined : channelName(mapping.channel);
  if (found === undefined && wanted.createSource === true && channel !== undefined) {
    const { zone, country, currency } = mapping;
    const made = await addSource(
      client,
      by,
      {
        name,
        channel,
        zone,
        currency,
        ...(country !== undefined && isCountry(country) ? { country } : {}),
        key: 'server',
      },
      nowMs,
    );
    return made.source;
  }
  throw new ThroughlineError(
    'import.source-missing',
    found === undefined
      ? `there is no source "${name}"; add it with "throughline sources add", or import with --create-source and a channel in the mapping`
      : `the source "${found.name}" is archived; take it back into use, or name another one`,
  );
}
