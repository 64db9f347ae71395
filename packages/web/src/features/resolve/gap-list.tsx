import { useQuery } from '@tanstack/react-query';
import { personGaps } from '../../api/person-gaps.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { word } from '../../words/word.js';
import styles from './facts.module.css';

/** Which systems know many others and nothing of this person. Says nothing while it cannot be told, or where nothing is missing. */
export function GapList({ person }: { readonly person: string }) {
  const { slug } = useWorkspace();
  const { data } = useQuery(personGaps(slug, person));
  if (data === undefined || data.gaps.length === 0) return null;
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{word('person.gaps')}</h2>
      <p>{data.opening}</p>
      <details className={styles.why}>
        <summary>{word('person.gaps.why')}</summary>
        <ul className={styles.list}>
          {data.gaps.map(({ source, sentence }) => (
            <li key={source}>{sentence}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
