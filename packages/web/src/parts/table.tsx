import type { ReactNode } from 'react';
import styles from './table.module.css';

interface Props {
  /** What the table holds, for those who hear it. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** Places of columns that hold numbers. */
  readonly numeric?: readonly number[];
  /** The last column holds buttons, which name themselves: its heading is only read out. */
  readonly endsInActs?: boolean;
  readonly children: ReactNode;
}

/** A plain table of a few dozen rows; where it is wider than the screen it scrolls by itself. */
export function Table({ caption, columns, numeric = [], endsInActs = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={numeric.includes(index) ? styles.number : undefined}>
                {endsInActs && index === columns.length - 1 ? <span className={styles.caption}>{column}</span> : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
