import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DatabaseHost, databaseActs, databaseHosts } from '../../../api/databases.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Confirm } from '../../../parts/confirm.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import styles from './database.module.css';

/** A server that may be read from. Before it is removed it is said what ends by that and what stays. */
export function AllowedHost({ host }: { readonly host: DatabaseHost }) {
  const { slug, formats } = useWorkspace();
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const server = `${host.host}:${host.port}`;
  const ask = async () => {
    await queryClient.invalidateQueries({ queryKey: databaseHosts(slug).queryKey });
    setRemoving(true);
  };
  return (
    <li>
      <div>
        <p className={styles.name}>{server}</p>
        <p className={styles.hint}>
          {word('database.hosts.by', { who: host.addedBy, at: formats.day(host.addedAt), reading: host.reading })}
        </p>
      </div>
      <Button look="quiet" aria-label={word('database.forbid.aria', { server })} onPress={() => void ask()}>
        {word('database.forbid')}
      </Button>
      {removing ? (
        <Confirm
          title={word('database.forbid.title', { server })}
          confirm={word('database.forbid.confirm')}
          onClose={() => setRemoving(false)}
          action={async () => {
            await databaseActs.forbid(slug, host.id);
            notices.say(word('database.forbidden', { server }));
            await queryClient.invalidateQueries({ queryKey: databaseHosts(slug).queryKey });
          }}
        >
          <p>{word('database.forbid.ends', { reading: host.reading })}</p>
          <p>{word('database.forbid.stays')}</p>
        </Confirm>
      ) : null}
    </li>
  );
}
