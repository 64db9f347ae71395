import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type Source, sources } from '../../../api/sources.js';
import { type Webhook, type WebhookSet, webhook } from '../../../api/webhooks.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Empty } from '../../../parts/empty.js';
import { LiveRegion } from '../../../parts/live-region.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import { DeliveryList } from './delivery-list.js';
import { NameSystem } from './name-system.js';
import { WebhookAddress } from './webhook-address.js';
import { WebhookForm } from './webhook-form.js';

const route = getRouteApi('/w/$workspace/data/webhook');

/** Lets a system tell by itself: its name, how it signs, what its deliveries mean, and what has come. */
export function WebhookPage() {
  const { slug, isAdmin } = useWorkspace();
  const { source: id } = route.useSearch();
  const navigate = route.useNavigate();
  const all = useQuery(sources(slug));
  const source = all.data?.items.find((one) => one.id === id);
  if (source !== undefined) return <OfSource key={source.id} source={source} />;
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={word('webhook.opening')}>
      {!isAdmin ? (
        <Empty text={word('app.viewerOnly')} />
      ) : all.isError && all.data === undefined ? (
        <Problem error={all.error} onRetry={() => void all.refetch()} />
      ) : all.isPending ? (
        <Loading />
      ) : (
        <NameSystem onMade={(made) => void navigate({ search: { source: made }, replace: true })} />
      )}
    </Page>
  );
}

function OfSource({ source }: { readonly source: Source }) {
  const { slug, isAdmin } = useWorkspace();
  const [set, setSet] = useState<WebhookSet | null>(null);
  const query = useQuery(webhook(slug, source.id));
  const { data: found } = query;
  const opening = useOpening(source, found ?? null);
  const refetch = () => void query.refetch();
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={opening}>
      <LiveRegion text={found == null ? '' : opening} />
      {query.isError && found === undefined ? <Problem error={query.error} onRetry={refetch} /> : null}
      {query.isPending ? <Loading /> : null}
      {found == null ? null : (
        <>
          <WebhookAddress
            source={source.id}
            webhook={found}
            secret={set?.secret ?? null}
            onSet={(made) => setSet(made)}
          />
          <DeliveryList deliveries={found.deliveries} />
        </>
      )}
      {!isAdmin && found === null ? <Empty text={word('app.viewerOnly')} /> : null}
      {isAdmin && found !== undefined ? (
        <WebhookForm
          source={source.id}
          webhook={found}
          onSet={(made) => {
            setSet((before) => (made.secret === null ? before : made));
            refetch();
          }}
        />
      ) : null}
    </Page>
  );
}

function useOpening(source: Source, found: Webhook | null): string {
  const { formats } = useWorkspace();
  if (found === null) return word('webhook.opening');
  const [last] = found.deliveries;
  const came =
    last === undefined
      ? word('webhook.finding.waiting', { source: source.name })
      : word('webhook.finding', {
          source: source.name,
          at: formats.moment(last.receivedAt),
          count: found.deliveries.length,
          aside: found.deliveries.filter(({ outcome }) => outcome === 'set-aside').length,
        });
  return found.refused === 0 ? came : `${came} ${word('webhook.finding.refused', { refused: found.refused })}`;
}
