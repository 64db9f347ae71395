import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { applyJoinList, type ListPreview, previewJoinList } from '../../../api/join-lists.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Tabs } from '../../../parts/tabs.js';
import { word } from '../../../words/word.js';
import { HandedInLists } from './handed-in-lists.js';
import styles from './join-list.module.css';
import { PreviewedLines } from './previewed-lines.js';

interface Chosen {
  readonly name: string;
  readonly text: string;
  readonly preview: ListPreview;
}

/** A file of pairs that are one person each: what would become of each line first, then all of it, which can be taken back as one. */
export function JoinListPage() {
  const { slug, isAdmin } = useWorkspace();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Chosen | undefined>();
  const look = useMutation({
    mutationFn: async (file: File) => {
      const text = await file.text();
      setChosen({ name: file.name, text, preview: await previewJoinList(slug, text) });
    },
    onMutate: () => setChosen(undefined),
  });
  const apply = useMutation({
    mutationFn: ({ name, text }: Chosen) => applyJoinList(slug, { name, text }),
    onSuccess: async () => {
      setChosen(undefined);
      await queryClient.invalidateQueries({ queryKey: ['w', slug] });
    },
  });
  const problem = look.error ?? apply.error;
  return (
    <Page
      title={word('joinList.title')}
      tabs={<BackTab />}
      opening={chosen?.preview.opening ?? word('joinList.opening')}
    >
      {isAdmin ? (
        <div className={styles.acts}>
          <FileTrigger
            acceptedFileTypes={['.csv', '.tsv', '.txt', 'text/csv']}
            onSelect={(files) => choose(files?.[0])}
          >
            <Button isPending={look.isPending}>{word('joinList.choose')}</Button>
          </FileTrigger>
          {chosen === undefined || chosen.preview.joins === 0 ? null : (
            <Button look="main" isPending={apply.isPending} onPress={() => apply.mutate(chosen)}>
              {word('joinList.apply', { count: chosen.preview.joins })}
            </Button>
          )}
        </div>
      ) : (
        <p>{word('app.viewerOnly')}</p>
      )}
      {problem === null ? null : <InlineProblem error={problem} />}
      {look.isPending ? <Loading rows={5} /> : null}
      {chosen === undefined ? null : <PreviewedLines lines={chosen.preview.lines} />}
      <HandedInLists />
    </Page>
  );

  function choose(file: File | undefined): void {
    apply.reset();
    if (file !== undefined) look.mutate(file);
  }
}

function BackTab() {
  const { slug } = useWorkspace();
  return (
    <Tabs label={word('customers.title')}>
      {[
        <Link key="back" to="/w/$workspace/customers" params={{ workspace: slug }} activeOptions={{ exact: true }}>
          {word('person.back')}
        </Link>,
      ]}
    </Tabs>
  );
}
