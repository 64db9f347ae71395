import { useInfiniteQuery } from '@tanstack/react-query';
import { interactions } from '../../api/interactions.js';
import type { Person } from '../../api/person.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Loading } from '../../parts/loading.js';
import { Problem } from '../../parts/problem.js';
import { word } from '../../words/word.js';
import { useChannelLabel } from '../collect/use-channel-label.js';
import { ChannelFilter } from './channel-filter.js';
import styles from './timeline.module.css';
import { TimelineEntries } from './timeline-entries.js';

interface Props {
  readonly person: Person;
  readonly channel: string | null;
}

/** Everything that happened to one person, in their order, whatever the channel. */
export function Timeline({ person, channel }: Props) {
  const { slug, formats } = useWorkspace();
  const channelLabel = useChannelLabel();
  const query = useInfiniteQuery(interactions(slug, person.currentId, channel));
  const first = query.data?.pages[0];
  const loaded = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{word('person.timeline')}</h2>
      <div className={styles.tools}>
        {first === undefined || loaded.length === 0 ? null : (
          <p className={styles.finding} aria-live="polite">
            {word('person.timeline.count', {
              total: first.total,
              channel: channel === null ? 'none' : channelLabel(channel),
            })}{' '}
            {word('app.asOf', { at: formats.moment(first.asOf) })}
          </p>
        )}
        {person.channels.length > 1 || channel !== null ? (
          <ChannelFilter channels={person.channels} channel={channel} />
        ) : null}
      </div>
      {query.isError && loaded.length === 0 ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading rows={10} />
      ) : loaded.length === 0 ? (
        <p className={styles.finding}>{word(channel === null ? 'person.timeline.none' : 'person.timeline.noneIn')}</p>
      ) : (
        <TimelineEntries interactions={loaded} total={first?.total ?? loaded.length} more={query} />
      )}
    </section>
  );
}
