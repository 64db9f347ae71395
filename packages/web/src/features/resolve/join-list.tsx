import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Join, joins } from '../../api/joins.js';
import type { Person } from '../../api/person.js';
import { uniqueKeys } from '../../format/unique-keys.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { Loading } from '../../parts/loading.js';
import { Problem } from '../../parts/problem.js';
import { word } from '../../words/word.js';
import { JoinItem } from './join-item.js';
import styles from './join-list.module.css';

const few = 3;

/** Each reason why these are one person, newest first; what a rule refused is said as plainly. Nothing where nothing was joined. */
export function JoinList({ person }: { readonly person: Person }) {
  const { slug } = useWorkspace();
  const query = useQuery(joins(slug, person.currentId));
  const [all, setAll] = useState(false);
  if (query.isError) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading rows={3} />;
  const found = query.data.joins;
  if (found.length === 0) return null;
  const keys = uniqueKeys(found.map(keyOf));
  return (
    <>
      <ol className={styles.joins} aria-label={word('person.joins')}>
        {found.slice(0, all ? found.length : few).map((join, index) => (
          <JoinItem key={keys[index]} join={join} person={person} />
        ))}
      </ol>
      {all || found.length <= few ? null : (
        <Button look="quiet" onPress={() => setAll(true)}>
          {word('person.joins.all', { count: found.length })}
        </Button>
      )}
    </>
  );
}

/** One match can be listed several times: held, as shared, and once for each pair of identifiers that a rule keeps apart. */
function keyOf({ match, kind, held, identifiers }: Join): string {
  return JSON.stringify([match, kind, held, identifiers.map(({ namespace, value }) => [namespace, value])]);
}
