import { useQuery } from '@tanstack/react-query';
import { isRunning, setAside } from '../../api/set-aside.js';
import { sentence } from '../../format/sentence.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { LiveRegion } from '../../parts/live-region.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { word } from '../../words/word.js';
import { DataTabs } from './data-tabs.js';
import { groupReason } from './group-reason.js';
import { MendingList } from './mending-list.js';
import { partFinding } from './part-finding.js';
import { SetAsideGroup } from './set-aside-group.js';
import { useMendings } from './use-mendings.js';

/** What arrived but could not be used, by reason; mended and read again, or left out with a note. */
export function SetAsidePage() {
  const { slug } = useWorkspace();
  const mendings = useMendings();
  const isMending = mendings.some(isRunning);
  const query = useQuery({ ...setAside(slug), refetchInterval: isMending ? 1_000 : 10_000 });
  const data = query.data;
  const first = data?.groups[0];
  const suggested = first?.parts.find(({ suggestion }) => suggestion !== null);
  const opening =
    data === undefined
      ? undefined
      : first === undefined
        ? word('setAside.finding.none')
        : suggested !== undefined
          ? partFinding(suggested)
          : word('setAside.finding', {
              waiting: data.waiting,
              groups: data.groups.length,
              share: data.groups.length === 1 ? 'all' : 'some',
              reason: sentence(groupReason(first.reason)),
            });
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={opening}>
      <LiveRegion
        text={
          isMending
            ? word('setAside.mendings')
            : data === undefined
              ? ''
              : word('setAside.count', { count: data.waiting })
        }
      />
      {query.isError && data === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <Loading /> : null}
      <MendingList mendings={mendings} />
      {data?.groups.map((group) => (
        <SetAsideGroup key={group.code} group={group} mendings={mendings} />
      ))}
    </Page>
  );
}
