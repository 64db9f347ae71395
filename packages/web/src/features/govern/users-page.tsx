import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { users } from '../../api/users.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { Table } from '../../parts/table.js';
import { word } from '../../words/word.js';
import { InviteDialog } from './invite-dialog.js';
import { SettingsTabs } from './settings-tabs.js';
import { UserRow } from './user-row.js';

/** Who may see and change this workspace. */
export function UsersPage() {
  const { slug, isAdmin } = useWorkspace();
  const [inviting, setInviting] = useState(false);
  const query = useQuery(users(slug));
  const items = query.data?.items;
  return (
    <Page
      title={word('settings.title')}
      tabs={<SettingsTabs />}
      acts={
        isAdmin ? (
          <Button look="main" onPress={() => setInviting(true)}>
            {word('users.invite')}
          </Button>
        ) : undefined
      }
      opening={
        items &&
        word('users.finding', { count: items.length, admins: items.filter(({ role }) => role === 'admin').length })
      }
    >
      {query.isError ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading /> : null}
      {items === undefined ? null : (
        <Table
          endsInActs={isAdmin}
          caption={word('users.list')}
          columns={[
            word('users.column.name'),
            word('users.column.role'),
            word('users.column.seen'),
            ...(isAdmin ? [word('users.column.do')] : []),
          ]}
        >
          {items.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </Table>
      )}
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </Page>
  );
}
