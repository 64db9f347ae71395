import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Tabs } from '../../parts/tabs.js';
import { word } from '../../words/word.js';

/** Users and tokens are for admins; everybody has the others. */
export function SettingsTabs() {
  const { slug, isAdmin } = useWorkspace();
  const params = { workspace: slug };
  const forAdmins = [
    <Link key="users" to="/w/$workspace/settings/users" params={params}>
      {word('settings.tab.users')}
    </Link>,
    <Link key="tokens" to="/w/$workspace/settings/tokens" params={params}>
      {word('settings.tab.tokens')}
    </Link>,
  ];
  return (
    <Tabs label={word('settings.tabs')}>
      {[
        <Link key="workspace" to="/w/$workspace/settings/workspace" params={params}>
          {word('settings.tab.workspace')}
        </Link>,
        ...(isAdmin ? forAdmins : []),
        <Link key="you" to="/w/$workspace/settings/you" params={params}>
          {word('settings.tab.you')}
        </Link>,
      ]}
    </Tabs>
  );
}
