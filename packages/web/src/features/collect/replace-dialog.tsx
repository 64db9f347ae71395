import { useState } from 'react';
import { mend, type SetAsideGroup } from '../../api/set-aside.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ActionForm } from '../../parts/action-form.js';
import { Sheet } from '../../parts/sheet.js';
import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import styles from './set-aside.module.css';
import { useReadAgain } from './use-read-again.js';

interface Props {
  readonly group: SetAsideGroup;
  readonly onClose: () => void;
}

/** The same change to every message of a reason, shown on an example before it is made. */
export function ReplaceDialog({ group, onClose }: Props) {
  const { slug } = useWorkspace();
  const readAgain = useReadAgain();
  const [find, setFind] = useState('');
  const [replace, setReplace] = useState('');
  const sample = group.samples.find(({ body }) => find !== '' && body.includes(find));
  return (
    <Sheet title={word('setAside.replace.title', { count: group.count })} onClose={onClose}>
      <ActionForm
        submit={word('setAside.replace.confirm')}
        onCancel={onClose}
        action={async () => {
          await mend.replayGroup(slug, { code: group.code, find, replace });
          onClose();
          await readAgain();
        }}
      >
        <TextField label={word('setAside.replace.find')} value={find} onChange={setFind} isRequired autoFocus />
        <TextField label={word('setAside.replace.with')} value={replace} onChange={setReplace} />
        {find === '' ? null : sample === undefined ? (
          <p className={styles.meta}>{word('setAside.replace.nowhere')}</p>
        ) : (
          <div>
            <p className={styles.meta}>{word('setAside.replace.preview')}</p>
            <Changed body={sample.body} find={find} replace={replace} />
          </div>
        )}
      </ActionForm>
    </Sheet>
  );
}

function Changed({ body, find, replace }: { readonly body: string; readonly find: string; readonly replace: string }) {
  let place = 0;
  return (
    <pre className={styles.body}>
      <code>
        {body.split(find).map((part, index) => {
          const key = place;
          place += part.length + find.length;
          return (
            <span key={key}>
              {index === 0 ? null : <mark>{replace}</mark>}
              {part}
            </span>
          );
        })}
      </code>
    </pre>
  );
}
