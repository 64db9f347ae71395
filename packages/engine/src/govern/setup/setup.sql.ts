import type { ClientBase } from 'pg';

/** One set-up at a time, until the transaction ends. */
export async function lockSetup(client: ClientBase): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('throughline.setup'))`);
}

/** Adds a link and drops all but the newest `keep` others. */
export async function insertSetupLink(client: ClientBase, hash: Buffer, at: Date, keep: number): Promise<void> {
  await client.query(
    `delete from auth.setup_link
     where token_hash not in (
       select token_hash
       from auth.setup_link
       order by created_at desc
       limit $1
     )`,
    [keep],
  );
  await client.query('insert into auth.setup_link (token_hash, created_at) values ($1, $2)', [hash, at]);
}

export async function isSetupLink(client: ClientBase, hash: Buffer): Promise<boolean> {
  const found = await client.query('select token_hash from auth.setup_link where token_hash = $1', [hash]);
  return found.rows.length > 0;
}

export async function deleteSetupLinks(client: ClientBase): Promise<void> {
  await client.query('delete from auth.setup_link');
}
