import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.js';
import { person } from '../../api/person.js';
import { uniqueKeys } from '../../format/unique-keys.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Empty } from '../../parts/empty.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { Tabs } from '../../parts/tabs.js';
import { word } from '../../words/word.js';
import { StageLine } from '../understand/stage-line.js';
import { StoryLines } from '../understand/story-lines.js';
import { TheirEyesCard } from '../understand/their-eyes-card.js';
import { SaveButton } from './at-hand/save-button.js';
import { GapList } from './gap-list.js';
import { GoldenTraits } from './golden-traits.js';
import { GroupList } from './group-list.js';
import { IdentifierList } from './identifier-list.js';
import { LaterJoinDialog } from './join/later-join-dialog.js';
import { JoinList } from './join-list.js';
import { ShowHow } from './match-graph/show-how.js';
import { personName } from './person-name.js';
import styles from './person-page.module.css';
import { Timeline } from './timeline.js';

const route = getRouteApi('/w/$workspace/customers/$person');

/** One customer: what there is to know first, how sure we are, what we use, and everything that happened. */
export function PersonPage() {
  const { slug, isAdmin } = useWorkspace();
  const [joining, setJoining] = useState(false);
  const { person: id } = route.useParams();
  const { channel, moved } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(person(slug, id));
  const shown = query.data?.person;
  useEffect(() => {
    if (shown === undefined || shown.currentId === id) return;
    void navigate({ params: { person: shown.currentId }, search: { moved: 'yes' }, replace: true });
  }, [shown, id, navigate]);
  if (query.isError) return <PersonProblem error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined || shown === undefined) {
    return (
      <Page title={word('app.loading')} tabs={<BackTab />}>
        <Loading rows={12} />
      </Page>
    );
  }
  const sureKeys = uniqueKeys(query.data.sure);
  return (
    <Page
      title={personName(shown)}
      tabs={<BackTab />}
      opening={query.data.opening}
      acts={
        <>
          <SaveButton id={shown.currentId} />
          <ButtonLink to="/w/$workspace/compare" params={{ workspace: slug }} search={{ a: shown.currentId }}>
            {word('compare.start')}
          </ButtonLink>
          {isAdmin ? <Button onPress={() => setJoining(true)}>{word('person.join')}</Button> : null}
        </>
      }
    >
      {joining ? <LaterJoinDialog person={shown} onClose={() => setJoining(false)} /> : null}
      {moved ? <p className={styles.moved}>{word('person.moved')}</p> : null}
      <StageLine person={shown.currentId} />
      <StoryLines person={shown.currentId} />
      <div className={styles.columns}>
        <div className={styles.sure}>
          <h2>{word('person.sure')}</h2>
          {query.data.sure.map((sentence, index) => (
            <p key={sureKeys[index]} className={styles.sentence}>
              {sentence}
            </p>
          ))}
          <JoinList person={shown} />
          <ShowHow person={shown} />
        </div>
        <div className={styles.facts}>
          <IdentifierList identifiers={shown.identifiers} />
          <GapList person={shown.currentId} />
          <GoldenTraits person={shown} />
          {shown.groups.length === 0 ? null : <GroupList groups={shown.groups} />}
        </div>
        <div className={styles.eyes}>
          <TheirEyesCard person={shown.currentId} />
        </div>
        <div className={styles.timeline}>
          <Timeline key={`${shown.currentId} ${channel}`} person={shown} channel={channel ?? null} />
        </div>
      </div>
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

function PersonProblem({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { slug } = useWorkspace();
  const gone = error instanceof ApiProblem && (error.status === 410 || error.status === 404);
  if (!gone) {
    return (
      <Page title={word('customers.title')} tabs={<BackTab />}>
        <Problem error={error} onRetry={onRetry} />
      </Page>
    );
  }
  return (
    <Page title={word('person.gone.title')}>
      <Empty text={word('person.gone.text')}>
        <ButtonLink to="/w/$workspace/customers" params={{ workspace: slug }}>
          {word('person.gone.search')}
        </ButtonLink>
      </Empty>
    </Page>
  );
}
