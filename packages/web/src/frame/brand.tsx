import { word } from '../words/word.js';
import styles from './brand.module.css';

export function Brand() {
  return (
    <span className={styles.brand}>
      <svg viewBox="0 0 32 24" width="28" height="21" aria-hidden="true" focusable="false">
        <path
          d="M2 17c7 0 7-10 14-10s7 10 14 10"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
        <circle cx="16" cy="7" r="3.2" fill="var(--paper)" stroke="currentColor" strokeWidth="2.2" />
      </svg>
      {word('app.name')}
    </span>
  );
}
