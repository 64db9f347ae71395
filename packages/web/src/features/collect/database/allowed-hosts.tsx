import { useQuery } from '@tanstack/react-query';
import { databaseHosts } from '../../../api/databases.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { word } from '../../../words/word.js';
import { AllowedHost } from './allowed-host.js';
import styles from './database.module.css';

/** The servers that may be read from, each with the way to take that back; nothing as long as there is none. */
export function AllowedHosts() {
  const { slug } = useWorkspace();
  const { data, error } = useQuery(databaseHosts(slug));
  if (error !== null && data === undefined) return <InlineProblem error={error} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className={styles.tables} aria-labelledby="allowed-hosts">
      <h2 id="allowed-hosts">{word('database.hosts')}</h2>
      <ul>
        {data.items.map((host) => (
          <AllowedHost key={host.id} host={host} />
        ))}
      </ul>
    </section>
  );
}
