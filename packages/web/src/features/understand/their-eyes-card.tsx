import { useQuery } from '@tanstack/react-query';
import { type EyesFact, theirEyes } from '../../api/their-eyes.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Loading } from '../../parts/loading.js';
import { Problem } from '../../parts/problem.js';
import { Table } from '../../parts/table.js';
import { word } from '../../words/word.js';
import styles from './their-eyes-card.module.css';

/** Our dealings with somebody as they lived them: what we sent, what they had to do, how often again, how long they waited. */
export function TheirEyesCard({ person }: { readonly person: string }) {
  const { slug } = useWorkspace();
  const query = useQuery(theirEyes(slug, person));
  return (
    <section aria-labelledby="their-eyes">
      <h2 id="their-eyes">{word('person.eyes')}</h2>
      {query.isError ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Loading rows={4} />
      ) : (
        <>
          <p className={styles.opening}>{query.data.opening}</p>
          <dl className={styles.facts}>
            {query.data.facts.map((fact) => (
              <Fact key={fact.id} fact={fact} />
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function Fact({ fact: { title, sentence, definition, rows } }: { readonly fact: EyesFact }) {
  const { formats } = useWorkspace();
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <p>{sentence}</p>
        {rows.length === 0 ? null : (
          <Table
            caption={title}
            columns={[word('person.eyes.channel'), word('person.eyes.last30'), word('person.eyes.last90')]}
            numeric={[1, 2]}
          >
            {rows.map(({ label, last30, last90 }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-number>{formats.number(last30)}</td>
                <td data-number>{formats.number(last90)}</td>
              </tr>
            ))}
          </Table>
        )}
        <details className={styles.counted}>
          <summary aria-label={word('person.eyes.counted.aria', { title })}>{word('person.eyes.counted')}</summary>
          <p>{definition}</p>
        </details>
      </dd>
    </div>
  );
}
