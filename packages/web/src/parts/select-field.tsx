import { useId } from 'react';
import type { Choice } from '../format/place-choices.js';
import styles from './field.module.css';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly initial?: string;
  readonly hint?: string;
  readonly onChange?: (value: string) => void;
}

/** The browser's own list: it works with every keyboard, telephone and screen reader, also with four hundred zones. */
export function SelectField({ label, name, choices, initial, hint, onChange }: Props) {
  const id = useId();
  const known = initial === undefined || choices.some((choice) => choice.value === initial);
  const shown = known ? choices : [{ value: initial, label: initial }, ...choices];
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        className={styles.input}
        id={id}
        name={name}
        defaultValue={initial}
        onChange={({ currentTarget }) => onChange?.(currentTarget.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        {shown.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {hint === undefined ? null : (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
