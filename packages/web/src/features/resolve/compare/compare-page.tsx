import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ApiProblem } from '../../../api/api-problem.js';
import { comparison } from '../../../api/comparison.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ButtonLink } from '../../../parts/button-link.js';
import { Empty } from '../../../parts/empty.js';
import { Loading } from '../../../parts/loading.js';
import { Page } from '../../../parts/page.js';
import { Problem } from '../../../parts/problem.js';
import { Tabs } from '../../../parts/tabs.js';
import { word } from '../../../words/word.js';
import { ChooseTwo } from './choose-two.js';
import { Compared } from './compared.js';

const route = getRouteApi('/w/$workspace/compare');

/** Two persons side by side: where they agree and differ, what they did last, and why they are not one. */
export function ComparePage() {
  const { slug } = useWorkspace();
  const { a, b } = route.useSearch();
  if (a !== undefined && b !== undefined) return <TwoPersons key={`${a} ${b}`} a={a} b={b} />;
  return (
    <Page
      title={word('compare.title')}
      tabs={<BackTab />}
      opening={word('compare.choose')}
      acts={
        <ButtonLink to="/w/$workspace/join-list" params={{ workspace: slug }}>
          {word('joinList.title')}
        </ButtonLink>
      }
    >
      <ChooseTwo key={a} first={a} />
    </Page>
  );
}

function TwoPersons({ a, b }: { readonly a: string; readonly b: string }) {
  const { slug } = useWorkspace();
  const query = useQuery(comparison(slug, a, b));
  const areOne = query.error instanceof ApiProblem && query.error.status === 409;
  return (
    <Page title={word('compare.title')} tabs={<BackTab />} opening={areOne ? undefined : query.data?.opening}>
      {areOne ? (
        <Empty title={word('compare.areOne.title')} text={word('compare.areOne.text')}>
          <ButtonLink to="/w/$workspace/customers/$person" params={{ workspace: slug, person: a }}>
            {word('compare.areOne.open')}
          </ButtonLink>
        </Empty>
      ) : query.isError ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Loading rows={10} />
      ) : (
        <Compared comparison={query.data} />
      )}
    </Page>
  );
}

function BackTab() {
  const { slug } = useWorkspace();
  return (
    <Tabs label={word('customers.title')}>
      {[
        <Link key="back" to="/w/$workspace/customers" params={{ workspace: slug }} activeOptions={{ exact: true }}>
          {word('person.back')}
        </Link>,
      ]}
    </Tabs>
  );
}
