import type { Ref } from 'react';
import type { Interaction } from '../../api/interactions.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Icon } from '../../parts/icon.js';
import type { WordKey } from '../../words/en.js';
import { word } from '../../words/word.js';
import { useChannelLabel } from '../collect/use-channel-label.js';
import { EntryDetails } from './entry-details.js';
import styles from './timeline.module.css';

interface Props {
  readonly ref: Ref<HTMLLIElement>;
  readonly index: number;
  readonly position: number;
  readonly total: number;
  readonly interaction: Interaction;
  readonly open: boolean;
  readonly onToggle: () => void;
}

const marks = ['machine', 'internal', 'test', 'void'] as const;
const outcomes: Readonly<Record<string, WordKey>> = { well: 'entry.outcome.well', badly: 'entry.outcome.badly' };

export function TimelineEntry({ ref, index, position, total, interaction, open, onToggle }: Props) {
  const { formats } = useWorkspace();
  const channelLabel = useChannelLabel();
  const { name, channel, source, value, currency, outcome } = interaction;
  const outcomeKey = outcome === null ? undefined : outcomes[outcome];
  const quiet = [channelLabel(channel), source, interaction.location, interaction.about].filter((part) => part);
  return (
    <li
      ref={ref}
      data-index={index}
      data-position={position}
      aria-setsize={total}
      aria-posinset={position}
      className={styles.entry}
      data-void={interaction.marks.void}
    >
      <button type="button" className={styles.line} aria-expanded={open} onClick={onToggle}>
        <time className={styles.time} dateTime={interaction.at}>
          {interaction.precision === 'day' ? word('person.timeline.dayOnly') : formats.time(interaction.at)}
        </time>
        <span className={styles.what}>
          <span className={styles.name}>{name}</span>
          {marks.map((mark) =>
            interaction.marks[mark] ? (
              <span key={mark} className={styles.mark}>
                {word(`entry.mark.${mark}`)}
              </span>
            ) : null,
          )}
          {outcomeKey === undefined ? null : (
            <span className={styles.mark} data-outcome={outcome}>
              {word(outcomeKey)}
            </span>
          )}
          <span className={styles.via}>{quiet.join(' · ')}</span>
        </span>
        {value === null ? null : <span className={styles.value}>{formats.money(value, currency)}</span>}
        <span className={styles.arrow}>
          <Icon name="open" />
        </span>
      </button>
      {open ? <EntryDetails interaction={interaction} /> : null}
    </li>
  );
}
