import type { ClientBase } from 'pg';

/** Customer numbers stand in namespaces that begin so. */
const numberSpaces = 'crm:%';

/** Whether any system that is in has customer numbers: known already, or of an import that is on its way. */
export async function hasCustomerNumbers(client: ClientBase, workspace: number): Promise<boolean> {
  const read = await client.query<{ some: boolean }>(
    `select exists (
         select from namespace s
         join identifier i on i.workspace = $1 and i.namespace = s.code
         join node_person h on h.workspace = $1 and h.node = i.node and h.valid_to = 'infinity'
         where s.workspace = $1 and s.name like $2
       )
       or exists (
         select from import_run
         where workspace = $1 and state in ('running', 'resolving') and mapping like '%' || $2
       ) as some`,
    [workspace, numberSpaces],
  );
  return read.rows[0]?.some === true;
}

export interface NumberedPersonRow {
  readonly namespace: string;
  readonly number: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly name: string | null;
  readonly postcode: string | null;
}

/** Who has one of these numbers, in each space that has it. A person may be in several rows. */
export async function readNumberedPersons(
  client: ClientBase,
  workspace: number,
  numbers: readonly string[],
): Promise<readonly NumberedPersonRow[]> {
  const read = await client.query<NumberedPersonRow>({
    name: 'read-numbered-persons',
    text: `select s.name as namespace, i.value as number, p.name, t.postcode,
        coalesce(o.emails, '{}') as emails, coalesce(o.phones, '{}') as phones
      from unnest($2::text[]) as n(value)
      cross join (select code, name from namespace where workspace = $1 and name like $3 order by code limit 20) s
      cross join lateral (
        select node, value from identifier i where i.workspace = $1 and i.namespace = s.code and i.value = n.value offset 0
      ) i
      join node_person h on h.workspace = $1 and h.node = i.node and h.valid_to = 'infinity'
      join person p on p.workspace = $1 and p.person = h.person
      left join lateral (
        select g ->> 'value' as postcode
        from jsonb_array_elements(p.golden) g
        where g ->> 'trait' = 'postcode'
        limit 1
      ) t on true
      left join lateral (
        select array_agg(k.value) filter (where k.name = 'email') as emails, array_agg(k.value) filter (where k.name = 'phone') as phones
        from (
          select c.name, a.value
          from node_person m
          join identifier a on a.workspace = $1 and a.node = m.node
          join namespace c on c.workspace = $1 and c.code = a.namespace and c.name in ('email', 'phone')
          where m.workspace = $1 and m.person = h.person and m.valid_to = 'infinity'
          limit 50
        ) k
      ) o on true`,
    values: [workspace, numbers, numberSpaces],
  });
  return read.rows;
}
