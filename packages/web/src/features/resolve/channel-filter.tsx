import { getRouteApi } from '@tanstack/react-router';
import { useId } from 'react';
import { word } from '../../words/word.js';
import { useChannelLabel } from '../collect/use-channel-label.js';
import styles from './timeline.module.css';

const route = getRouteApi('/w/$workspace/customers/$person');

interface Props {
  readonly channels: readonly string[];
  readonly channel: string | null;
}

/** One channel, or all; kept in the address. */
export function ChannelFilter({ channels, channel }: Props) {
  const id = useId();
  const navigate = route.useNavigate();
  const channelLabel = useChannelLabel();
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{word('person.timeline.filter')}</label>
      <select
        id={id}
        value={channel ?? ''}
        onChange={(event) => {
          const next = event.target.value;
          void navigate({ search: next === '' ? {} : { channel: next }, replace: true, resetScroll: false });
        }}
      >
        <option value="">{word('person.timeline.all')}</option>
        {[...new Set([...channels, ...(channel === null ? [] : [channel])])].map((name) => (
          <option key={name} value={name}>
            {channelLabel(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
