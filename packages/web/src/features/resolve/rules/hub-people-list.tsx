import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Hub, hubPeople } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Loading } from '../../../parts/loading.js';
import { word } from '../../../words/word.js';
import styles from './rules.module.css';

/** The people an identifier is seen with, as far as they fit: whom it would join. */
export function HubPeopleList({ hub }: { readonly hub: Hub }) {
  const { slug } = useWorkspace();
  const query = useQuery(hubPeople(slug, hub));
  if (query.isError) return <InlineProblem error={query.error} />;
  if (query.data === undefined) return <Loading rows={2} />;
  const { people } = query.data;
  const left = hub.people - people.length;
  return (
    <ul className={styles.people}>
      {people.map(({ id, name }) => (
        <li key={id}>
          <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person: id }}>
            {name ?? word('rules.hubs.unnamed')}
          </Link>
        </li>
      ))}
      {left > 0 ? <li className={styles.meta}>{word('rules.whatIf.more', { count: left })}</li> : null}
    </ul>
  );
}
