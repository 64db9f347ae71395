import type { DatabaseConnection, DatabaseKind } from '../../../api/databases.js';
import { formText } from '../../../format/form-text.js';

export const usualPort: Readonly<Record<DatabaseKind, number>> = { postgresql: 5432, mariadb: 3306 };

/** What the form says. Without a port the usual one of its kind is meant; a password is taken as it is, blanks and all. */
export function connectionOfForm(values: FormData): DatabaseConnection {
  const kind = formText(values, 'kind') === 'mariadb' ? 'mariadb' : 'postgresql';
  const port = formText(values, 'port');
  const password = values.get('password');
  return {
    kind,
    host: formText(values, 'host'),
    port: port === '' ? usualPort[kind] : Number(port),
    database: formText(values, 'database'),
    user: formText(values, 'user'),
    password: typeof password === 'string' ? password : '',
    checksCertificate: kind === 'postgresql' && formText(values, 'encryption') === 'checked',
  };
}
