import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import type { PersonSummary } from '../../../api/customers.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Icon } from '../../../parts/icon.js';
import { personName } from '../person-name.js';
import styles from './at-hand.module.css';

interface Props {
  readonly label: string;
  readonly people: readonly PersonSummary[];
  /** What the button beside somebody says it does. */
  readonly takeOff: (name: string) => string;
  readonly onTakeOff: (id: string) => void;
}

/** A few people as links, each with a button to take them off. Whoever takes one off by key finds the next under the focus. */
export function AtHandList({ label, people, takeOff, onTakeOff }: Props) {
  const { slug } = useWorkspace();
  const heading = useId();
  const list = useRef<HTMLUListElement>(null);
  const left = useRef<number | null>(null);
  useEffect(() => {
    if (left.current === null) return;
    const links = list.current?.querySelectorAll('a');
    links?.item(Math.min(left.current, people.length - 1))?.focus();
    left.current = null;
  }, [people]);
  if (people.length === 0) return null;
  return (
    <section aria-labelledby={heading} className={styles.list}>
      <h2 id={heading} className={styles.title}>
        {label}
      </h2>
      <ul ref={list} className={styles.people}>
        {people.map((person, index) => (
          <li key={person.id} className={styles.person}>
            <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person: person.id }}>
              {personName(person)}
            </Link>
            <Button
              look="quiet"
              aria-label={takeOff(personName(person))}
              onPress={() => {
                left.current = index;
                onTakeOff(person.id);
              }}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
