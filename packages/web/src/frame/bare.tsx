import type { ReactNode } from 'react';
import styles from './bare.module.css';
import { Brand } from './brand.js';

/** A page without navigation: before signing in, and where nothing is. */
export function Bare({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.bare}>
      <header className={styles.brand}>
        <Brand />
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
