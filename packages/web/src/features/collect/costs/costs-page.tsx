import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rates, type Spend, spend } from '../../../api/costs.js';
import type { Formats } from '../../../format/formats.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Empty } from '../../../parts/empty.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import { RateDialog } from './rate-dialog.js';
import { RateTable } from './rate-table.js';
import { SpendSection } from './spend-section.js';

/** What advertising cost by day and campaign, what one contact costs, and what remains of a price. */
export function CostsPage() {
  const { slug, isAdmin, formats } = useWorkspace();
  const [adding, setAdding] = useState(false);
  const spent = useQuery(spend(slug));
  const rated = useQuery(rates(slug));
  const failed = [spent, rated].find((query) => query.isError && query.data === undefined);
  const items = rated.data?.items;
  const isEmpty = items?.length === 0 && spent.data?.from === null;
  return (
    <Page
      title={word('data.tabs')}
      tabs={<DataTabs />}
      acts={
        isAdmin ? (
          <Button look="main" onPress={() => setAdding(true)}>
            {word('costs.add')}
          </Button>
        ) : undefined
      }
      opening={spent.data && items && finding(spent.data, items.length, formats)}
    >
      {failed === undefined ? null : <Problem error={failed.error} onRetry={() => void failed.refetch()} />}
      {spent.isPending || rated.isPending ? <Loading /> : null}
      {isEmpty ? <Empty text={word('costs.empty')} /> : null}
      {spent.data === undefined ? null : <SpendSection spend={spent.data} />}
      {items === undefined || items.length === 0 ? null : <RateTable rates={items} />}
      {adding ? <RateDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function finding({ from, to, days, campaigns }: Spend, rateCount: number, formats: Formats): string {
  const [most] = campaigns;
  if (from === null || to === null || most === undefined)
    return rateCount === 0 ? word('costs.finding.none') : word('costs.finding.rates', { count: rateCount });
  const { currency } = most;
  const total = days.filter((day) => day.currency === currency).reduce((sum, day) => sum + Number(day.amount), 0);
  return word('costs.finding.spend', {
    total: formats.money(total, currency),
    from: formats.calendarDay(from),
    to: formats.calendarDay(to),
    campaign: most.campaign === '' ? word('costs.noCampaign') : most.campaign,
  });
}
