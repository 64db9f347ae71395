import { Link } from '@tanstack/react-router';
import type { Sync } from '../../../api/syncs.js';
import { sentence } from '../../../format/sentence.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { word } from '../../../words/word.js';
import { everyText } from './every-text.js';
import styles from './sync.module.css';
import { SyncActs } from './sync-acts.js';
import { SyncHeld } from './sync-held.js';

/** One table that is read again and again: when, what came last, what is wrong, and what can be done. */
export function SyncItem({ sync }: { readonly sync: Sync }) {
  const { slug, formats } = useWorkspace();
  const { table, server, source, state, doing, staged, lastRunAt, lastRows, nextAt, problem, added } = sync;
  const place = `${server.database} · ${server.host}:${server.port}`;
  return (
    <li className={styles.sync} data-state={state}>
      <div>
        <h3>
          {table.name} <span className={styles.state}>{word('sync.state', { state })}</span>
        </h3>
        <p className={styles.meta}>
          {source === null ? place : word('sync.to', { place, source: source.name })}
          {sync.everyMinutes === null ? null : ` · ${everyText(sync.everyMinutes)} · `}
          {sync.everyMinutes === null
            ? null
            : sync.watermarkColumn === null
              ? word('sync.column.whole')
              : word('sync.by', { column: sync.watermarkColumn })}
        </p>
        {doing === 'nothing' ? null : <p role="status">{word('sync.doing', { doing })}</p>}
        {lastRunAt === null || state === 'draft' ? null : (
          <p>
            {word('sync.last', { at: formats.moment(lastRunAt), rows: lastRows ?? 0 })}
            {nextAt === null ? null : ` ${word('sync.next', { at: formats.moment(nextAt) })}`}
          </p>
        )}
        {lastRunAt === null && nextAt !== null ? <p>{word('sync.next', { at: formats.moment(nextAt) })}</p> : null}
        {problem === null ? null : (
          <p className={styles.error}>
            {sentence(problem.detail)} {word('sync.again', { failures: sync.failures })}
          </p>
        )}
        {added.length === 0 ? null : <p>{word('sync.added', { columns: added.join(', ') })}</p>}
        {staged === null ? null : (
          <p>
            <Link to="/w/$workspace/data/imports/guide" params={{ workspace: slug }} search={{ file: staged }}>
              {word('sync.goThrough')}
            </Link>
          </p>
        )}
        {sync.held === null ? null : <SyncHeld sync={sync} held={sync.held} />}
      </div>
      <SyncActs sync={sync} />
    </li>
  );
}
