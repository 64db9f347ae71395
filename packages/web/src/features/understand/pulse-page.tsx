import { useQuery } from '@tanstack/react-query';
import { type Findings, findings } from '../../api/findings.js';
import { useSampleLoading } from '../../frame/sample/use-sample-loading.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Empty } from '../../parts/empty.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { word } from '../../words/word.js';
import { FindingItem } from './finding-item.js';
import styles from './pulse-page.module.css';
import { PulseTabs } from './pulse-tabs.js';

const first = 3;

/** What stands out, three things at first, each with how sure it is and the people it is true of; then what to add next. */
export function PulsePage() {
  const { slug, formats } = useWorkspace();
  const isLoading = useSampleLoading();
  const query = useQuery({ ...findings(slug), enabled: !isLoading });
  const { data } = query;
  return (
    <Page title={word('pulse.title')} tabs={<PulseTabs />} opening={data?.opening}>
      {query.isError && data === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {isLoading ? <Empty text={word('sample.empty.pulse')} /> : query.isPending ? <Loading /> : null}
      {data === undefined ? null : (
        <>
          <Found data={data} />
          {data.next === null ? null : (
            <section className={styles.next} aria-label={word('pulse.next')}>
              <p>{data.next}</p>
              <ButtonLink to="/w/$workspace/data/imports" params={{ workspace: slug }}>
                {word('customers.empty.imports')}
              </ButtonLink>
            </section>
          )}
          <LookedAt data={data} />
          <p className={styles.meta}>{word('app.asOf', { at: formats.moment(data.asOf) })}</p>
        </>
      )}
    </Page>
  );
}

function Found({ data }: { readonly data: Findings }) {
  const found = data.findings.filter(({ state }) => state === 'found');
  if (found.length === 0) return null;
  const rest = found.slice(first);
  return (
    <>
      <ol className={styles.findings} aria-label={word('pulse.findings')}>
        {found.slice(0, first).map((finding, index) => (
          <FindingItem key={finding.id} finding={finding} isOpening={index === 0} />
        ))}
      </ol>
      {rest.length === 0 ? null : (
        <details className={styles.more}>
          <summary>{word('pulse.more', { count: rest.length })}</summary>
          <ol className={styles.findings} aria-label={word('pulse.more', { count: rest.length })}>
            {rest.map((finding) => (
              <FindingItem key={finding.id} finding={finding} isOpening={false} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** What was looked for without anything to say, so that silence is not taken for "all is well". */
function LookedAt({ data }: { readonly data: Findings }) {
  const others = data.findings.filter(({ state }) => state !== 'found');
  if (others.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{word('pulse.others')}</summary>
      <ul className={styles.others}>
        {others.map(({ id, sentence }) => (
          <li key={id}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
