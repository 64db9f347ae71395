import type { ReactNode } from 'react';
import { word } from '../words/word.js';
import styles from './page.module.css';

interface Props {
  readonly title: string;
  /** The finding, in one sentence. */
  readonly opening?: ReactNode;
  readonly acts?: ReactNode;
  readonly tabs?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: its name, the tabs beside it, the finding first, then the rest. The heading takes the focus on arrival. */
export function Page({ title, opening, acts, tabs, children }: Props) {
  return (
    <>
      <title>{`${title} · ${word('app.name')}`}</title>
      <header className={styles.head}>
        <h1 tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {tabs}
        {acts === undefined ? null : <div className={styles.acts}>{acts}</div>}
      </header>
      {opening === undefined ? null : <p className={styles.opening}>{opening}</p>}
      {children}
    </>
  );
}
