import type { Client } from 'pg';

/**
 * Every derived table of a workspace as text lines, with what is numbered in order of arrival (nodes, persons, matches, units, codes)
 * replaced by what it stands for, so that two workspaces can be compared row by row.
 */
export async function derivedRows(
  admin: Client,
  workspace: number,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables: Record<string, readonly string[]> = {};
  for (const [table, select] of Object.entries(selects)) {
    const read = await admin.query<{ row: string }>(
      `with ${named} select row_to_json(t)::text as row from (${select}) t`,
      [workspace],
    );
    tables[table] = read.rows.map(({ row }) => row).sort();
  }
  return tables;
}

const named = `
  node_name as (
    select i.node, n.name || '=' || i.value as name, i.component, i.state
    from identifier i join namespace n using (workspace) where i.workspace = $1 and n.code = i.namespace
  ), person_name as (
    select p.person, string_agg(n.name, ' ' order by n.name collate "C") as name
    from node_person p join node_name n using (node) where p.workspace = $1 group by p.person
  ), unit_name as (
    select unit, kind || '=' || value as name from unit where workspace = $1
  )`;

const channelNames = (bits: string): string => `(
  select string_agg(c.word, ' ' order by c.word) from code_word c
  where c.workspace = $1 and c.kind = 'channel' and (${bits} >> (c.code - 1)) & 1 = 1)`;

const selects: Readonly<Record<string, string>> = {
  identifier: `
    select n.name, n.state, (select string_agg(o.name, ' ' order by o.name collate "C") from node_name o where o.component = n.component) as component
    from node_name n`,
  match: `
    select encode(m.key, 'hex') as key, m.import, m.source, m.kind, m.strength, m.first_at, h.name as home, m.decided_by, m.note,
      (select string_agg(n.name, ' ' order by n.name collate "C") from node_name n where n.node = any(m.nodes)) as nodes
    from match m left join node_name h on h.node = m.home where m.workspace = $1`,
  refused_join: `
    select encode(m.key, 'hex') as key, m.import, a.name as a, b.name as b,
      case when r.reason::jsonb ? 'decision'
        then (select encode(d.key, 'hex') from match d where d.workspace = $1 and d.match = (r.reason::jsonb->>'decision')::bigint)
        else r.reason end as reason
    from refused_join r join match m using (workspace, match)
    left join node_name a on a.node = r.a left join node_name b on b.node = r.b where r.workspace = $1`,
  node_person: `
    select n.name as node, p.valid_from, p.valid_to, o.name as person
    from node_person p left join node_name n using (node) left join person_name o using (person) where p.workspace = $1`,
  person: `
    select o.name as person, p.recognised, p.name, p.golden, p.contradicted, p.interactions, p.first_at, p.last_at, ${channelNames('p.channels')} as channels
    from person p left join person_name o using (person) where p.workspace = $1`,
  findable_person: `
    select o.name as person, f.words from findable_person f left join person_name o using (person) where f.workspace = $1`,
  name_word: `select word, persons from name_word where workspace = $1`,
  findable_identifier: `
    select n.name as node, f.part from findable_identifier f left join node_name n using (node) where f.workspace = $1`,
  node_activity: `
    select n.name as node, a.import, a.interactions, a.first_at, a.last_at, ${channelNames('a.channels')} as channels
    from node_activity a left join node_name n using (node) where a.workspace = $1`,
  claim: `
    select n.name as node, c.trait, c.source, c.import, c.value_hash, c.value, c.first_at, c.last_at, c.last_message, c.times
    from claim c left join node_name n using (node) where c.workspace = $1`,
  settled_trait: `
    select n.name as node, s.id, s.trait, s.value, s.note, s.decided_by, s.decided_at
    from settled_trait s left join node_name n using (node) where s.workspace = $1`,
  unit: `select name from unit_name`,
  unit_member: `
    select u.name as unit, n.name as node, m.source, m.import, m.first_at
    from unit_member m left join unit_name u using (unit) left join node_name n using (node) where m.workspace = $1`,
  unit_claim: `
    select u.name as unit, c.trait, c.source, c.import, c.value_hash, c.value, c.first_at, c.last_at, c.last_message, c.times
    from unit_claim c left join unit_name u using (unit) where c.workspace = $1`,
  seen_import: `select source, message, import, content from seen_import where workspace = $1`,
  set_aside: `
    select source, import, stage, code, message_id, convert_from(body, 'UTF8') as body from set_aside where workspace = $1 and status = 'waiting'`,
  import_run: `
    select import, interactions, accepted, duplicates from import_run where workspace = $1 and state <> 'undone' and accepted + duplicates > 0`,
  interactions: `
    select r.message, r.source, r.import, n.name as node, o.name as person
    from manifest m
    cross join lateral unnest(m.offsets, m.nodes) as given("offset", node)
    join intake r on r.workspace = m.workspace and r."offset" = given."offset"
    left join node_name n on n.node = given.node
    left join node_person p on p.workspace = m.workspace and p.node = given.node
    left join person_name o on o.person = p.person
    where m.workspace = $1 and not m.superseded`,
};
