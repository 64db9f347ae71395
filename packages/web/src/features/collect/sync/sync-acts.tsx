import { useState } from 'react';
import { type Sync, syncActs } from '../../../api/syncs.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Confirm } from '../../../parts/confirm.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import { actOn } from './act-on.js';
import styles from './sync.module.css';
import { SyncDialog } from './sync-dialog.js';
import { useSyncAct } from './use-sync-act.js';

/** Read it now, pause it, change how, remove it. */
export function SyncActs({ sync }: { readonly sync: Sync }) {
  const { slug } = useWorkspace();
  const act = useSyncAct();
  const [asking, setAsking] = useState<'nothing' | 'change' | 'remove'>('nothing');
  const close = () => setAsking('nothing');
  const { id, state, source, doing } = sync;
  const table = sync.table.name;
  return (
    <div className={styles.acts}>
      {state === 'draft' && source !== null ? (
        <Button look="main" aria-label={actOn(word('sync.begin'), table)} onPress={() => setAsking('change')}>
          {word('sync.begin')}
        </Button>
      ) : null}
      {state === 'active' && doing === 'nothing' ? (
        <Button
          look="quiet"
          aria-label={actOn(word('sync.run'), table)}
          isPending={act.isPending}
          onPress={() => act.mutate(() => syncActs.run(slug, id))}
        >
          {word('sync.run')}
        </Button>
      ) : null}
      {state === 'active' || state === 'paused' ? (
        <Button
          look="quiet"
          aria-label={actOn(word(state === 'paused' ? 'sync.resume' : 'sync.pause'), table)}
          isPending={act.isPending}
          onPress={() => act.mutate(() => syncActs.change(slug, id, { isPaused: state === 'active' }))}
        >
          {word(state === 'paused' ? 'sync.resume' : 'sync.pause')}
        </Button>
      ) : null}
      {state === 'draft' ? null : (
        <Button look="quiet" aria-label={actOn(word('sources.edit'), table)} onPress={() => setAsking('change')}>
          {word('sources.edit')}
        </Button>
      )}
      <Button look="quiet" aria-label={actOn(word('database.forbid'), table)} onPress={() => setAsking('remove')}>
        {word('database.forbid')}
      </Button>
      {act.error === null ? null : <InlineProblem error={act.error} />}
      {asking === 'change' ? <SyncDialog sync={sync} onClose={close} /> : null}
      {asking === 'remove' ? (
        <Confirm
          title={word('sync.remove.title', { table })}
          confirm={word('database.forbid')}
          onClose={close}
          action={async () => {
            await act.mutateAsync(() => syncActs.remove(slug, id));
            notices.say(word('sync.removed', { table }));
          }}
        >
          <p>{word('sync.remove.text')}</p>
        </Confirm>
      ) : null}
    </div>
  );
}
