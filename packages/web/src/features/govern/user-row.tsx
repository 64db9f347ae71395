import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { me, type Role } from '../../api/me.js';
import { changeRole, removeUser, type User, users } from '../../api/users.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { notices } from '../../parts/notices.js';
import { word } from '../../words/word.js';
import styles from './settings.module.css';

export function UserRow({ user }: { readonly user: User }) {
  const { slug, isAdmin, formats } = useWorkspace();
  const self = useSuspenseQuery(me).data.user.id === user.id;
  const [removing, setRemoving] = useState(false);
  const queryClient = useQueryClient();
  const again = () => queryClient.invalidateQueries({ queryKey: users(slug).queryKey });
  return (
    <tr>
      <th scope="row">
        {user.name} {self ? word('users.you') : null}
        <div className={styles.mail}>{user.email}</div>
      </th>
      <td>{isAdmin && !self ? <RoleChoice user={user} /> : word(`users.role.short.${user.role}`)}</td>
      <td>{user.lastSeenAt === null ? word('app.never') : formats.moment(user.lastSeenAt)}</td>
      {isAdmin ? (
        <td>
          {self ? null : (
            <Button
              look="quiet"
              aria-label={word('users.remove.aria', { name: user.name })}
              onPress={() => setRemoving(true)}
            >
              {word('users.remove')}
            </Button>
          )}
          {removing ? (
            <Confirm
              title={word('users.remove.title', { name: user.name })}
              confirm={word('users.remove.confirm')}
              onClose={() => setRemoving(false)}
              action={async () => {
                await removeUser(slug, user.id);
                await again();
                notices.say(word('users.removed', { name: user.name }));
              }}
            >
              <p>{word('users.remove.text')}</p>
            </Confirm>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}

function RoleChoice({ user }: { readonly user: User }) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (role: Role) => changeRole(slug, user.id, role),
    onSuccess: (_, role) => notices.say(word('users.roleChanged', { name: user.name, role })),
    onError: (error) => notices.say(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: users(slug).queryKey }),
  });
  return (
    <select
      className={styles.role}
      aria-label={word('users.role.aria', { name: user.name })}
      value={change.isPending ? change.variables : user.role}
      disabled={change.isPending}
      onChange={(event) => change.mutate(event.target.value === 'admin' ? 'admin' : 'viewer')}
    >
      <option value="admin">{word('users.role.short.admin')}</option>
      <option value="viewer">{word('users.role.short.viewer')}</option>
    </select>
  );
}
