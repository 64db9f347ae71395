import { word } from '../words/word.js';
import styles from './loading.module.css';

/** Lines where text will be; says so to those who cannot see them. `rows` is about as many as will come. */
export function Loading({ rows = 5 }: { readonly rows?: number }) {
  return (
    <div role="status" className={styles.loading}>
      <span className={styles.text}>{word('app.loading')}</span>
      {Array.from({ length: rows }, (_, row) => `line ${row}`).map((line) => (
        <span key={line} aria-hidden="true" className={styles.line} />
      ))}
    </div>
  );
}
