import { rotateKey, type Source } from '../../../api/sources.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { word } from '../../../words/word.js';
import styles from './connect.module.css';

interface Props {
  readonly source: Source;
  readonly onMade: (writeKey: string) => void;
}

/** The script was shown once, with its key. To see it again takes a new key, which ends the old one. */
export function KeyAgain({ source, onMade }: Props) {
  const { slug } = useWorkspace();
  return (
    <div className={styles.form}>
      <p>{word('connect.again')}</p>
      <ActionForm
        submit={word('sources.rotate.confirm')}
        look="danger"
        action={async () => onMade((await rotateKey(slug, source.id, 'public')).writeKey)}
      >
        <p>{word('sources.rotate.text')}</p>
      </ActionForm>
    </div>
  );
}
