import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { lastInteractions } from '../../../api/interactions.js';
import type { Person } from '../../../api/person.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Loading } from '../../../parts/loading.js';
import { word } from '../../../words/word.js';
import { useChannelLabel } from '../../collect/use-channel-label.js';
import { personName } from '../person-name.js';
import styles from './compare.module.css';

/** The last few things somebody did. */
export function LastInteractions({ person }: { readonly person: Person }) {
  const { slug, formats } = useWorkspace();
  const heading = useId();
  const channelLabel = useChannelLabel();
  const query = useQuery(lastInteractions(slug, person.currentId));
  return (
    <section aria-labelledby={heading} className={styles.side}>
      <h2 id={heading}>{word('compare.last', { name: personName(person) })}</h2>
      {query.isError ? (
        <InlineProblem error={query.error} />
      ) : query.data === undefined ? (
        <Loading rows={4} />
      ) : query.data.items.length === 0 ? (
        <p className={styles.origin}>{word('compare.last.none')}</p>
      ) : (
        <ol className={styles.entries}>
          {query.data.items.map(({ id, at, name, channel, source }) => (
            <li key={id}>
              <time dateTime={at}>{formats.day(at)}</time> {name}
              <div className={styles.origin}>
                {channelLabel(channel)} · {source}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
