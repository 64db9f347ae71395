import type { ClientBase } from 'pg';
import { z } from 'zod';
import { listPersons, readSummaries, type StoredSummary } from './customers.sql.js';
import type { IdentityFrame } from './identity-frame.js';
import { readCursor, writeCursor } from './page-cursor.js';
import { searchCustomers } from './search-customers.js';

export interface PersonSummary
  extends Omit<StoredSummary, 'person' | 'identifiers' | 'channels' | 'firstAt' | 'lastAt'> {
  /** The strongest, at most three. */
  readonly identifiers: readonly { readonly namespace: string; readonly value: string }[];
  readonly channels: readonly string[];
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

export interface CustomersQuery {
  readonly q: string;
  readonly kind: 'customers' | 'visitors' | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
}

const placeSchema = z.object({ lastAt: z.number().nullable(), person: z.number() });

/** A page of persons: found by `q`, or (if that is empty) all of one kind, customers unless told, the newest interaction first. */
export async function listCustomers(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  { q, kind, cursor, limit }: CustomersQuery,
): Promise<{ readonly items: readonly PersonSummary[]; readonly next: string | null }> {
  const page =
    q === ''
      ? await pageOfAll(client, workspace, kind !== 'visitors', cursor, limit)
      : await searchCustomers(client, workspace, frame, {
          q,
          recognised: kind === undefined ? undefined : kind === 'customers',
          cursor,
          limit,
        });
  return { items: await summariesOf(client, workspace, frame, page.persons), next: page.next };
}

/** These persons by number, in the order given; those who are no longer there are left out. */
export async function summariesOf(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  persons: readonly number[],
): Promise<readonly PersonSummary[]> {
  if (persons.length === 0) return [];
  const rows = await readSummaries(client, workspace, persons, [...frame.namespaces.keys()]);
  return rows.map((row) => summary(row, frame));
}

async function pageOfAll(
  client: ClientBase,
  workspace: number,
  recognised: boolean,
  cursor: string | undefined,
  limit: number,
): Promise<{ readonly persons: readonly number[]; readonly next: string | null }> {
  const rows = await listPersons(client, workspace, recognised, readCursor(placeSchema, cursor), limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last !== undefined ? writeCursor(last) : null;
  return { persons: page.map(({ person }) => person), next };
}

function summary(row: StoredSummary, frame: IdentityFrame): PersonSummary {
  const { id, name, recognised, interactions } = row;
  return {
    id,
    name,
    recognised,
    interactions,
    identifiers: row.identifiers.map(({ namespace, value }) => ({
      namespace: frame.namespaces.get(namespace) ?? String(namespace),
      value,
    })),
    channels: frame.channelNames(row.channels),
    firstAt: row.firstAt?.toISOString() ?? null,
    lastAt: row.lastAt?.toISOString() ?? null,
  };
}
