import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ImportRun, importRun, imports } from '../../api/imports.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { Snippet } from '../../parts/snippet.js';
import { word } from '../../words/word.js';
import { DataTabs } from './data-tabs.js';
import { HandIn } from './hand-in/hand-in.js';
import { WaitingFiles } from './hand-in/waiting-files.js';
import { ImportItem } from './import-item.js';
import styles from './imports.module.css';

const route = getRouteApi('/w/$workspace/data/imports');

/** Handing files in, those that wait to be gone through, and the imports there were, each of which can be taken back whole. */
export function ImportsPage() {
  const { slug, isAdmin } = useWorkspace();
  const { replace } = route.useSearch();
  const query = useQuery(imports(slug));
  const replaced = useQuery({ ...importRun(slug, replace ?? ''), enabled: replace !== undefined });
  const items = query.data?.items;
  const opening =
    replaced.data === undefined
      ? items && finding(items[0])
      : word('imports.replacing', { file: replaced.data.fileName });
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={opening}>
      {isAdmin ? (
        <>
          <HandIn replaces={replace} />
          {replace === undefined ? (
            <p className={styles.other}>
              <Link to="/w/$workspace/data/database" params={{ workspace: slug }}>
                {word('imports.database')}
              </Link>
            </p>
          ) : null}
          <WaitingFiles replaces={replace} />
        </>
      ) : null}
      {query.isError && items === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <Loading /> : null}
      {items === undefined || items.length === 0 ? null : (
        <ol className={styles.imports} aria-label={word('imports.list')}>
          {items.map((run) => (
            <ImportItem key={run.id} run={run} />
          ))}
        </ol>
      )}
      <HowToImport />
    </Page>
  );
}

function finding(newest: ImportRun | undefined): string {
  if (newest === undefined) return word('imports.finding.none');
  const { fileName: file, read, accepted, duplicates, setAside, passedOver } = newest;
  const counts = word('imports.counts', { read, accepted, duplicates, setAside, passedOver });
  const isReading = newest.state === 'running' || newest.state === 'waiting';
  return isReading ? word('imports.finding.running', { file, counts }) : word('imports.finding.last', { counts });
}

function HowToImport() {
  const look = 'npx throughline import orders.csv --map orders.yaml --dry-run';
  const bring = 'npx throughline import orders.csv --map orders.yaml';
  return (
    <details className={styles.how}>
      <summary>{word('imports.how')}</summary>
      <div className={styles.howText}>
        <p>{word('imports.how.text')}</p>
        <Snippet text={`${look}\n${bring}`} copyLabel={`${word('app.copy')}: ${word('imports.how')}`} />
        <p>{word('imports.how.formats')}</p>
      </div>
    </details>
  );
}
