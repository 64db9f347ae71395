import type { ReactNode } from 'react';
import styles from './empty.module.css';

interface Props {
  readonly title?: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** Where there is nothing yet: what this is, and what to do to fill it. */
export function Empty({ title, text, children }: Props) {
  return (
    <div className={styles.empty}>
      {title === undefined ? null : <p className={styles.title}>{title}</p>}
      <p>{text}</p>
      {children === undefined ? null : <div className={styles.acts}>{children}</div>}
    </div>
  );
}
