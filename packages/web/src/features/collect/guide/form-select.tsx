import { useId } from 'react';
import type { Choice } from '../../../format/place-choices.js';
import styles from './guide.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** The browser's own list, whose choice holds at once. */
export function FormSelect({ label, value, choices, onChange }: Props) {
  const id = useId();
  const isKnown = choices.some((choice) => choice.value === value);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} className={styles.input} value={value} onChange={({ target }) => onChange(target.value)}>
        {(isKnown ? choices : [{ value, label: value }, ...choices]).map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
