import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { joins } from '../../../api/joins.js';
import type { Person } from '../../../api/person.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Loading } from '../../../parts/loading.js';
import { word } from '../../../words/word.js';
import styles from './match-graph.module.css';

const HowMatched = lazy(async () => ({ default: (await import('./how-matched.js')).HowMatched }));

/** Behind how sure we are: the identifiers and what holds them together, loaded when it is wanted. Nothing where there is no match. */
export function ShowHow({ person }: { readonly person: Person }) {
  const { slug } = useWorkspace();
  const { data } = useQuery(joins(slug, person.currentId));
  const [isOpen, setIsOpen] = useState(false);
  if (data === undefined || data.joins.length === 0) return null;
  return (
    <details className={styles.how} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{word('person.how')}</summary>
      {isOpen ? (
        <Suspense fallback={<Loading rows={4} />}>
          <HowMatched person={person} answer={data} />
        </Suspense>
      ) : null}
    </details>
  );
}
