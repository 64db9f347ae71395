import { type Score, scoresOf } from '@throughline/core/collect/score';
import type { Interaction } from '../../api/interactions.js';
import { shownValue } from '../../format/shown-value.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import type { WordKey } from '../../words/en.js';
import { word } from '../../words/word.js';
import styles from './timeline.module.css';

/** Everything an interaction carries: first what every interaction can have, then its own properties. */
export function EntryDetails({ interaction }: { readonly interaction: Interaction }) {
  const { formats } = useWorkspace();
  const { at, precision } = interaction;
  const known: readonly (readonly [WordKey, string | null])[] = [
    ['entry.field.time', precision === 'day' ? formats.day(at) : formats.moment(at)],
    ['entry.field.source', interaction.source],
    ['entry.field.direction', direction(interaction.direction)],
    ['entry.field.touchpoint', interaction.touchpoint],
    ['entry.field.about', interaction.about],
    ['entry.field.reason', interaction.reason],
    ['entry.field.outcome', interaction.outcome],
    ['entry.field.location', interaction.location],
    ['entry.field.message', interaction.id],
  ];
  const scores = scoresOf(interaction.properties);
  const isScore = (name: string) =>
    scores.length > 0 && (name === 'scores' || scores.some((score) => score.name === name));
  const properties = Object.entries(interaction.properties).filter(([name]) => !isScore(name));
  return (
    <dl className={styles.details}>
      {known.map(([key, value]) =>
        value === null || value === '' ? null : <Detail key={key} name={word(key)} value={value} />,
      )}
      {scores.map((score) => (
        <Detail key={`score ${score.name}`} name={score.name} value={scoreInWords(score)} />
      ))}
      {properties.map(([name, value]) => (
        <Detail key={`property ${name}`} name={name} value={shownValue(value)} code />
      ))}
    </dl>
  );
}

interface DetailProps {
  readonly name: string;
  readonly value: string;
  readonly code?: boolean;
}

function Detail({ name, value, code = false }: DetailProps) {
  return (
    <div className={styles.detail}>
      <dt>{code ? <code>{name}</code> : name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function scoreInWords({ value, from, to, question, about }: Score): string {
  return word('entry.score', { value, from, to, question, about });
}

function direction(value: string | null): string | null {
  if (value === null) return null;
  if (value.startsWith('from')) return word('entry.direction.from');
  return word(value.startsWith('to') ? 'entry.direction.to' : 'entry.direction.observed');
}
