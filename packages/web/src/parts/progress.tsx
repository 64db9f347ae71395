import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import styles from './progress.module.css';

interface Props {
  readonly label: string;
  /** How much is done; undefined: only that something moves. */
  readonly share: { readonly done: number; readonly of: number } | undefined;
  readonly children: ReactNode;
}

/** How far something is that takes a while, with words below. */
export function Progress({ label, share, children }: Props) {
  const percent = share === undefined ? undefined : percentOf(share);
  return (
    <div className={styles.progress}>
      <ProgressBar aria-label={label} isIndeterminate={percent === undefined} value={percent ?? 0}>
        <div className={styles.track} data-moving={percent === undefined}>
          <div className={styles.fill} style={{ width: `${percent ?? 30}%` }} />
        </div>
      </ProgressBar>
      <p className={styles.text}>{children}</p>
    </div>
  );
}

/** Whole percents, never more than a hundred. */
export function percentOf({ done, of }: { readonly done: number; readonly of: number }): number {
  return of === 0 ? 100 : Math.min(100, Math.floor((100 * done) / of));
}
