import type { Mending } from '../../api/set-aside.js';
import { word } from '../../words/word.js';
import { MendingItem } from './mending-item.js';
import styles from './set-aside.module.css';

/** What is being done with all of a reason, and what came of it a few minutes ago. */
export function MendingList({ mendings }: { readonly mendings: readonly Mending[] }) {
  if (mendings.length === 0) return null;
  return (
    <ul className={styles.mendings} aria-label={word('setAside.mendings')}>
      {mendings.map((mending) => (
        <MendingItem key={mending.id} mending={mending} />
      ))}
    </ul>
  );
}
