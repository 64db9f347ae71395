import { createHash } from 'node:crypto';

/** The database roles of one installation (see the migrations for what each may do). */
export interface RoleNames {
  readonly intake: string;
  readonly app: string;
  readonly worker: string;
}

/**
 * Roles belong to a whole server, so their names carry the database, and two databases of one server never share them.
 * Our own embedded database, `throughline`, needs no suffix.
 */
export function roleNames(database: string): RoleNames {
  const plain = /^[a-z][a-z0-9_]{0,39}$/.test(database);
  const suffix =
    database === 'throughline'
      ? ''
      : `_${plain ? database : createHash('sha256').update(database).digest('hex').slice(0, 16)}`;
  return {
    intake: `throughline_intake${suffix}`,
    app: `throughline_app${suffix}`,
    worker: `throughline_worker${suffix}`,
  };
}
