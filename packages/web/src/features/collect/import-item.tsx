import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportRun } from '../../api/imports.js';
import { sentence } from '../../format/sentence.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { word } from '../../words/word.js';
import { ImportProgress } from './import-progress.js';
import styles from './imports.module.css';
import { UndoImportDialog } from './undo-import-dialog.js';

/** One import: what came of it, how far it is, and the way to take it back. */
export function ImportItem({ run }: { readonly run: ImportRun }) {
  const { slug, isAdmin, formats } = useWorkspace();
  const [undoing, setUndoing] = useState(false);
  const { read, accepted, duplicates, setAside, passedOver, interactions } = run;
  const moving = run.state === 'running' || run.state === 'resolving' || run.state === 'undoing';
  return (
    <li className={styles.import} data-state={run.state}>
      <div>
        <h2>
          <Link to="/w/$workspace/data/imports/$import" params={{ workspace: slug, import: run.id }}>
            {run.fileName}
          </Link>{' '}
          <span className={styles.state}>{word(`imports.state.${run.state}`)}</span>
        </h2>
        <p className={styles.counts}>
          {word('imports.counts', { read, accepted, duplicates, setAside, passedOver })}
          {interactions === 0 ? null : ` · ${word('imports.interactions', { count: interactions })}`}
        </p>
        <p className={styles.meta}>
          {sentence(
            word('imports.by', { source: run.source.name, who: run.createdBy, at: formats.moment(run.createdAt) }),
          )}{' '}
          {run.undoneAt === null ? null : word('imports.undoneAt', { at: formats.moment(run.undoneAt) })}
          {setAside > 0 && run.state === 'done' ? (
            <Link to="/w/$workspace/data/set-aside" params={{ workspace: slug }}>
              {word('imports.setAside')}
            </Link>
          ) : null}
        </p>
        {run.error === null ? null : <p className={styles.error}>{sentence(run.error.detail)}</p>}
        {moving ? <ImportProgress run={run} /> : null}
      </div>
      {isAdmin && (run.state === 'done' || run.state === 'failed') ? (
        <Button
          look="quiet"
          aria-label={word('imports.undo.aria', { file: run.fileName })}
          onPress={() => setUndoing(true)}
        >
          {word('imports.undo')}
        </Button>
      ) : null}
      {undoing ? <UndoImportDialog run={run} onClose={() => setUndoing(false)} /> : null}
    </li>
  );
}
