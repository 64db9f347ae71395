import { useQuery } from '@tanstack/react-query';
import { hubs, rules } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../../collect/data-tabs.js';
import { ApplyingRules } from './applying-rules.js';
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
          {inForce.data.applying === null ? null : <ApplyingRules applying={inForce.data.applying} />}
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
