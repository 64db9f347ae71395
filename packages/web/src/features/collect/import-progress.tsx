import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { ImportRun } from '../../api/imports.js';
import { word } from '../../words/word.js';
import styles from './imports.module.css';

/** How much of the file was read, while that is what it does; else only that something moves. */
export function ImportProgress({ run }: { readonly run: ImportRun }) {
  const known = run.state === 'running' && run.bytesRead !== null && run.fileBytes !== null && run.fileBytes > 0;
  const percent = known ? Math.min(100, Math.floor((100 * (run.bytesRead ?? 0)) / (run.fileBytes ?? 1))) : 0;
  return (
    <div className={styles.progress}>
      <ProgressBar
        aria-label={word('imports.progress', { file: run.fileName })}
        isIndeterminate={!known}
        value={percent}
        className={styles.bar ?? ''}
      >
        <div className={styles.track} data-moving={!known}>
          <div className={styles.fill} style={{ width: known ? `${percent}%` : '30%' }} />
        </div>
      </ProgressBar>
      <p className={styles.meta}>
        {known ? `${word('imports.progress.text', { share: `${percent} %` })}. ` : null}
        {word('imports.safe')}
      </p>
    </div>
  );
}
