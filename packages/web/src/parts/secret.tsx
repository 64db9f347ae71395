import { useId } from 'react';
import { word } from '../words/word.js';
import { CopyButton } from './copy-button.js';
import styles from './secret.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
}

/** Something shown once: in full, to be selected or copied. */
export function Secret({ label, value }: Props) {
  const id = useId();
  return (
    <div className={styles.secret}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.row}>
        <input id={id} readOnly value={value} className={styles.value} onFocus={(event) => event.target.select()} />
        <CopyButton text={value} label={`${word('app.copy')} ${label}`} />
      </div>
    </div>
  );
}
