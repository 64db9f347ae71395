import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.js';
import { stagedFiles } from '../../../api/files/files.js';
import { type ImportRun, importRun } from '../../../api/imports.js';
import { sentence } from '../../../format/sentence.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { ButtonLink } from '../../../parts/button-link.js';
import { Empty } from '../../../parts/empty.js';
import { LiveRegion } from '../../../parts/live-region.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import { ImportProgress } from '../import-progress.js';
import { BeginSync } from '../sync/begin-sync.js';
import { UndoImportDialog } from '../undo-import-dialog.js';
import { FirstPeople } from './first-people.js';
import styles from './run-page.module.css';

const route = getRouteApi('/w/$workspace/data/imports/$import');

/** One import while it runs and afterwards: how far it is, what came of it, who is there, and the ways back. */
export function RunPage() {
  const { slug } = useWorkspace();
  const { import: id } = route.useParams();
  const query = useQuery(importRun(slug, id));
  const run = query.data;
  const isGone = query.error instanceof ApiProblem && query.error.status === 404;
  const opening = run && findingOf(run);
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={opening}>
      {run !== undefined ? (
        <Run run={run} opening={opening ?? ''} />
      ) : isGone ? (
        <Empty text={word('run.gone')}>
          <ButtonLink to="/w/$workspace/data/imports" params={{ workspace: slug }}>
            {word('guide.gone.imports')}
          </ButtonLink>
        </Empty>
      ) : query.isError ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Run({ run, opening }: { readonly run: ImportRun; readonly opening: string }) {
  const { slug, isAdmin, formats } = useWorkspace();
  const [undoing, setUndoing] = useState(false);
  const isMoving = run.state === 'running' || run.state === 'resolving' || run.state === 'undoing';
  const isOver = run.state === 'done' || run.state === 'failed';
  return (
    <>
      <LiveRegion text={isMoving ? '' : opening} />
      {isMoving ? <ImportProgress run={run} /> : null}
      {run.error === null ? null : <p className={styles.error}>{sentence(run.error.detail)}</p>}
      <p className={styles.meta}>
        {sentence(
          word('imports.by', { source: run.source.name, who: run.createdBy, at: formats.moment(run.createdAt) }),
        )}
      </p>
      <div className={styles.acts}>
        {isAdmin && isOver ? (
          <>
            <Button onPress={() => setUndoing(true)}>{word('run.undo')}</Button>
            <ButtonLink to="/w/$workspace/data/imports" params={{ workspace: slug }} search={{ replace: run.id }}>
              {word('run.replace')}
            </ButtonLink>
          </>
        ) : null}
        {run.setAside > 0 && isOver ? (
          <ButtonLink to="/w/$workspace/data/set-aside" params={{ workspace: slug }}>
            {word('imports.setAside')}
          </ButtonLink>
        ) : null}
      </div>
      {isAdmin ? <BeginSync source={run.source.id} /> : null}
      {isAdmin ? <NextFile /> : null}
      {run.state === 'undoing' || run.state === 'undone' ? null : <FirstPeople isMoving={isMoving} />}
      {undoing ? <UndoImportDialog run={run} onClose={() => setUndoing(false)} /> : null}
    </>
  );
}

/** Of several files that were dropped together, the next one. */
function NextFile() {
  const { slug } = useWorkspace();
  const { data } = useQuery(stagedFiles(slug));
  const next = data?.items.at(-1);
  if (next === undefined) return null;
  return (
    <p className={styles.next}>
      {word('run.next', { count: data?.items.length ?? 0 })}{' '}
      <Link to="/w/$workspace/data/imports/guide" params={{ workspace: slug }} search={{ file: next.id }}>
        {word('run.next.open', { file: next.name })}
      </Link>
    </p>
  );
}

function findingOf(run: ImportRun): string {
  const { fileName: file, read, accepted, duplicates, setAside, passedOver } = run;
  const counts = word('imports.counts', { read, accepted, duplicates, setAside, passedOver });
  switch (run.state) {
    case 'waiting':
    case 'running':
      return word('run.finding.running', { file, counts });
    case 'resolving':
      return word('run.finding.resolving', { file, counts });
    case 'done':
      return word('run.finding.done', { file, counts });
    case 'failed':
      return word('run.finding.failed', { file, counts });
    case 'undoing':
      return word('run.finding.undoing', { file });
    case 'undone':
      return word('run.finding.undone', { file });
  }
}
