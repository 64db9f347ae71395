import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Rules } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { word } from '../../../words/word.js';
import styles from './rules.module.css';

interface Props {
  readonly applying: NonNullable<Rules['applying']>;
}

/** A change that is on its way, however long it takes. Once it is there, everything may be told otherwise. */
export function ApplyingRules({ applying: { done, total } }: Props) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  useEffect(() => () => void queryClient.invalidateQueries({ queryKey: ['w', slug] }), [queryClient, slug]);
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <div role="status" className={styles.applying}>
      <p>{word('rules.applying', { percent })}</p>
      <progress
        className={styles.progress}
        aria-label={word('rules.applying', { percent })}
        max={100}
        value={percent}
      />
    </div>
  );
}
