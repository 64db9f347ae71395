import type { ClientBase } from 'pg';

/** False if the address is taken; nothing was written then. */
export async function insertUser(
  client: ClientBase,
  row: {
    readonly id: string;
    readonly accountId: string;
    readonly name: string;
    readonly email: string;
    readonly language: string;
    readonly passwordHash: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const made = await client.query(
    `with made as (
       insert into auth."user" (id, name, email, language, created_at, updated_at)
       values ($1, $3, $4, $7, $6, $6)
       on conflict (email) do nothing
       returning id
     )
     insert into auth.account (id, user_id, account_id, provider_id, password, created_at, updated_at)
     select $2, made.id, made.id::text, 'credential', $5, $6, $6
     from made`,
    [row.id, row.accountId, row.name, row.email, row.passwordHash, row.at, row.language],
  );
  return made.rowCount === 1;
}

export async function anyUser(client: Pick<ClientBase, 'query'>): Promise<boolean> {
  const found = await client.query<{ some: boolean }>('select exists (select from auth."user") as some');
  return found.rows[0]?.some === true;
}
