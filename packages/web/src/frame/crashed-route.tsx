import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Problem } from '../parts/problem.js';
import styles from './bare.module.css';

/** A screen that failed, or whose first question the server did not answer. */
export function CrashedRoute({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <div className={styles.bare}>
      <Problem
        error={error instanceof Error ? error : new Error(String(error))}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}
