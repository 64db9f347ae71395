import { isRunning, type Mending } from '../../api/set-aside.js';
import { sentence } from '../../format/sentence.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { word } from '../../words/word.js';
import { RunningMending } from './running-mending.js';
import styles from './set-aside.module.css';

/** One order: how far it is and the way to stop it, or how it ended. */
export function MendingItem({ mending }: { readonly mending: Mending }) {
  const { formats } = useWorkspace();
  const what = word(mending.act === 'leave-out' ? 'setAside.mending.leaveOut' : 'setAside.mending.replay', {
    count: mending.waiting,
    isFile: mending.fileName === null ? 'no' : 'yes',
    file: mending.fileName ?? '',
  });
  const by = word('setAside.mending.by', { who: mending.createdBy, at: formats.moment(mending.createdAt) });
  return (
    <li className={styles.mending} data-state={mending.state}>
      <p>
        {what} {isRunning(mending) ? null : <strong>{ending(mending)}</strong>}{' '}
        <span className={styles.meta}>{sentence(by)}</span>
      </p>
      {mending.error === null ? null : <p className={styles.error}>{sentence(mending.error.detail)}</p>}
      {isRunning(mending) ? <RunningMending mending={mending} what={what} /> : null}
    </li>
  );
}

function ending({ act, state, replayed, stillAside, leftOut }: Mending): string {
  const result =
    act === 'leave-out'
      ? word('setAside.leftOut', { count: leftOut })
      : word('setAside.replayed', { replayed, stillAside });
  if (state === 'failed') return `${word('setAside.mending.failed')} ${result}`;
  return state === 'stopped' ? `${word('setAside.mending.stopped')} ${result}` : result;
}
