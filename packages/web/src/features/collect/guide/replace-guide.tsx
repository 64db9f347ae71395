import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { fileActs, stagedFile, stagedFiles } from '../../../api/files/files.js';
import { importRun } from '../../../api/imports.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { ButtonLink } from '../../../parts/button-link.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Page } from '../../../parts/page.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import styles from './guide.module.css';
import { NoFileYet } from './no-file-yet.js';

interface Props {
  /** Of the file that was handed in. */
  readonly id: string;
  readonly replaces: string;
}

/** A newer file in the place of one that was imported: read as that one was, unless somebody wants to go through it. */
export function ReplaceGuide({ id, replaces }: Props) {
  const { slug, formats } = useWorkspace();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const handedIn = useQuery(stagedFile(slug, id));
  const file = handedIn.data;
  const { data: former } = useQuery(importRun(slug, replaces));
  const act = useMutation({
    mutationFn: () => fileActs.replace(slug, replaces, { file: id }),
    onSuccess: async (answer) => {
      const params = { workspace: slug, import: answer.import.id };
      await navigate({ to: '/w/$workspace/data/imports/$import', params });
      queryClient.removeQueries({ queryKey: [...stagedFiles(slug).queryKey, id] });
      await queryClient.invalidateQueries({ queryKey: ['w', slug] });
    },
  });
  return (
    <Page
      title={word('data.tabs')}
      tabs={<DataTabs />}
      opening={
        former === undefined || file === undefined
          ? undefined
          : word('guide.replace.finding', {
              file: file.name,
              former: former.fileName,
              at: formats.moment(former.createdAt),
            })
      }
    >
      {file === undefined ? (
        <NoFileYet query={handedIn} />
      ) : (
        <div className={styles.step}>
          <p>{word('guide.replace.same')}</p>
          {act.error === null ? null : <InlineProblem error={act.error} />}
          <div className={styles.acts}>
            <Button look="main" isPending={act.isPending} onPress={() => act.mutate()}>
              {word('guide.replace.act', {
                lines: file.rowCount.estimate,
                exact: file.rowCount.isExact ? 'yes' : 'no',
              })}
            </Button>
            <ButtonLink
              to="/w/$workspace/data/imports/guide"
              params={{ workspace: slug }}
              search={{ file: id, replace: replaces, ask: 'yes' }}
            >
              {word('guide.replace.ask')}
            </ButtonLink>
          </div>
        </div>
      )}
    </Page>
  );
}
