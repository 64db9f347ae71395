import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { sources } from '../../../api/sources.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Empty } from '../../../parts/empty.js';
import { LiveRegion } from '../../../parts/live-region.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import { KeyAgain } from './key-again.js';
import { NameSite } from './name-site.js';
import { SiteScript } from './site-script.js';

const route = getRouteApi('/w/$workspace/data/connect');
const soonMs = 1_500;

/** Connects a web site: its name, the script with its key, and whether something has arrived. */
export function ConnectPage() {
  const { slug, isAdmin, formats } = useWorkspace();
  const { source: id } = route.useSearch();
  const navigate = route.useNavigate();
  const [writeKey, setWriteKey] = useState<string | null>(null);
  const query = useQuery({ ...sources(slug), refetchInterval: soonMs });
  const source = query.data?.items.find((one) => one.id === id);
  const opening =
    source === undefined
      ? word('connect.opening')
      : source.lastReceivedAt === null
        ? word('connect.waiting', { site: source.name })
        : word('connect.arrived', {
            site: source.name,
            at: formats.moment(source.lastReceivedAt),
            count: source.total.stored,
          });
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={opening}>
      <LiveRegion text={source === undefined ? '' : opening} />
      {query.isError && query.data === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : !isAdmin ? (
        <Empty text={word('app.viewerOnly')} />
      ) : query.isPending ? (
        <Loading />
      ) : source === undefined ? (
        <NameSite
          onMade={(made) => {
            setWriteKey(made.writeKey);
            void navigate({ search: { source: made.id }, replace: true });
          }}
        />
      ) : writeKey === null ? (
        <KeyAgain source={source} onMade={setWriteKey} />
      ) : (
        <SiteScript source={source} writeKey={writeKey} />
      )}
    </Page>
  );
}
