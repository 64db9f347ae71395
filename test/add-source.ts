import type { RunningThroughline } from './start-throughline.js';

/** A new source of the workspace that the first start makes; its write key. */
export async function addSource(
  system: Pick<RunningThroughline, 'api'>,
  name: string,
  key: 'public' | 'server' = 'server',
): Promise<string> {
  const answer = await system.api('/api/w/company/sources', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, channel: 'web', key }),
  });
  const { writeKey } = (await answer.json()) as { writeKey?: string };
  if (writeKey === undefined) throw new Error(`no source was made: ${answer.status}`);
  return writeKey;
}
