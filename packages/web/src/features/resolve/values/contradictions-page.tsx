import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { contradictions } from '../../../api/traits.js';
import { traitName } from '../../../format/trait-name.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Empty } from '../../../parts/empty.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../../collect/data-tabs.js';
import { ContradictionTable } from './contradiction-table.js';
import { SettleDialog, type Settling } from './settle-dialog.js';
import { SettledTable } from './settled-table.js';
import styles from './values.module.css';

const route = getRouteApi('/w/$workspace/data/values/contradictions');

/** The people about whom systems contradict each other in one trait: the values beside each other, and settling which is right. */
export function ContradictionsPage() {
  const { slug, isAdmin } = useWorkspace();
  const { trait = '' } = route.useSearch();
  const [settling, setSettling] = useState<Settling>();
  const query = useInfiniteQuery(contradictions(slug, trait));
  const first = query.data?.pages[0];
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={first?.opening}>
      <div className={styles.page}>
        <Link to="/w/$workspace/data/values" params={{ workspace: slug }}>
          {word('values.back')}
        </Link>
        {query.isError && first === undefined ? (
          <Problem error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {query.isPending ? <Loading /> : null}
        {first !== undefined && items.length === 0 ? (
          <Empty text={word('values.contradictions.empty', { trait: traitName(trait) })} />
        ) : null}
        {items.length === 0 ? null : (
          <ContradictionTable trait={trait} items={items} onSettle={isAdmin ? setSettling : undefined} />
        )}
        {query.hasNextPage ? (
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {word('rules.refused.more')}
          </Button>
        ) : null}
        {first === undefined ? null : <SettledTable settled={first.settled} />}
        {settling === undefined ? null : <SettleDialog settling={settling} onClose={() => setSettling(undefined)} />}
      </div>
    </Page>
  );
}
