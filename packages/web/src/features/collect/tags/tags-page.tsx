import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Tag, type TagUse, tags, tagUse } from '../../../api/tags.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Empty } from '../../../parts/empty.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import { ArrivalsSection } from './arrivals-section.js';
import { TagDialog } from './tag-dialog.js';
import { TagRow } from './tag-row.js';

/** Links, QR codes, vouchers and numbers that tell what brought somebody, each with how often it did. */
export function TagsPage() {
  const { slug, isAdmin } = useWorkspace();
  const [making, setMaking] = useState(false);
  const query = useQuery(tags(slug));
  const use = useQuery(tagUse(slug));
  const items = query.data?.items.filter(({ archived }) => !archived);
  return (
    <Page
      title={word('data.tabs')}
      tabs={<DataTabs />}
      acts={
        isAdmin ? (
          <Button look="main" onPress={() => setMaking(true)}>
            {word('tags.add')}
          </Button>
        ) : undefined
      }
      opening={items && use.data && finding(items, use.data.items)}
    >
      {query.isError && items === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {use.isError && use.data === undefined ? <Problem error={use.error} onRetry={() => void use.refetch()} /> : null}
      {query.isPending || use.isPending ? <Loading /> : null}
      {items?.length === 0 ? <Empty text={word('tags.empty')} /> : null}
      {items === undefined || items.length === 0 ? null : (
        <Table
          caption={word('tags.caption')}
          columns={[
            word('tags.column.name'),
            word('tags.column.campaign'),
            word('tags.column.printed'),
            word('tags.column.uses'),
            word('tags.column.do'),
          ]}
          numeric={[3]}
          endsInActs
        >
          {items.map((tag) => (
            <TagRow key={tag.id} tag={tag} use={use.data?.items.find(({ id }) => id === tag.id)} />
          ))}
        </Table>
      )}
      <ArrivalsSection />
      {making ? <TagDialog tag={null} onClose={() => setMaking(false)} /> : null}
    </Page>
  );
}

function finding(items: readonly Tag[], uses: readonly TagUse[]): string {
  if (items.length === 0) return word('tags.finding.none');
  const used = new Map(uses.map((one) => [one.id, one.uses]));
  const [best] = items.toSorted((a, b) => (used.get(b.id) ?? 0) - (used.get(a.id) ?? 0));
  const most = best === undefined ? 0 : (used.get(best.id) ?? 0);
  return best === undefined || most === 0
    ? word('tags.finding.unused', { count: items.length })
    : word('tags.finding.some', { count: items.length, name: best.name, uses: most });
}
