import type { Group } from '../../api/person.js';
import { shownValue } from '../../format/shown-value.js';
import { word } from '../../words/word.js';
import styles from './facts.module.css';

/** The households and accounts somebody belongs to, with what is known of them. */
export function GroupList({ groups }: { readonly groups: readonly Group[] }) {
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{word('person.groups')}</h2>
      <ul className={styles.list}>
        {groups.map((group) => (
          <li key={`${group.kind} ${group.value}`}>
            <span className={styles.groupName}>
              {word(group.kind === 'household' ? 'person.groups.household' : 'person.groups.account')} {group.value}
            </span>
            <dl className={styles.group}>
              {Object.entries(group.traits).map(([name, value]) => (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{name.replaceAll('_', ' ')}</dt>
                  <dd>{shownValue(value)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
