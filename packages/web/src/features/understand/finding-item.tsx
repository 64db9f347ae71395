import { Link } from '@tanstack/react-router';
import type { Finding } from '../../api/findings.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { word } from '../../words/word.js';
import { personName } from '../resolve/person-name.js';
import styles from './pulse-page.module.css';

interface Props {
  readonly finding: Finding;
  /** The page has said its sentence already; it is only read out here. */
  readonly isOpening: boolean;
}

/** One finding: the sentence, how sure it is, and ten people of whom it is true. */
export function FindingItem({ finding: { sentence, uncertainty, look }, isOpening }: Props) {
  const { slug } = useWorkspace();
  return (
    <li>
      <h2 className={isOpening ? styles.unseen : styles.sentence}>{sentence}</h2>
      {uncertainty === '' ? null : <p className={styles.meta}>{uncertainty}</p>}
      {look.length === 0 ? null : (
        <details className={styles.more}>
          <summary aria-label={word('pulse.look.aria', { count: look.length, sentence })}>
            {word('pulse.look', { count: look.length })}
          </summary>
          <ul className={styles.look}>
            {look.map((person) => (
              <li key={person.id}>
                <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person: person.id }}>
                  {personName(person)}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
