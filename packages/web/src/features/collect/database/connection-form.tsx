import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.js';
import { type DatabaseConnection, type DatabaseTable, databaseActs, databaseHosts } from '../../../api/databases.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { SelectField } from '../../../parts/select-field.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import { connectionOfForm } from './connection-of-form.js';
import styles from './database.module.css';

interface Props {
  readonly onConnected: (connection: DatabaseConnection, tables: readonly DatabaseTable[]) => void;
}

/** Where the database is and who reads it. A server that nobody allowed yet is asked about, and the same press then allows it. */
export function ConnectionForm({ onConnected }: Props) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<string | null>(null);
  const connect = async (values: FormData) => {
    const connection = connectionOfForm(values);
    const server = `${connection.host}:${connection.port}`;
    if (asked === server) {
      await databaseActs.allow(slug, connection);
      await queryClient.invalidateQueries({ queryKey: databaseHosts(slug).queryKey });
    }
    try {
      const { tables } = await databaseActs.tables(slug, connection);
      onConnected(connection, tables);
    } catch (error) {
      if (!(error instanceof ApiProblem && error.code === 'database.host-not-allowed')) throw error;
      setAsked(server);
    }
  };
  const kinds = [
    { value: 'postgresql', label: 'PostgreSQL' },
    { value: 'mariadb', label: word('database.kind.mariadb') },
  ];
  const encryptions = [
    { value: 'offered', label: word('database.encryption.offered') },
    { value: 'checked', label: word('database.encryption.checked') },
  ];
  return (
    <div className={styles.form}>
      <ActionForm submit={word(asked === null ? 'database.connect' : 'database.allow')} action={connect}>
        <SelectField label={word('database.kind')} name="kind" choices={kinds} initial="postgresql" />
        <TextField
          label={word('database.host')}
          hint={word('database.host.hint')}
          name="host"
          autoComplete="off"
          maxLength={253}
          isRequired
          onChange={() => setAsked(null)}
        />
        <TextField
          label={word('database.port')}
          hint={word('database.port.hint')}
          name="port"
          inputMode="numeric"
          autoComplete="off"
          pattern="[0-9]{1,5}"
          wrong={word('database.port.wrong')}
          onChange={() => setAsked(null)}
        />
        <TextField label={word('database.name')} name="database" autoComplete="off" maxLength={200} isRequired />
        <TextField
          label={word('database.user')}
          hint={word('database.user.hint')}
          name="user"
          autoComplete="off"
          maxLength={200}
          isRequired
        />
        <TextField
          label={word('database.password')}
          hint={word('database.password.hint')}
          name="password"
          type="password"
          autoComplete="new-password"
          maxLength={1_000}
        />
        <SelectField
          label={word('database.encryption')}
          hint={word('database.encryption.hint')}
          name="encryption"
          choices={encryptions}
          initial="offered"
        />
        {asked === null ? null : (
          <p role="alert" className={styles.asked}>
            {word('database.allow.text', { server: asked })}
          </p>
        )}
      </ActionForm>
    </div>
  );
}
