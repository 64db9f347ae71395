import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { StagedFile } from '../../../api/files/staged-file.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { word } from '../../../words/word.js';
import type { Draft } from './draft.js';
import styles from './guide.module.css';

interface Props {
  readonly file: StagedFile;
  readonly draft: Draft;
  readonly onChange: (next: Draft) => void;
}

/** Says that exactly this file was imported before, and asks what is meant by handing it in again. */
export function SameFile({ file, draft, onChange }: Props) {
  const { slug, formats } = useWorkspace();
  const id = useId();
  const [former] = file.sameAs;
  if (former === undefined) return null;
  return (
    <fieldset className={styles.question} data-open="true">
      <legend>
        {word('guide.same', { file: former.fileName, at: formats.moment(former.createdAt) })}{' '}
        <Link to="/w/$workspace/data/imports/$import" params={{ workspace: slug, import: former.import }}>
          {word('guide.same.look')}
        </Link>
      </legend>
      <div className={styles.answers}>
        {(['replace', 'again'] as const).map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={id}
              checked={draft.sameFile === choice}
              onChange={() => onChange({ ...draft, sameFile: choice })}
            />
            {word(`guide.same.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
