import type { ReactNode } from 'react';
import styles from './tabs.module.css';

interface Props {
  readonly label: string;
  /** Links; the router marks the current one. */
  readonly children: readonly ReactNode[];
}

/** Screens that belong together. They are links with addresses, so they are a list of links, not a tab widget. */
export function Tabs({ label, children }: Props) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {children.map((link, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the links of a screen never change their order
          <li key={index}>{link}</li>
        ))}
      </ul>
    </nav>
  );
}
