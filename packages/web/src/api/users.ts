import { queryOptions } from '@tanstack/react-query';
import type { Role } from './me.js';
import { path } from './path.js';
import { request } from './request.js';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly lastSeenAt: string | null;
}

export const users = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'users'],
    queryFn: ({ signal }) => request<{ readonly items: readonly User[] }>(path(workspace, '/users'), { signal }),
  });

/** A link that works once, within seven days. */
export const inviteUser = (workspace: string, body: { readonly email?: string; readonly role: Role }) =>
  request<{ readonly link: string }>(path(workspace, '/users/invite'), { method: 'POST', body });

export const changeRole = (workspace: string, id: string, role: Role) =>
  request<unknown>(path(workspace, '/users/{}', [id]), { method: 'PATCH', body: { role } });

export const removeUser = (workspace: string, id: string) =>
  request<unknown>(path(workspace, '/users/{}', [id]), { method: 'DELETE' });
