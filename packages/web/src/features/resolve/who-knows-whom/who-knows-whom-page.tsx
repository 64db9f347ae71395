import { useQuery } from '@tanstack/react-query';
import { type Coverage, coverage } from '../../../api/coverage.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ButtonLink } from '../../../parts/button-link.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../../collect/data-tabs.js';
import { AllPairs } from './all-pairs.js';
import { ProgressSection } from './progress-section.js';
import { SystemItem } from './system-item.js';
import styles from './who-knows-whom.module.css';

/** How far the systems know the same people: the widest hole first, what would close it, then each system. */
export function WhoKnowsWhomPage() {
  const { slug, formats } = useWorkspace();
  const query = useQuery(coverage(slug));
  const { data } = query;
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={data?.opening}>
      {query.isError && data === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <Loading /> : null}
      {data === undefined ? null : (
        <>
          <WhatWouldJoin data={data} />
          {data.systems.length === 0 ? null : (
            <>
              <h2 id="systems" className={styles.heading}>
                {word('coverage.systems')}
              </h2>
              <ul className={styles.systems} aria-labelledby="systems">
                {data.systems.map((system) => (
                  <SystemItem key={system.id} system={system} />
                ))}
              </ul>
            </>
          )}
          {data.systems.length === 0 ? null : <ProgressSection />}
          {data.pairs.length === 0 ? null : <AllPairs coverage={data} />}
          <p className={styles.meta}>{word('app.asOf', { at: formats.moment(data.asOf) })}</p>
        </>
      )}
    </Page>
  );
}

function WhatWouldJoin({ data }: { readonly data: Coverage }) {
  const { slug } = useWorkspace();
  if (data.joiningFile === null && data.pairs.length > 0) return null;
  return (
    <div className={styles.file}>
      {data.joiningFile === null ? null : <p>{data.joiningFile.sentence}</p>}
      <ButtonLink to="/w/$workspace/data/imports" params={{ workspace: slug }}>
        {word(data.joiningFile === null ? 'customers.empty.imports' : 'coverage.have')}
      </ButtonLink>
    </div>
  );
}
