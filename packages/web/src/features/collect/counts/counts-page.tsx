import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Measure, measures } from '../../../api/counts.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Empty } from '../../../parts/empty.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { Snippet } from '../../../parts/snippet.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { DataTabs } from '../data-tabs.js';
import styles from './counts.module.css';
import { MeasureSection } from './measure-section.js';

const route = getRouteApi('/w/$workspace/data/counts');

/** Numbers that were counted without persons: what there is, and the course of the one that is named in the address. */
export function CountsPage() {
  const { slug, formats } = useWorkspace();
  const { measure, per } = route.useSearch();
  const query = useQuery(measures(slug));
  const items = query.data?.items;
  const latest = items?.[0];
  const shown = items?.find((one) => one.measure === measure && one.per === per) ?? latest;
  const opening =
    latest === undefined
      ? word('counts.finding.none')
      : word('counts.finding.some', {
          measures: new Set(items?.map((one) => one.measure)).size,
          measure: latest.measure,
          per: word(`counts.per.${latest.per}`),
          last: formats.occasion(latest.lastAt),
        });
  return (
    <Page title={word('data.tabs')} tabs={<DataTabs />} opening={items && opening}>
      {query.isError && items === undefined ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <Loading /> : null}
      {items?.length === 0 ? <NothingCounted /> : null}
      {items === undefined || shown === undefined ? null : (
        <>
          <Measures items={items} shown={shown} />
          <MeasureSection key={`${shown.measure} ${shown.per}`} measure={shown} />
        </>
      )}
    </Page>
  );
}

function Measures({ items, shown }: { readonly items: readonly Measure[]; readonly shown: Measure }) {
  const { slug, formats } = useWorkspace();
  return (
    <Table
      caption={word('counts.list')}
      columns={[
        word('counts.measure'),
        word('counts.per'),
        word('counts.places'),
        word('counts.buckets'),
        word('counts.until'),
      ]}
      numeric={[2, 3]}
    >
      {items.map((one) => (
        <tr key={`${one.measure} ${one.per}`} data-current={one === shown}>
          <th scope="row">
            <Link
              to="/w/$workspace/data/counts"
              params={{ workspace: slug }}
              search={{ measure: one.measure, per: one.per }}
            >
              {one.measure}
            </Link>
          </th>
          <td>{word(`counts.per.${one.per}`)}</td>
          <td data-number>{formats.number(one.places)}</td>
          <td data-number>{formats.number(one.buckets)}</td>
          <td>{formats.occasion(one.lastAt)}</td>
        </tr>
      ))}
    </Table>
  );
}

function NothingCounted() {
  const send = `curl ${window.location.origin}/v1/counts -u YOUR_SERVER_KEY: -H 'content-type: application/json' \\
  -d '{"batch":[{"measure":"footfall","per":"hour","timestamp":"2026-05-14T10:00:00+02:00","location":"LDS","value":118}]}'`;
  return (
    <Empty text={word('counts.empty.text')}>
      <details className={styles.how}>
        <summary>{word('counts.empty.how')}</summary>
        <Snippet text={send} copyLabel={`${word('app.copy')}: ${word('counts.empty.how')}`} />
      </details>
    </Empty>
  );
}
