import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { type CustomerPage, customers } from '../../api/customers.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Empty } from '../../parts/empty.js';
import { LiveRegion } from '../../parts/live-region.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { Tabs } from '../../parts/tabs.js';
import { word } from '../../words/word.js';
import { PeopleAtHandLists } from './at-hand/people-at-hand-lists.js';
import { CustomerGrid } from './customer-grid.js';
import { CustomerSearch } from './customer-search.js';
import styles from './customers-page.module.css';
import { useSearched } from './use-searched.js';

const route = getRouteApi('/w/$workspace/customers');

/** Only who begins has nobody. */
const WhatDoYouHave = lazy(async () => ({
  default: (await import('../collect/start/what-do-you-have.js')).WhatDoYouHave,
}));

/** Everybody we know, and apart from them those we do not recognise; one field finds a person by anything. */
export function CustomersPage() {
  const { slug, formats } = useWorkspace();
  const { kind = 'customers' } = route.useSearch();
  const { q, searchFor } = useSearched();
  const query = useInfiniteQuery(customers(slug, { q, kind }));
  const first = query.data?.pages[0];
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  const found =
    query.isSuccess && q !== '' && !query.isPlaceholderData
      ? word('customers.found', { count: people.length, more: query.hasNextPage ? 'yes' : 'no' })
      : '';
  const nobody = first !== undefined && q === '' && first.customers + first.visitors === 0;
  return (
    <Page
      title={word('customers.title')}
      tabs={<KindTabs slug={slug} q={q} first={first} />}
      opening={nobody ? undefined : first?.opening}
      acts={
        nobody ? undefined : (
          <ButtonLink to="/w/$workspace/compare" params={{ workspace: slug }}>
            {word('compare.two')}
          </ButtonLink>
        )
      }
    >
      <div className={styles.tools} hidden={nobody}>
        <CustomerSearch q={q} onSearch={searchFor} />
        {first === undefined ? null : (
          <p className={styles.asOf}>{word('app.asOf', { at: formats.moment(first.asOf) })}</p>
        )}
      </div>
      {q === '' && kind === 'customers' ? <PeopleAtHandLists /> : null}
      {kind === 'visitors' ? <p className={styles.hint}>{word('customers.visitorsHint')}</p> : null}
      <LiveRegion text={found} />
      {query.isError && people.length === 0 ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading rows={10} />
      ) : people.length === 0 ? (
        <NobodyHere q={q} visitors={kind === 'visitors' && (first?.customers ?? 0) > 0} />
      ) : (
        <CustomerGrid
          key={`${kind} ${q}`}
          people={people}
          kind={kind}
          total={q === '' ? ((kind === 'visitors' ? first?.visitors : first?.customers) ?? null) : null}
          stale={query.isPlaceholderData}
          more={query}
        />
      )}
    </Page>
  );
}

interface KindTabsProps {
  readonly slug: string;
  readonly q: string;
  readonly first: CustomerPage | undefined;
}

function KindTabs({ slug, q, first }: KindTabsProps) {
  const { formats } = useWorkspace();
  const count = (value: number | undefined) => (value === undefined ? '' : ` ${formats.number(value)}`);
  const shared = { to: '/w/$workspace/customers', params: { workspace: slug }, state: { searched: q } } as const;
  const exactly = { exact: true, includeSearch: true };
  return (
    <Tabs label={word('customers.tabs')}>
      {[
        <Link key="customers" {...shared} search={{}} activeOptions={exactly}>
          {word('customers.tab.customers')}
          <span className={styles.count}>{count(first?.customers)}</span>
        </Link>,
        <Link key="visitors" {...shared} search={{ kind: 'visitors' }} activeOptions={exactly}>
          {word('customers.tab.visitors')}
          <span className={styles.count}>{count(first?.visitors)}</span>
        </Link>,
      ]}
    </Tabs>
  );
}

function NobodyHere({ q, visitors }: { readonly q: string; readonly visitors: boolean }) {
  const { slug, isAdmin, isSample } = useWorkspace();
  if (q !== '') return <Empty title={word('customers.noMatch.title', { q })} text={word('customers.noMatch.text')} />;
  if (visitors) return <Empty text={word('customers.empty.visitors')} />;
  if (isSample) return <Empty title={word('sample.empty.title')} text={word('sample.empty.text')} />;
  if (isAdmin) {
    return (
      <Suspense fallback={<Loading rows={6} />}>
        <WhatDoYouHave />
      </Suspense>
    );
  }
  return (
    <Empty title={word('customers.empty.title')} text={word('customers.empty.text')}>
      <ButtonLink to="/w/$workspace/data/imports" params={{ workspace: slug }}>
        {word('customers.empty.imports')}
      </ButtonLink>
      <ButtonLink to="/w/$workspace/data/sources" params={{ workspace: slug }}>
        {word('customers.empty.sources')}
      </ButtonLink>
    </Empty>
  );
}
