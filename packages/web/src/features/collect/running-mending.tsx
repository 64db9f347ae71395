import { useMutation } from '@tanstack/react-query';
import { type Mending, mend } from '../../api/set-aside.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { InlineProblem } from '../../parts/inline-problem.js';
import { Progress } from '../../parts/progress.js';
import { word } from '../../words/word.js';
import styles from './set-aside.module.css';
import { useReadAgain } from './use-read-again.js';

interface Props {
  readonly mending: Mending;
  readonly what: string;
}

/** How far an order is, and the way to stop it; what it has done stays done. */
export function RunningMending({ mending, what }: Props) {
  const { slug, isAdmin } = useWorkspace();
  const readAgain = useReadAgain();
  const stop = useMutation({ mutationFn: () => mend.stop(slug, mending.id), onSettled: readAgain });
  const { waiting: of, replayed, stillAside, leftOut } = mending;
  const done = replayed + stillAside + leftOut;
  return (
    <>
      <Progress label={what} share={{ done, of }}>
        {word('setAside.mending.progress', { done, of, stillAside })} {word('imports.safe')}
      </Progress>
      {isAdmin ? (
        <div className={styles.acts}>
          <Button
            isPending={stop.isPending}
            aria-label={word('setAside.mending.stop.aria', { what })}
            onPress={() => stop.mutate()}
          >
            {word('setAside.mending.stop')}
          </Button>
        </div>
      ) : null}
      {stop.error === null ? null : <InlineProblem error={stop.error} />}
    </>
  );
}
