import type { ClientBase } from 'pg';
import { writeFindable } from './findable.sql.js';
import { recountStored } from './persons.sql.js';

/** Writes what these persons sum to; whoever has no identifier any more goes, and is found no more. */
export async function recountPersons(client: ClientBase, workspace: number, persons: readonly number[]): Promise<void> {
  if (persons.length === 0) return;
  const gone = await recountStored(client, workspace, persons);
  await writeFindable(
    client,
    workspace,
    gone.map((person) => ({ person, words: [] })),
  );
}
