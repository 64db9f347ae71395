import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type RefusedJoins, refusedJoins } from '../../../api/rules.js';
import { sentence } from '../../../format/sentence.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { IdentifierChip } from '../../../parts/identifier-chip.js';
import { Loading } from '../../../parts/loading.js';
import { Problem } from '../../../parts/problem.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import styles from './rules.module.css';

/** Joins that somebody's messages asked for and a rule or decision refuses: how many by each reason, then one by one. */
export function RefusedList() {
  const { slug, formats } = useWorkspace();
  const query = useInfiniteQuery(refusedJoins(slug));
  const first = query.data?.pages[0];
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="refused" className={styles.section}>
      <h2 id="refused" className={styles.heading}>
        {word('rules.refused')}
      </h2>
      {query.isError && first === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <Loading rows={2} /> : null}
      {first === undefined ? null : <Reasons first={first} />}
      {items.length === 0 ? null : (
        <Table
          caption={word('rules.refused')}
          columns={[
            word('rules.refused.one'),
            word('rules.refused.other'),
            word('rules.refused.because'),
            word('rules.refused.day'),
          ]}
        >
          {items.map((item) => (
            <tr key={`${item.match} ${item.a.value} ${item.b.value}`}>
              <td>
                <Side side={item.a} />
              </td>
              <td>
                <Side side={item.b} />
              </td>
              <td>{sentence(item.because)}</td>
              <td>{formats.moment(item.at)}</td>
            </tr>
          ))}
        </Table>
      )}
      {query.hasNextPage ? (
        <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {word('rules.refused.more')}
        </Button>
      ) : null}
    </section>
  );
}

function Reasons({ first }: { readonly first: RefusedJoins }) {
  if (first.reasons.length === 0) return <p className={styles.meta}>{word('rules.refused.empty')}</p>;
  return (
    <>
      <p>{first.opening}</p>
      <ul className={styles.reasons}>
        {first.reasons.map(({ because, joins }) => (
          <li key={because}>{word('rules.refused.reason', { joins, because })}</li>
        ))}
      </ul>
    </>
  );
}

function Side({ side: { person, name, namespace, value } }: { readonly side: RefusedJoins['items'][number]['a'] }) {
  const { slug } = useWorkspace();
  return (
    <>
      <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person }}>
        {name ?? word('rules.hubs.unnamed')}
      </Link>{' '}
      <IdentifierChip identifier={{ namespace, value }} />
    </>
  );
}
