import { useQuery } from '@tanstack/react-query';
import { story } from '../../api/story.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { word } from '../../words/word.js';
import styles from './story-lines.module.css';

/** What stands behind a person's opening: open complaint, last contact, purchases. Says nothing while it cannot be told. */
export function StoryLines({ person }: { readonly person: string }) {
  const { slug } = useWorkspace();
  const { data } = useQuery(story(slug, person));
  if (data === undefined || data.lines.length === 0) return null;
  return (
    <ul className={styles.lines} aria-label={word('person.story')}>
      {data.lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
