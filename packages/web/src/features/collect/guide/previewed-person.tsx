import { identifierLabel } from '@throughline/core/resolve/identifier-label';
import type { PreviewedInteraction, PreviewedPerson } from '../../../api/files/import-preview.js';
import { shownValue } from '../../../format/shown-value.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { IdentifierChip } from '../../../parts/identifier-chip.js';
import { sentences } from '../../../words/sentences.js';
import { word } from '../../../words/word.js';
import { useChannelLabel } from '../use-channel-label.js';
import styles from './guide.module.css';

const shownTraits = 6;

/** Somebody the file speaks of: what they are known by, what is said of them, and the newest of what happened. */
export function PreviewedPersonItem({ person }: { readonly person: PreviewedPerson }) {
  const [best] = person.identifiers;
  const name = person.name ?? (best === undefined ? word('guide.preview.unknown') : identifierLabel(best, sentences()));
  const traits = Object.entries(person.traits).filter(([, value]) => value !== person.name);
  return (
    <li>
      <h3>{name}</h3>
      <p className={styles.chips}>
        {person.identifiers.map((identifier) => (
          <IdentifierChip key={`${identifier.namespace} ${identifier.value}`} identifier={identifier} />
        ))}
      </p>
      {traits.length === 0 ? null : (
        <p className={styles.hint}>
          {traits
            .slice(0, shownTraits)
            .map(([trait, value]) => `${trait.replaceAll('_', ' ')}: ${shownValue(value)}`)
            .join(' · ')}
        </p>
      )}
      {person.interactions.length === 0 ? null : (
        <ol className={styles.happened}>
          {person.interactions.map((interaction) => (
            <Happened key={`${interaction.line} ${interaction.name}`} interaction={interaction} />
          ))}
        </ol>
      )}
      {person.count > person.interactions.length ? (
        <p className={styles.hint}>
          {word('guide.preview.earlier', { count: person.count - person.interactions.length })}
        </p>
      ) : null}
    </li>
  );
}

function Happened({ interaction }: { readonly interaction: PreviewedInteraction }) {
  const { formats } = useWorkspace();
  const channelLabel = useChannelLabel();
  const { at, precision, name, channel, about, value, currency, marks } = interaction;
  const more = [
    channelLabel(channel),
    ...(about === null ? [] : [`${about.kind} ${about.id}`]),
    ...(value === null ? [] : [formats.money(value, currency)]),
    ...(marks.test === true ? [word('entry.mark.test')] : []),
    ...(marks.internal === true ? [word('entry.mark.internal')] : []),
  ];
  return (
    <li>
      <span className={styles.hint}>{precision === 'day' ? formats.day(at) : formats.moment(at)}</span> {name}{' '}
      <span className={styles.hint}>{more.join(' · ')}</span>
    </li>
  );
}
