import type { ClientBase } from 'pg';

export interface FrameRow {
  readonly country: string;
  readonly zone: string;
  readonly ruleVersion: number;
  readonly namespaces: readonly { readonly code: number; readonly name: string }[];
  readonly sources: readonly { readonly source: number; readonly name: string }[];
  readonly channels: readonly { readonly code: number; readonly name: string }[];
}

/** All in one round trip: every page about persons needs them. */
export async function readFrame(client: ClientBase, workspace: number): Promise<FrameRow> {
  const read = await client.query<FrameRow>({
    name: 'read-frame',
    text: `select w.country, w.zone, rule_version_in_force() as "ruleVersion",
        coalesce((
          select json_agg(json_build_object('code', n.code, 'name', n.name) order by n.code)
          from namespace n
          where n.workspace = $1), '[]') as namespaces,
        coalesce((
          select json_agg(json_build_object('source', s.source, 'name', s.name) order by s.source)
          from source s
          where s.workspace = $1), '[]') as sources,
        coalesce((
          select json_agg(json_build_object('code', c.code, 'name', c.word) order by c.code)
          from code_word c
          where c.workspace = $1 and c.kind = 'channel'), '[]') as channels
      from workspace w
      where w.workspace = $1`,
    values: [workspace],
  });
  const row = read.rows[0];
  if (row === undefined) throw new Error(`workspace ${workspace} is not there`);
  return row;
}
