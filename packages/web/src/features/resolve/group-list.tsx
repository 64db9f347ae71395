import { Link } from '@tanstack/react-router';
import type { Group } from '../../api/person.js';
import { shownValue } from '../../format/shown-value.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { word } from '../../words/word.js';
import styles from './facts.module.css';
import { personName } from './person-name.js';

/** The households and accounts somebody belongs to, with what is known of them and who else belongs there. */
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
            <Members group={group} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Members({ group: { members, others } }: { readonly group: Group }) {
  const { slug } = useWorkspace();
  return (
    <div className={styles.members}>
      <p className={styles.origin}>
        {word('person.groups.others', { count: others, more: others < 1_000 ? 'no' : 'yes' })}
        {others > members.length ? ` ${word('person.groups.first', { count: members.length })}` : null}
      </p>
      <ul className={styles.memberNames}>
        {members.map((member) => (
          <li key={member.id}>
            <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person: member.id }}>
              {personName(member)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
