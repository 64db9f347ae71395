import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fileActs, stagedFiles } from '../../../api/files/files.js';
import type { StagedFile } from '../../../api/files/staged-file.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { ButtonLink } from '../../../parts/button-link.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import styles from './hand-in.module.css';

interface Props {
  readonly replaces?: string | undefined;
}

/** Files that were handed in and wait to be gone through. */
export function WaitingFiles({ replaces }: Props) {
  const { slug } = useWorkspace();
  const query = useQuery(stagedFiles(slug));
  const items = query.data?.items ?? [];
  if (query.isError) return <InlineProblem error={query.error} />;
  if (items.length === 0) return null;
  return (
    <section className={styles.waiting} aria-labelledby="waiting-files">
      <h2 id="waiting-files">{word('handIn.waiting')}</h2>
      <ul>
        {items.map((file) => (
          <WaitingFile key={file.id} file={file} replaces={replaces} />
        ))}
      </ul>
    </section>
  );
}

function WaitingFile({ file, replaces }: Props & { readonly file: StagedFile }) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const remove = async () => {
    try {
      await fileActs.remove(slug, file.id);
      notices.say(word('handIn.removed', { file: file.name }));
    } catch (error) {
      notices.say(error instanceof Error ? error.message : String(error));
    }
    await queryClient.invalidateQueries({ queryKey: stagedFiles(slug).queryKey });
  };
  return (
    <li>
      <div>
        <p className={styles.name}>{file.name}</p>
        <p className={styles.hint}>
          {word('handIn.size', {
            lines: file.rowCount.estimate,
            exact: file.rowCount.isExact ? 'yes' : 'no',
            columns: file.columns.length,
          })}
        </p>
      </div>
      <div className={styles.acts}>
        <ButtonLink
          to="/w/$workspace/data/imports/guide"
          params={{ workspace: slug }}
          search={{ file: file.id, ...(replaces === undefined ? {} : { replace: replaces }) }}
          aria-label={word('handIn.open.aria', { file: file.name })}
        >
          {word('handIn.open')}
        </ButtonLink>
        <Button look="quiet" aria-label={word('handIn.remove.aria', { file: file.name })} onPress={() => void remove()}>
          {word('handIn.remove')}
        </Button>
      </div>
    </li>
  );
}
