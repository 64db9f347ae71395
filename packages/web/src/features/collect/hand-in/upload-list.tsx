import { useSyncExternalStore } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { word } from '../../../words/word.js';
import styles from './hand-in.module.css';
import { type Upload, uploads } from './uploads.js';

/** The files that are being sent, and those that could not be taken. */
export function UploadList() {
  const shown = useSyncExternalStore(uploads.subscribe, uploads.get);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.uploads} aria-label={word('handIn.uploads')}>
      {shown.map((upload) => (
        <li key={upload.id}>
          <p className={styles.name}>{upload.name}</p>
          {upload.error === null ? (
            <Sending upload={upload} />
          ) : (
            <>
              <InlineProblem error={upload.error} />
              <Button
                look="quiet"
                aria-label={`${word('app.dismiss')}: ${upload.name}`}
                onPress={() => uploads.dismiss(upload.id)}
              >
                {word('app.dismiss')}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Sending({ upload }: { readonly upload: Upload }) {
  const percent = Math.floor(100 * upload.shareOf1);
  const isSent = percent === 100;
  return (
    <>
      <ProgressBar aria-label={word('handIn.progress', { file: upload.name })} value={percent} isIndeterminate={isSent}>
        <div className={styles.track}>
          <div className={styles.fill} style={{ width: `${percent}%` }} />
        </div>
      </ProgressBar>
      <p className={styles.hint}>{isSent ? word('handIn.looking') : word('handIn.sent', { percent })}</p>
    </>
  );
}
