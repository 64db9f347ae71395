import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type JoinList, joinLists, undoJoinList } from '../../../api/join-lists.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Loading } from '../../../parts/loading.js';
import { Problem } from '../../../parts/problem.js';
import { Progress } from '../../../parts/progress.js';
import { word } from '../../../words/word.js';
import styles from './join-list.module.css';

/** The files that were handed in, how far each is, and the way back. */
export function HandedInLists() {
  const { slug } = useWorkspace();
  const query = useQuery(joinLists(slug));
  if (query.isError) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading rows={3} />;
  if (query.data.items.length === 0) return null;
  return (
    <section aria-labelledby="handed-in" className={styles.lists}>
      <h2 id="handed-in">{word('joinList.handedIn')}</h2>
      <ul className={styles.items}>
        {query.data.items.map((list) => (
          <HandedInList key={list.id} list={list} />
        ))}
      </ul>
    </section>
  );
}

function HandedInList({ list }: { readonly list: JoinList }) {
  const { slug, isAdmin, formats } = useWorkspace();
  const queryClient = useQueryClient();
  const undo = useMutation({
    mutationFn: () => undoJoinList(slug, list.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['w', slug] }),
  });
  const { name, decisions, standing, state } = list;
  const isUnderWay = state === 'applying' || state === 'undoing';
  const said = word('joinList.state', { state, standing, decisions });
  return (
    <li className={styles.item}>
      <p>
        <strong>{name}</strong>{' '}
        <span className={styles.by}>
          {word('person.joins.source', { source: list.madeBy, at: formats.moment(list.madeAt) })}
        </span>
      </p>
      {isUnderWay ? (
        <Progress label={name} share={{ done: state === 'applying' ? standing : decisions - standing, of: decisions }}>
          {said}
        </Progress>
      ) : (
        <p role="status">{said}</p>
      )}
      {undo.error === null ? null : <InlineProblem error={undo.error} />}
      {isAdmin && state === 'applied' ? (
        <div>
          <Button
            look="quiet"
            isPending={undo.isPending}
            aria-label={word('joinList.undo.aria', { name })}
            onPress={() => undo.mutate()}
          >
            {word('joinList.undo')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
