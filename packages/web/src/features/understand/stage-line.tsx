import { useQuery } from '@tanstack/react-query';
import { stage } from '../../api/stage.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { word } from '../../words/word.js';
import styles from './stage-line.module.css';

/** Where somebody stands with us, and how that was decided. Says nothing while it is asked. */
export function StageLine({ person }: { readonly person: string }) {
  const { slug } = useWorkspace();
  const { data } = useQuery(stage(slug, person));
  if (data === undefined) return null;
  return (
    <details className={styles.stage}>
      <summary>
        {word('person.stage')} <strong>{data.name}</strong>
      </summary>
      <p>{data.how}</p>
    </details>
  );
}
