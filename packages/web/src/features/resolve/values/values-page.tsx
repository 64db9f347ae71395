import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rules } from '../../../api/rules.js';
import { sources } from '../../../api/sources.js';
import { type Trait, traits } from '../../../api/traits.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Empty } from '../../../parts/empty.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../../collect/data-tabs.js';
import { ApplyingRules } from '../rules/applying-rules.js';
import { UndoRules } from '../rules/undo-rules.js';
import { TraitRuleDialog } from './trait-rule-dialog.js';
import { TraitTable } from './trait-table.js';
import styles from './values.module.css';

/** Which value we use where several are said: where sources contradict each other first, with the rule of each trait. */
export function ValuesPage() {
  const { slug, isAdmin } = useWorkspace();
  const [changing, setChanging] = useState<Trait>();
  const known = useQuery(traits(slug));
  const inForce = useQuery(rules(slug));
  const named = useQuery(sources(slug));
  const all = [known, inForce, named];
  const failed = all.find(({ isError, data }) => isError && data === undefined);
  const ready =
    known.data === undefined || inForce.data === undefined || named.data === undefined
      ? undefined
      : { traits: known.data.traits, rules: inForce.data, sources: named.data.items };
  const mayChange = isAdmin && ready?.rules.applying === null;
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={known.data?.opening}>
      {!failed?.error ? null : <Problem error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && ready === undefined ? <Loading /> : null}
      {ready === undefined ? null : (
        <div className={styles.page}>
          {ready.rules.applying === null ? null : <ApplyingRules applying={ready.rules.applying} />}
          {isAdmin ? null : <p className={styles.meta}>{word('app.viewerOnly')}</p>}
          {ready.traits.length === 0 ? (
            <Empty text={word('values.empty')} />
          ) : (
            <TraitTable traits={ready.traits} sources={ready.sources} onChange={mayChange ? setChanging : undefined} />
          )}
          {mayChange && ready.rules.version > 0 ? <UndoRules /> : null}
          {changing === undefined ? null : (
            <TraitRuleDialog
              trait={changing}
              document={ready.rules.document}
              sources={ready.sources}
              onClose={() => setChanging(undefined)}
            />
          )}
        </div>
      )}
    </Page>
  );
}
