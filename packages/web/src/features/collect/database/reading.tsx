import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { ApiProblem } from '../../../api/api-problem.js';
import { databaseActs, databaseRead } from '../../../api/databases.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { LiveRegion } from '../../../parts/live-region.js';
import { Loading } from '../../../parts/loading.js';
import { word } from '../../../words/word.js';
import styles from './database.module.css';

interface Props {
  readonly id: string;
  readonly onDone: (file: string) => void;
  readonly onEnd: () => void;
}

/** A table on its way in; it may be stopped, and nothing of it is kept then. */
export function Reading({ id, onDone, onEnd }: Props) {
  const { slug } = useWorkspace();
  const { data, error } = useQuery(databaseRead(slug, id));
  const file = data?.file ?? null;
  useEffect(() => {
    if (file !== null) onDone(file);
  }, [file, onDone]);
  const problem = error ?? (data?.problem ? new ApiProblem(0, data.problem.code, data.problem.detail) : null);
  if (problem !== null) {
    return (
      <div className={styles.form}>
        <InlineProblem error={problem} />
        <div>
          <Button onPress={onEnd}>{word('database.back')}</Button>
        </div>
      </div>
    );
  }
  if (data === undefined) return <Loading />;
  const { table, rows } = data;
  const stop = async () => {
    await databaseActs.stop(slug, id).catch(() => undefined);
    onEnd();
  };
  return (
    <div className={styles.form}>
      <LiveRegion text={word('database.reading', { table: table.name })} />
      <p className={styles.name}>{word('database.reading', { table: table.name })}</p>
      <ProgressBar aria-label={word('database.reading', { table: table.name })} isIndeterminate>
        <p className={styles.hint}>{word('database.read', { rows })}</p>
      </ProgressBar>
      <div>
        <Button onPress={() => void stop()}>{word('database.stop')}</Button>
      </div>
    </div>
  );
}
