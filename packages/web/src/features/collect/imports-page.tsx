import { useQuery } from '@tanstack/react-query';
import { type ImportRun, imports } from '../../api/imports.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { Snippet } from '../../parts/snippet.js';
import { word } from '../../words/word.js';
import { DataTabs } from './data-tabs.js';
import { ImportItem } from './import-item.js';
import styles from './imports.module.css';

/** The files that came in, each of which can be taken back whole, and how to bring in another. */
export function ImportsPage() {
  const { slug } = useWorkspace();
  const query = useQuery(imports(slug));
  const items = query.data?.items;
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={items && finding(items[0])}>
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
      {items === undefined ? null : <HowToImport open={items.length === 0} />}
    </Page>
  );
}

function finding(newest: ImportRun | undefined): string {
  if (newest === undefined) return word('imports.finding.none');
  const counts = word('imports.counts', {
    read: newest.read,
    accepted: newest.accepted,
    duplicates: newest.duplicates,
    setAside: newest.setAside,
    passedOver: newest.passedOver,
  });
  const reading = newest.state === 'running' || newest.state === 'waiting';
  return reading
    ? word('imports.finding.running', { file: newest.fileName, counts })
    : word('imports.finding.last', { counts });
}

function HowToImport({ open }: { readonly open: boolean }) {
  const look = 'npx throughline import orders.csv --map orders.yaml --dry-run';
  const bring = 'npx throughline import orders.csv --map orders.yaml';
  return (
    <details className={styles.how} open={open}>
      <summary>{word('imports.how')}</summary>
      <div className={styles.howText}>
        <p>{word('imports.how.text')}</p>
        <Snippet text={`${look}\n${bring}`} copyLabel={`${word('app.copy')}: ${word('imports.how')}`} />
        <p>{word('imports.how.formats')}</p>
      </div>
    </details>
  );
}
