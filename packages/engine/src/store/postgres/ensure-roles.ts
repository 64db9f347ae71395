import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import pg from 'pg';
import { lifecycleSql } from './lifecycle.sql.js';
import type { RoleNames } from './role-names.js';
import { scramVerifier } from './scram-verifier.js';

/** Makes the three roles that are missing and gives all of them these passwords. Twice is as once. */
export async function ensureRoles(
  client: pg.Client,
  names: RoleNames,
  passwords: Readonly<Record<keyof RoleNames, string>>,
): Promise<void> {
  const pairs = (['intake', 'app', 'worker'] as const).map((role) => [names[role], passwords[role]] as const);
  const there = await client.query<{ name: string }>(lifecycleSql.rolesThere, [pairs.map(([name]) => name)]);
  const known = new Set(there.rows.map((row) => row.name));
  try {
    for (const [name, password] of pairs) {
      const verifier = scramVerifier(password);
      await client.query(
        known.has(name) ? lifecycleSql.setPassword(name, verifier) : lifecycleSql.createRole(name, verifier),
      );
    }
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError) || cause.code !== '42501') throw cause;
    throw new ThroughlineError(
      'postgres.no-roles',
      `the role of DATABASE_URL may not make or change the roles ${pairs.map(([name]) => name).join(', ')}: give it CREATEROLE, or make three roles yourself and set DATABASE_URL_INTAKE, DATABASE_URL_APP and DATABASE_URL_WORKER`,
      { cause },
    );
  }
}
