import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Happening, happenings } from '../../../api/happenings.js';
import type { Formats } from '../../../format/formats.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Empty } from '../../../parts/empty.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { PulseTabs } from '../../understand/pulse-tabs.js';
import { HappeningDialog } from './happening-dialog.js';
import { HappeningRow } from './happening-row.js';
import { shownTime } from './shown-time.js';

/** What went on and may explain what customers did: what goes on now first, then the latest. */
export function HappeningsPage() {
  const { slug, isAdmin, formats } = useWorkspace();
  const [adding, setAdding] = useState(false);
  const query = useQuery(happenings(slug));
  const items = query.data?.items;
  return (
    <Page
      title={word('pulse.title')}
      tabs={<PulseTabs />}
      acts={
        isAdmin ? (
          <Button look="main" onPress={() => setAdding(true)}>
            {word('happenings.add')}
          </Button>
        ) : undefined
      }
      opening={items && finding(items, formats)}
    >
      {query.isError && items === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <Loading /> : null}
      {items?.length === 0 ? <Empty text={word('happenings.empty')} /> : null}
      {items === undefined || items.length === 0 ? null : (
        <Table
          endsInActs={isAdmin}
          caption={word('happenings.caption')}
          columns={[
            word('happenings.column.what'),
            word('happenings.column.where'),
            word('happenings.column.from'),
            word('happenings.column.until'),
            word('happenings.column.known'),
            ...(isAdmin ? [word('happenings.column.do')] : []),
          ]}
        >
          {items.map((one) => (
            <HappeningRow key={one.id} happening={one} />
          ))}
        </Table>
      )}
      {query.data?.hasMore ? <p>{word('happenings.more')}</p> : null}
      {adding ? <HappeningDialog happening={null} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function finding(items: readonly Happening[], formats: Formats): string {
  const now = items.filter(({ isNow }) => isNow);
  const [first] = now;
  if (first !== undefined)
    return word('happenings.finding.now', { count: now.length, what: first.what, others: now.length - 1 });
  const last = items.find(({ until }) => until !== null);
  if (last?.until == null) return word('happenings.finding.none');
  return word('happenings.finding.past', { what: last.what, until: shownTime(last.until, formats) });
}
