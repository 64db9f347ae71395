import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { type DatabaseConnection, type DatabaseTable, databaseActs } from '../../../api/databases.js';
import { stagedFiles } from '../../../api/files/files.js';
import { syncs } from '../../../api/syncs.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Empty } from '../../../parts/empty.js';
import { LiveRegion } from '../../../parts/live-region.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import { syncFinding } from '../sync/sync-finding.js';
import { SyncList } from '../sync/sync-list.js';
import { AllowedHosts } from './allowed-hosts.js';
import { ConnectionForm } from './connection-form.js';
import { Reading } from './reading.js';
import { TableList } from './table-list.js';

const route = getRouteApi('/w/$workspace/data/database');

interface Opened {
  readonly connection: DatabaseConnection;
  readonly tables: readonly DatabaseTable[];
}

interface Wanted {
  readonly connection: DatabaseConnection;
  readonly table: DatabaseTable;
  readonly keep: boolean;
}

/** Brings in a table of a database: where it is, which table, and then as any file. The password stays in this page's memory. */
export function DatabasePage() {
  const { slug, isAdmin } = useWorkspace();
  const { read: id } = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState<Opened | null>(null);
  const read = useMutation({
    mutationFn: ({ connection, table, keep }: Wanted) => databaseActs.read(slug, connection, table, keep),
    onSuccess: (begun) => navigate({ search: { read: begun.id } }),
  });
  const goOn = useCallback(
    async (file: string) => {
      await queryClient.invalidateQueries({ queryKey: stagedFiles(slug).queryKey });
      const params = { workspace: slug };
      await navigate({ to: '/w/$workspace/data/imports/guide', params, search: { file }, replace: true });
    },
    [queryClient, slug, navigate],
  );
  const kept = useQuery({ ...syncs(slug), enabled: isAdmin });
  const atFirst = syncFinding(kept.data?.items ?? []) ?? word('database.opening');
  const opening = opened === null ? atFirst : word('database.found', { count: opened.tables.length });
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={opening}>
      <LiveRegion text={opened === null ? '' : opening} />
      {!isAdmin ? (
        <Empty text={word('app.viewerOnly')} />
      ) : id !== undefined ? (
        <Reading id={id} onDone={(file) => void goOn(file)} onEnd={() => void navigate({ search: {} })} />
      ) : opened === null ? (
        <>
          {kept.isError && kept.data === undefined ? (
            <Problem error={kept.error} onRetry={() => void kept.refetch()} />
          ) : null}
          <SyncList syncs={kept.data?.items ?? []} />
          <ConnectionForm onConnected={(connection, tables) => setOpened({ connection, tables })} />
          <AllowedHosts />
        </>
      ) : (
        <TableList
          tables={opened.tables}
          error={read.error}
          onRead={(table, keep) => {
            if (!read.isPending) read.mutate({ connection: opened.connection, table, keep });
          }}
          onBack={() => setOpened(null)}
        />
      )}
    </Page>
  );
}
