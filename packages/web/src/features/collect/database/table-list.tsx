import { useState } from 'react';
import type { DatabaseTable } from '../../../api/databases.js';
import { Button } from '../../../parts/button.js';
import { Empty } from '../../../parts/empty.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import styles from './database.module.css';

interface Props {
  readonly tables: readonly DatabaseTable[];
  readonly error: Error | null;
  /** `keep`: it is to be read again and again. */
  readonly onRead: (table: DatabaseTable, keep: boolean) => void;
  readonly onBack: () => void;
}

const fewTables = 12;

/** What the user of the database may read, with about how many rows each has. */
export function TableList({ tables, error, onRead, onBack }: Props) {
  const [wanted, setWanted] = useState('');
  const [keep, setKeep] = useState(false);
  const shown = tables.filter((table) => fullName(table).toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <section className={styles.tables} aria-labelledby="database-tables">
      <h2 id="database-tables">{word('database.tables')}</h2>
      {tables.length > fewTables ? (
        <TextField label={word('database.find')} value={wanted} onChange={setWanted} autoComplete="off" />
      ) : null}
      <label className={styles.keep}>
        <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} />
        <span>{word('sync.keepReading')}</span>
      </label>
      {error === null ? null : <InlineProblem error={error} />}
      {shown.length === 0 ? (
        <Empty text={word(tables.length === 0 ? 'database.noTables' : 'database.noneFound')} />
      ) : (
        <ul>
          {shown.map((table) => (
            <li key={JSON.stringify([table.schema, table.name])}>
              <div>
                <p className={styles.name}>{fullName(table)}</p>
                <p className={styles.hint}>{said(table)}</p>
              </div>
              <Button
                aria-label={word('database.bring.aria', { table: fullName(table) })}
                onPress={() => onRead(table, keep)}
              >
                {word('database.bring')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button look="quiet" onPress={onBack}>
        {word('database.another')}
      </Button>
    </section>
  );
}

function fullName({ schema, name }: DatabaseTable): string {
  return schema === null || schema === 'public' ? name : `${schema}.${name}`;
}

function said({ kind, rows }: DatabaseTable): string {
  if (rows !== null) return word('database.rows', { rows });
  return word(kind === 'view' ? 'database.view' : 'database.rowsUnknown');
}
