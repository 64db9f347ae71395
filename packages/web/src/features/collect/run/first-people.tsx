import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { identifierLabel } from '@throughline/core/resolve/identifier-label';
import { newestCustomers, type PersonSummary } from '../../../api/customers.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { sentences } from '../../../words/sentences.js';
import { word } from '../../../words/word.js';
import styles from './run-page.module.css';

/** Who is known by now; while an import runs, asked again each second. */
export function FirstPeople({ isMoving }: { readonly isMoving: boolean }) {
  const { slug } = useWorkspace();
  const { data } = useQuery({
    ...newestCustomers(slug),
    refetchInterval: ({ state }) => (isMoving || state.data?.items.length === 0 ? 1_000 : 5_000),
  });
  if (data === undefined) return null;
  if (data.items.length === 0) return <p className={styles.meta}>{word('run.people.none')}</p>;
  return (
    <section aria-labelledby="first-people" className={styles.people}>
      <h2 id="first-people">{word('run.people')}</h2>
      <p className={styles.lead}>{data.opening}</p>
      <ul>
        {data.items.map((person) => (
          <li key={person.id}>
            <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person: person.id }}>
              {nameOf(person)}
            </Link>
          </li>
        ))}
      </ul>
      <Link to="/w/$workspace/customers" params={{ workspace: slug }}>
        {word('run.people.all')}
      </Link>
    </section>
  );
}

function nameOf({ name, identifiers: [best] }: PersonSummary): string {
  return name ?? (best === undefined ? word('customers.noName') : identifierLabel(best, sentences()));
}
