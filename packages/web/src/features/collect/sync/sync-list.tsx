import type { Sync } from '../../../api/syncs.js';
import { word } from '../../../words/word.js';
import styles from './sync.module.css';
import { SyncItem } from './sync-item.js';

/** The tables that are read again and again; those that need a person come first. */
export function SyncList({ syncs }: { readonly syncs: readonly Sync[] }) {
  if (syncs.length === 0) return null;
  return (
    <section className={styles.syncs} aria-labelledby="table-syncs">
      <h2 id="table-syncs">{word('sync.list')}</h2>
      <ul>
        {syncs.map((sync) => (
          <SyncItem key={sync.id} sync={sync} />
        ))}
      </ul>
    </section>
  );
}
