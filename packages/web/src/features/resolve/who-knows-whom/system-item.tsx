import type { CoveredSystem } from '../../../api/coverage.js';
import { sentence } from '../../../format/sentence.js';
import styles from './who-knows-whom.module.css';

/** One system: how many of its people nobody else knows, as a sentence and as a bar of all it knows. */
export function SystemItem({ system }: { readonly system: CoveredSystem }) {
  const share = system.people === 0 ? 0 : (100 * system.alone) / system.people;
  return (
    <li>
      <h3>{system.name}</h3>
      <p>{sentence(system.sentence)}</p>
      {system.people === 0 ? null : (
        <div className={styles.bar} aria-hidden="true">
          <div className={styles.alone} style={{ width: `${share}%` }} />
        </div>
      )}
    </li>
  );
}
