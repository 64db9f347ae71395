import { useQuery } from '@tanstack/react-query';
import type { Notice } from '@throughline/core/collect/proposal/notice';
import type { Proposal } from '@throughline/core/collect/proposal/proposal';
import { preview, proposal, type Reading, stagedFile } from '../../../api/files/files.js';
import type { StagedFile } from '../../../api/files/staged-file.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { LiveRegion } from '../../../parts/live-region.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { sentences } from '../../../words/sentences.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import { ColumnList } from './column-list.js';
import { emptyDraft } from './draft.js';
import { FileForm } from './file-form.js';
import styles from './guide.module.css';
import { ImportStep } from './import-step.js';
import { MappingText } from './mapping-text.js';
import { NoFileYet } from './no-file-yet.js';
import { NoticeList } from './notice-list.js';
import { PreviewPeople } from './preview-people.js';
import { QuestionList } from './question-list.js';
import { SameFile } from './same-file.js';
import { useDraft } from './use-draft.js';
import { useSourceOf } from './use-source-of.js';

interface Props {
  /** Of the file that was handed in. */
  readonly id: string;
  /** The import whose place it takes. */
  readonly replaces: string | undefined;
}

/** What a file is taken for, question by question and column by column, beside what would become of it. Every answer proposes anew. */
export function FileGuide({ id, replaces }: Props) {
  const { slug } = useWorkspace();
  const [draft, setDraft] = useDraft(id);
  const handedIn = useQuery(stagedFile(slug, id));
  const file = handedIn.data;
  const same = draft.sameFile === 'replace' ? file?.sameAs[0]?.import : undefined;
  const former = replaces ?? same;
  const source = useSourceOf(id, draft, former);
  const reading: Reading = { answers: draft.answers, ...(source === undefined ? {} : { source: source.id }) };
  const proposed = useQuery({ ...proposal(slug, id, reading), enabled: file !== undefined });
  const previewed = useQuery({ ...preview(slug, id, reading), enabled: proposed.data !== undefined });
  const found = proposed.data?.proposal;
  const opening = file && found && openingOf(file, found);
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={opening}>
      {file === undefined ? (
        <NoFileYet query={handedIn} />
      ) : found === undefined ? (
        proposed.isError ? (
          <>
            <Problem error={proposed.error} onRetry={() => void proposed.refetch()} />
            {draft === emptyDraft ? null : <Button onPress={() => setDraft(emptyDraft)}>{word('guide.anew')}</Button>}
          </>
        ) : (
          <Loading rows={12} />
        )
      ) : (
        <>
          <LiveRegion text={proposed.isPlaceholderData ? '' : (opening ?? '')} />
          <p className={styles.intro}>
            {word('guide.nothingKept')} <a href="#take-in">{word('guide.toImport')}</a>
          </p>
          {proposed.isError ? <InlineProblem error={proposed.error} /> : null}
          <div className={styles.guide}>
            <div className={styles.asked}>
              {replaces === undefined ? <SameFile file={file} draft={draft} onChange={setDraft} /> : null}
              <FileForm file={file} />
              <QuestionList proposal={found} draft={draft} onChange={setDraft} />
              <NoticeList notices={notAsked(found)} />
              <ColumnList columns={found.columns} draft={draft} onChange={setDraft} />
            </div>
            <div className={styles.shown}>
              <PreviewPeople query={previewed} isStale={proposed.isPlaceholderData} />
              <MappingText yaml={proposed.data?.yaml ?? ''} fileName={file.name} />
            </div>
            <ImportStep
              file={file}
              proposal={found}
              draft={draft}
              source={source}
              replaces={former}
              isSettled={!proposed.isPlaceholderData}
              onChange={setDraft}
            />
          </div>
        </>
      )}
    </Page>
  );
}

/** What is asked need not be noticed as well. */
function notAsked({ notices, questions }: Proposal): readonly Notice[] {
  const isAsked = questions.some(({ topic }) => topic === 'group-by');
  return isAsked ? notices.filter(({ kind }) => kind !== 'several-lines-one-interaction') : notices;
}

function openingOf(file: StagedFile, { lineKind, questions, columns }: Proposal): string {
  return word('guide.finding', {
    file: file.name,
    lines: file.rowCount.estimate,
    exact: file.rowCount.isExact ? 'yes' : 'no',
    columns: columns.length,
    kind: withinSentence(sentences().say(`collect.proposal.line-kind.${lineKind}`)),
    open: questions.filter(({ chosen }) => chosen === null).length,
  });
}

const withinSentence = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
