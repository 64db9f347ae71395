import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { hubs, type Rules, rules } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../../collect/data-tabs.js';
import { DecidedList } from './decided-list.js';
import { HubList } from './hub-list.js';
import { RefusedList } from './refused-list.js';
import { RuleList } from './rule-list.js';
import styles from './rules.module.css';

/** By which rules people are joined: what is shared by too many first, then the rules, then whom they keep apart. */
export function RulesPage() {
  const { slug } = useWorkspace();
  const shared = useQuery(hubs(slug));
  const inForce = useQuery(rules(slug));
  const failed = [shared, inForce].find(({ isError, data }) => isError && data === undefined);
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={shared.data?.opening}>
      {!failed?.error ? null : <Problem error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && (shared.isPending || inForce.isPending) ? <Loading /> : null}
      {shared.data === undefined || inForce.data === undefined ? null : (
        <>
          {inForce.data.applying === null ? null : <Applying applying={inForce.data.applying} />}
          <section aria-labelledby="hubs" className={styles.section}>
            <h2 id="hubs" className={styles.heading}>
              {word('rules.hubs')}
            </h2>
            <HubList hubs={shared.data.hubs} />
          </section>
          <DecidedList decided={shared.data.decided} />
          <RuleList rules={inForce.data} />
          <RefusedList />
        </>
      )}
    </Page>
  );
}

/** A change that is on its way, however long it takes. Once it is there, everything may be told otherwise. */
function Applying({ applying: { done, total } }: { readonly applying: NonNullable<Rules['applying']> }) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  useEffect(() => () => void queryClient.invalidateQueries({ queryKey: ['w', slug] }), [queryClient, slug]);
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <div role="status" className={styles.applying}>
      <p>{word('rules.applying', { percent })}</p>
      <progress
        className={styles.progress}
        aria-label={word('rules.applying', { percent })}
        max={100}
        value={percent}
      />
    </div>
  );
}
