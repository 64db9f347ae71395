import { useQuery } from '@tanstack/react-query';
import { type JoinProgress, joinProgress } from '../../../api/coverage.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Loading } from '../../../parts/loading.js';
import { Problem } from '../../../parts/problem.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { monthBars } from './month-bars.js';
import styles from './who-knows-whom.module.css';

const size = { width: 600, height: 90 };

/** How many people were known at the end of each month, and how many of them to two systems: the finding, a small picture, a table. */
export function ProgressSection() {
  const { slug } = useWorkspace();
  const query = useQuery(joinProgress(slug));
  const { data } = query;
  return (
    <>
      <h2 className={styles.heading}>{word('coverage.progress')}</h2>
      {query.isError && data === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <Loading /> : null}
      {data === undefined ? null : <Progress data={data} />}
    </>
  );
}

function Progress({ data: { opening, months } }: { readonly data: JoinProgress }) {
  const { formats } = useWorkspace();
  const bars = monthBars(months, size);
  return (
    <figure className={styles.progress}>
      <figcaption>{opening}</figcaption>
      {months.length < 2 ? null : (
        <svg
          viewBox={`0 0 ${size.width} ${size.height}`}
          className={styles.months}
          aria-hidden="true"
          focusable="false"
        >
          {bars.map(({ month, people, shared }) => (
            <g key={month}>
              <rect {...people} className={styles.people} />
              <rect {...shared} className={styles.shared} />
            </g>
          ))}
        </svg>
      )}
      <p className={styles.meta}>{word('coverage.progress.hint')}</p>
      {months.length === 0 ? null : (
        <details>
          <summary>{word('coverage.progress.table')}</summary>
          <Table
            caption={word('coverage.progress')}
            columns={[
              word('coverage.progress.month'),
              word('coverage.progress.people'),
              word('coverage.progress.shared'),
              word('coverage.progress.share'),
              word('coverage.progress.joined'),
              word('coverage.progress.split'),
            ]}
            numeric={[1, 2, 3, 4, 5]}
          >
            {months.toReversed().map(({ month, name, people, shared, joined, split }) => (
              <tr key={month}>
                <th scope="row">{name}</th>
                <td data-number>{formats.number(people)}</td>
                <td data-number>{formats.number(shared)}</td>
                <td data-number>{people === 0 ? '–' : formats.percent(shared / people)}</td>
                <td data-number>{formats.number(joined)}</td>
                <td data-number>{formats.number(split)}</td>
              </tr>
            ))}
          </Table>
        </details>
      )}
    </figure>
  );
}
