import type { ClientBase } from 'pg';

export interface StoredSource {
  readonly source: number;
  readonly channel: string;
  readonly zone: string;
  readonly country: string;
  readonly currency: string;
  readonly groups: 'account' | 'household';
  readonly trust: number;
}

export async function readSources(client: ClientBase, workspace: number): Promise<readonly StoredSource[]> {
  const read = await client.query<StoredSource>({
    name: 'read-sources',
    text: 'select source, channel, zone, country, currency, groups, trust from source where workspace = $1',
    values: [workspace],
  });
  return read.rows;
}
