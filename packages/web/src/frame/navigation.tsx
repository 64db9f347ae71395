import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { findings } from '../api/findings.js';
import { happenings } from '../api/happenings.js';
import { me } from '../api/me.js';
import { session } from '../api/session.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import { notices } from '../parts/notices.js';
import { word } from '../words/word.js';
import styles from './navigation.module.css';
import { useSampleLoading } from './sample/use-sample-loading.js';
import { useWorkspace } from './use-workspace.js';
import { WorkspaceSwitch } from './workspace-switch.js';

/** Only what exists: an entry appears when there is something behind it. */
export function Navigation() {
  const { slug } = useWorkspace();
  const params = { workspace: slug };
  const isLoading = useSampleLoading();
  const { data } = useQuery({ ...findings(slug), enabled: !isLoading });
  const happened = useQuery(happenings(slug));
  const hasHappenings = (happened.data?.items.length ?? 0) > 0;
  const hasPulse = hasHappenings || (data?.findings.some(({ state }) => state !== 'not-asked') ?? false);
  return (
    <nav aria-label={word('app.nav')} className={styles.side}>
      <WorkspaceSwitch />
      <div className={styles.nav}>
        <h2 id="nav-see">{word('app.nav.see')}</h2>
        <ul aria-labelledby="nav-see">
          {hasPulse ? (
            <li>
              <Link to="/w/$workspace/pulse" params={params}>
                <Icon name="pulse" />
                {word('app.nav.pulse')}
              </Link>
            </li>
          ) : null}
          <li>
            <Link to="/w/$workspace/customers" params={params} activeOptions={{ includeSearch: false }}>
              <Icon name="customers" />
              {word('app.nav.customers')}
            </Link>
          </li>
        </ul>
        <h2 id="nav-run">{word('app.nav.run')}</h2>
        <ul aria-labelledby="nav-run">
          <li>
            <Link to="/w/$workspace/data" params={params}>
              <Icon name="data" />
              {word('app.nav.data')}
            </Link>
          </li>
        </ul>
        <ul className={styles.gear}>
          <li>
            <Link to="/w/$workspace/settings" params={params}>
              <Icon name="settings" />
              {word('app.nav.settings')}
            </Link>
          </li>
        </ul>
      </div>
      <Account />
    </nav>
  );
}

function Account() {
  const { data } = useSuspenseQuery(me);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    try {
      await session.signOut();
    } catch (error) {
      notices.say(error instanceof Error ? error.message : String(error));
      return;
    }
    await navigate({ to: '/sign-in' });
    queryClient.clear();
  };
  return (
    <div className={styles.account}>
      <p className={styles.who} title={data.user.email}>
        {data.user.name || data.user.email}
      </p>
      <Button look="quiet" onPress={() => void leave()}>
        {word('app.signOut')}
      </Button>
    </div>
  );
}
