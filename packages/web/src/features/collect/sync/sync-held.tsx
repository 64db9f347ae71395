import { useNavigate } from '@tanstack/react-router';
import { type Sync, syncActs } from '../../../api/syncs.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { word } from '../../../words/word.js';
import { actOn } from './act-on.js';
import styles from './sync.module.css';
import { useSyncAct } from './use-sync-act.js';

interface Props {
  readonly sync: Sync;
  readonly held: NonNullable<Sync['held']>;
}

/** Why a table is not read on, and the ways a person may decide. */
export function SyncHeld({ sync, held }: Props) {
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const act = useSyncAct();
  const name = sync.table.name;
  const decide = (choice: Parameters<typeof syncActs.decide>[2]) =>
    act.mutate(() => syncActs.decide(slug, sync.id, choice));
  const mapAnew = () =>
    act.mutate(async () => {
      const { id } = await syncActs.readAnew(slug, sync.id);
      await navigate({ to: '/w/$workspace/data/database', params: { workspace: slug }, search: { read: id } });
    });
  return (
    <div className={styles.held}>
      {held.type === 'gone' ? (
        <p>{word('sync.held.gone', { missing: held.missing, of: held.of })}</p>
      ) : (
        <ul>
          {held.vanished.map((column) => (
            <li key={column}>{word('sync.held.vanished', { column })}</li>
          ))}
          {held.changed.map(({ name: column, was, is }) => (
            <li key={column}>{word('sync.held.changed', { column, was, is })}</li>
          ))}
        </ul>
      )}
      <p>{word('sync.held.text')}</p>
      {act.error === null ? null : <InlineProblem error={act.error} />}
      <div className={styles.acts}>
        {held.type === 'gone' ? (
          <>
            <Button
              aria-label={actOn(word('sync.takeBack'), name)}
              isPending={act.isPending}
              onPress={() => decide('take-back')}
            >
              {word('sync.takeBack')}
            </Button>
            <Button
              aria-label={actOn(word('sync.keep'), name)}
              isPending={act.isPending}
              onPress={() => decide('keep')}
            >
              {word('sync.keep')}
            </Button>
          </>
        ) : (
          <>
            <Button aria-label={actOn(word('sync.mapAnew'), name)} isPending={act.isPending} onPress={mapAnew}>
              {word('sync.mapAnew')}
            </Button>
            <Button
              aria-label={actOn(word(held.vanished.length > 0 ? 'sync.goOn.without' : 'sync.goOn'), name)}
              isPending={act.isPending}
              onPress={() => decide('go-on')}
            >
              {word(held.vanished.length > 0 ? 'sync.goOn.without' : 'sync.goOn')}
            </Button>
          </>
        )}
        <Button aria-label={actOn(word('sync.wait'), name)} isPending={act.isPending} onPress={() => decide('wait')}>
          {word('sync.wait')}
        </Button>
      </div>
    </div>
  );
}
